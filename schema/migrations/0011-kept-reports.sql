-- 0011  Reports kept with their numbers, to be run again; and the words that reports about words leave out.
-- Both recorded.

CREATE TABLE kept_report (
  id          TEXT PRIMARY KEY,
  title       TEXT NOT NULL CHECK (title <> ''),
  coder       TEXT NOT NULL REFERENCES coder,
  at          TEXT NOT NULL,
  fingerprint TEXT NOT NULL,             -- of the archive as it was
  query       TEXT NOT NULL,             -- JSON: schema/report-query.ts
  answer      TEXT NOT NULL              -- JSON: columns, rows, cells, totals, counts
) STRICT;

-- What differs from the lists that come with the program.
CREATE TABLE stop_word (
  id    TEXT    PRIMARY KEY,
  word  TEXT    NOT NULL UNIQUE CHECK (word <> ''),   -- folded
  stops INTEGER NOT NULL CHECK (stops IN (0, 1))      -- 0: a word of the lists that counts here
) STRICT;
