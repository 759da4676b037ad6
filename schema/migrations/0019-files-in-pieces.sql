-- 0019  Long files lie in pieces.
-- A file was one value of one row, so whoever kept or read a recording held all of it in memory. What is longer than a
-- piece (services/source-files.ts) now lies in pieces, and its `source_file.bytes` is empty. Files that were kept before
-- stay as they are. Like source_file, pieces are written once and no undo touches them.
CREATE TABLE source_file_piece (
  content TEXT    NOT NULL REFERENCES content ON DELETE CASCADE,
  number  INTEGER NOT NULL CHECK (number >= 0),  -- from 0, without gaps
  bytes   BLOB    NOT NULL,
  PRIMARY KEY (content, number)
) STRICT;
