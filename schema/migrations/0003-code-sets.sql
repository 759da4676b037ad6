-- 0003  Sets of codes: named groups that cross the tree. REFI-QDA: Set.
-- A code may be in many. Both tables are recorded, so that undo brings a set and what was in it back.

CREATE TABLE code_set (
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE code_set_member (
  id       TEXT PRIMARY KEY,
  code_set TEXT NOT NULL REFERENCES code_set ON DELETE CASCADE,
  code     TEXT NOT NULL REFERENCES code ON DELETE CASCADE,
  UNIQUE (code_set, code)
) STRICT;
CREATE INDEX code_set_member_code ON code_set_member (code);
