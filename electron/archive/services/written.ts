/** What people have written beside the texts of documents, field by field: where a name may stand as well. */
import type { WrittenWords } from '../../../schema/names.ts'
import { sql, type Reader } from '../db.ts'

/** By kind, and within a kind in its usual order. Empty fields are left out. */
export const writtenIn = (db: Reader): readonly WrittenWords[] =>
  db.all<WrittenWords>(sql`
    SELECT kind, words FROM (
      SELECT 1 AS part, 'project' AS kind, name AS words, 0 AS place, '' AS name FROM project
      UNION ALL SELECT 1, 'project', question, 1, '' FROM project
      UNION ALL SELECT 2, 'document', title, number, 'a' FROM source
      UNION ALL SELECT 2, 'document', short, number, 'b' FROM source
      UNION ALL SELECT 2, 'document', place, number, 'c' FROM source
      UNION ALL SELECT 2, 'document', citation, number, 'd' FROM source
      UNION ALL SELECT 3, 'code', name, position, id || 'a' FROM code
      UNION ALL SELECT 3, 'code', definition, position, id || 'b' FROM code
      UNION ALL SELECT 3, 'code', include, position, id || 'c' FROM code
      UNION ALL SELECT 3, 'code', exclude, position, id || 'd' FROM code
      UNION ALL SELECT 3, 'code', example, position, id || 'e' FROM code
      UNION ALL SELECT 4, 'set', name, 0, name FROM code_set
      UNION ALL SELECT 5, 'question', name, position, '' FROM guide_question
      UNION ALL SELECT 5, 'question', w.words, q.position, w.id FROM guide_wording w JOIN guide_question q ON q.id = w.question
      UNION ALL SELECT 5, 'question', note, 1000000, at FROM guide_verdict
      UNION ALL SELECT 6, 'case', name, 0, name FROM the_case
      UNION ALL SELECT 7, 'attribute', name, position, owner FROM attribute
      UNION ALL SELECT 7, 'attribute', c.value, a.position, a.owner || c.key FROM attribute a, json_each(a.choices) c
      UNION ALL SELECT 8, 'value', v.value, a.position, v.id FROM attribute_value v JOIN attribute a ON a.id = v.attribute
      UNION ALL SELECT 9, 'memo', text, 0, created_at || id FROM memo
      UNION ALL SELECT 10, 'glossary', words, position, entry FROM glossary_term
      UNION ALL SELECT 11, 'round', name, 0, made_at FROM review_round
      UNION ALL SELECT 11, 'round', questions, 0, made_at FROM review_round
      UNION ALL SELECT 11, 'round', note, 1, id FROM review_item
      UNION ALL SELECT 12, 'coder', name, 0, name FROM coder)
     WHERE words <> '' ORDER BY part, place, name`)
