-- 0008  Who and what is studied, and what is known of it. REFI-QDA: Case, Variable, VariableValue.
-- All recorded. `case` is a word of SQL, so the table is `the_case`.

CREATE TABLE the_case (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE CHECK (name <> ''),
  created_at TEXT NOT NULL
) STRICT;

-- A document may speak of several cases: a report of three organisations, an interview for a person and a house.
CREATE TABLE case_member (
  id       TEXT PRIMARY KEY,
  the_case TEXT NOT NULL REFERENCES the_case ON DELETE CASCADE,
  source   TEXT NOT NULL REFERENCES source ON DELETE CASCADE,
  UNIQUE (the_case, source)
) STRICT;
CREATE INDEX case_member_source ON case_member (source);

CREATE TABLE attribute (
  id          TEXT    PRIMARY KEY,
  owner       TEXT    NOT NULL CHECK (owner IN ('source', 'case')),   -- whose property it is
  key         TEXT    NOT NULL UNIQUE CHECK (key <> ''),              -- as queries write it: actor:ngo
  name        TEXT    NOT NULL CHECK (name <> ''),
  type        TEXT    NOT NULL CHECK (type IN ('text', 'number', 'date', 'boolean', 'choice')),
  choices     TEXT    NOT NULL DEFAULT '[]',                          -- JSON: the closed list, in its order
  kinds       TEXT    NOT NULL DEFAULT '[]',                          -- JSON: kinds of documents it is asked of; [] is all
  leaves_from TEXT    NOT NULL DEFAULT 'N' CHECK (leaves_from IN ('N', 'O', 'T')), -- least open level at which values may be exported
  meaning     TEXT    NOT NULL DEFAULT '' CHECK (meaning IN ('', 'withdrawal')),
  position    INTEGER NOT NULL                                        -- among those of its owner, from 0
) STRICT;

-- The value as `schema/attribute-values.ts` writes it; no row where nothing is known.
CREATE TABLE attribute_value (
  id        TEXT PRIMARY KEY,
  attribute TEXT NOT NULL REFERENCES attribute ON DELETE CASCADE,
  source    TEXT REFERENCES source ON DELETE CASCADE,
  the_case  TEXT REFERENCES the_case ON DELETE CASCADE,
  value     TEXT NOT NULL CHECK (value <> ''),
  CHECK ((source IS NULL) <> (the_case IS NULL)),
  UNIQUE (attribute, source),
  UNIQUE (attribute, the_case)
) STRICT;
CREATE INDEX attribute_value_source ON attribute_value (source) WHERE source IS NOT NULL;
CREATE INDEX attribute_value_case ON attribute_value (the_case) WHERE the_case IS NOT NULL;

-- Memos can be about a case. The table is made anew because its check names the kinds.
DROP TRIGGER memo_of_source;
DROP TRIGGER memo_of_passage;
DROP TRIGGER memo_of_code;
DROP TRIGGER memo_unlinked;
CREATE TABLE memo_link_of_five (
  id     TEXT PRIMARY KEY,
  memo   TEXT NOT NULL REFERENCES memo ON DELETE CASCADE,
  kind   TEXT NOT NULL CHECK (kind IN ('project', 'source', 'passage', 'code', 'case')),
  target TEXT NOT NULL,
  UNIQUE (memo, kind, target)
) STRICT;
INSERT INTO memo_link_of_five SELECT id, memo, kind, target FROM memo_link;
DROP TABLE memo_link;
ALTER TABLE memo_link_of_five RENAME TO memo_link;
CREATE INDEX memo_link_target ON memo_link (kind, target);
CREATE TRIGGER memo_of_source  AFTER DELETE ON source   BEGIN DELETE FROM memo_link WHERE kind = 'source'  AND target = OLD.id; END;
CREATE TRIGGER memo_of_passage AFTER DELETE ON passage  BEGIN DELETE FROM memo_link WHERE kind = 'passage' AND target = OLD.id; END;
CREATE TRIGGER memo_of_code    AFTER DELETE ON code     BEGIN DELETE FROM memo_link WHERE kind = 'code'    AND target = OLD.id; END;
CREATE TRIGGER memo_of_case    AFTER DELETE ON the_case BEGIN DELETE FROM memo_link WHERE kind = 'case'    AND target = OLD.id; END;
CREATE TRIGGER memo_unlinked   AFTER DELETE ON memo_link
  WHEN NOT EXISTS (SELECT 1 FROM memo_link WHERE memo = OLD.memo)
  BEGIN DELETE FROM memo WHERE id = OLD.memo; END;
