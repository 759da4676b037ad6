-- 0004  Texts that are edited: what versions a document has had, and what a changed passage said before.

-- The texts themselves are in source_text, keyed by content, which two documents may share; which of
-- them were ever this document's, and how they came about, is here.
CREATE TABLE source_version (
  id       TEXT    PRIMARY KEY,
  source   TEXT    NOT NULL REFERENCES source ON DELETE CASCADE,
  version  INTEGER NOT NULL,                     -- of source_text
  number   INTEGER NOT NULL CHECK (number >= 1), -- what people call it: 1, 2, 3 in this document
  at       TEXT    NOT NULL,
  coder    TEXT    NOT NULL,                     -- '' where it is not known
  origin   TEXT    NOT NULL CHECK (origin IN ('import', 'edit', 'replace', 'restore')),
  inserted INTEGER NOT NULL DEFAULT 0,           -- UTF-16 units, against the version before
  removed  INTEGER NOT NULL DEFAULT 0,
  moved    INTEGER NOT NULL DEFAULT 0,           -- passages
  changed  INTEGER NOT NULL DEFAULT 0,
  parked   INTEGER NOT NULL DEFAULT 0,
  united   INTEGER NOT NULL DEFAULT 0,
  UNIQUE (source, version),
  UNIQUE (source, number)
) STRICT;

INSERT INTO source_version (id, source, version, number, at, coder, origin)
SELECT id || '/1', id, text_version, 1, imported_at,
       ifnull((SELECT t.coder FROM history_change c JOIN history_step t ON t.step = c.step
                WHERE c."table" = 'source' AND c.id = source.id AND c."before" IS NULL ORDER BY c.seq LIMIT 1), ''),
       'import'
  FROM source;

-- Steps of before made and took away documents; now they do the same with what hangs on them, so that
-- a document deleted before comes back with its version, and an import of before goes with it.
INSERT INTO history_change (step, "table", id, "before", "after")
SELECT c.step, 'source_version', c.id || '/1',
       CASE WHEN c."before" IS NULL THEN NULL ELSE v.row END,
       CASE WHEN c."after"  IS NULL THEN NULL ELSE v.row END
  FROM history_change c
  JOIN (SELECT seq, json_object(
          'id', id || '/1', 'source', id,
          'version', json_extract(coalesce("after", "before"), '$.text_version'), 'number', 1,
          'at', json_extract(coalesce("after", "before"), '$.imported_at'),
          'coder', ifnull((SELECT t.coder FROM history_change f JOIN history_step t ON t.step = f.step
                            WHERE f."table" = 'source' AND f.id = h.id AND f."before" IS NULL ORDER BY f.seq LIMIT 1), ''),
          'origin', 'import', 'inserted', 0, 'removed', 0, 'moved', 0, 'changed', 0, 'parked', 0, 'united', 0) AS row
          FROM history_change h WHERE "table" = 'source') v ON v.seq = c.seq
 WHERE c."table" = 'source' AND (c."before" IS NULL OR c."after" IS NULL);

-- The words that somebody chose or last confirmed, where an edit has made others of them.
ALTER TABLE passage ADD COLUMN was TEXT NOT NULL DEFAULT '';
