-- 0015  An attribute may mean that a document is a child's: then nothing of it leaves. The table is made anew
-- because its check names the meanings.
CREATE TABLE attribute_of_three (
  id          TEXT    PRIMARY KEY,
  owner       TEXT    NOT NULL CHECK (owner IN ('source', 'case')),   -- whose property it is
  key         TEXT    NOT NULL UNIQUE CHECK (key <> ''),              -- as queries write it: actor:ngo
  name        TEXT    NOT NULL CHECK (name <> ''),
  type        TEXT    NOT NULL CHECK (type IN ('text', 'number', 'date', 'boolean', 'choice')),
  choices     TEXT    NOT NULL DEFAULT '[]',                          -- JSON: the closed list, in its order
  kinds       TEXT    NOT NULL DEFAULT '[]',                          -- JSON: kinds of documents it is asked of; [] is all
  leaves_from TEXT    NOT NULL DEFAULT 'N' CHECK (leaves_from IN ('N', 'O', 'T')), -- least open level at which values may be exported
  meaning     TEXT    NOT NULL DEFAULT '' CHECK (meaning IN ('', 'withdrawal', 'child')),
  position    INTEGER NOT NULL                                        -- among those of its owner, from 0
) STRICT;
INSERT INTO attribute_of_three (id, owner, key, name, type, choices, kinds, leaves_from, meaning, position)
  SELECT id, owner, key, name, type, choices, kinds, leaves_from, meaning, position FROM attribute;
DROP TABLE attribute;
ALTER TABLE attribute_of_three RENAME TO attribute;
