/** The project's stop words: the lists of both languages, with what the researcher added and took away. */
import type { StopWords } from '../../../schema/stop-words.ts'
import type { Input } from '../../../schema/contract.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId } from '../fresh.ts'
import { stopWords, stopWordsIn } from '../text/stop-words.ts'
import { tokensOf } from '../text/tokens.ts'

const ownOf = (db: Reader) =>
  db.all<{ word: string; stops: 0 | 1 }>(sql`SELECT word, stops FROM stop_word ORDER BY word`)

/** Every folded form that is left out. */
export function stoppedForms(db: Reader): ReadonlySet<string> {
  const forms = new Set(stopWords)
  for (const { word, stops } of ownOf(db)) {
    if (stops === 1) forms.add(word)
    else forms.delete(word)
  }
  return forms
}

const collator = new Intl.Collator('und')
const inOrder = (words: ReadonlySet<string>) => [...words].toSorted(collator.compare)

export function stopWordsOf(db: Reader): StopWords {
  const own = ownOf(db)
  return {
    words: inOrder(stoppedForms(db)),
    added: own.filter(({ stops }) => stops === 1).map(({ word }) => word),
    removed: own.filter(({ stops }) => stops === 0).map(({ word }) => word),
    lists: { en: inOrder(stopWordsIn.en), ru: inOrder(stopWordsIn.ru) },
  }
}

/** Words are folded as texts are; what is no word is passed over. Twice is once. */
export function changeStopWords(db: Writer, { add, remove }: Input<'stopWord.change'>): StopWords {
  for (const [typed, stops] of [
    [add, 1],
    [remove, 0],
  ] as const)
    for (const word of new Set(typed.flatMap((text) => tokensOf(text).map(({ form }) => form)))) {
      db.run(sql`DELETE FROM stop_word WHERE word = ${word}`)
      if (stopWords.has(word) !== (stops === 1))
        db.run(sql`INSERT INTO stop_word (id, word, stops) VALUES (${newId()}, ${word}, ${stops})`)
    }
  return stopWordsOf(db)
}
