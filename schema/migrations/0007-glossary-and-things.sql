-- 0007  Words that mean the same, and an index of what is not a document's text.
-- Terms of one `entry` stand for each other in a search that is widened: shelter, приют, убежище. Recorded.
CREATE TABLE glossary_term (
  id       TEXT    PRIMARY KEY,
  entry    TEXT    NOT NULL,
  position INTEGER NOT NULL,                     -- in its entry, from 0
  words    TEXT    NOT NULL CHECK (words <> ''), -- a word or a phrase
  UNIQUE (entry, words)
) STRICT;

-- Derived, like the tables of 0002: titles, memos, codes, values. fts_thing.rowid = thing.number.
CREATE TABLE thing (
  number INTEGER PRIMARY KEY,
  kind   TEXT    NOT NULL,
  id     TEXT    NOT NULL,
  UNIQUE (kind, id)
) STRICT;
CREATE VIRTUAL TABLE fts_thing USING fts5(t, content='', contentless_delete=1, detail=full, tokenize="ascii tokenchars ''''");
