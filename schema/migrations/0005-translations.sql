-- 0005  Documents belong together: this one is the translation of that one, and so do their paragraphs.
-- Paragraphs are paired by their order and by their turns; what a person pins is kept here. All recorded.

CREATE TABLE source_link (
  id     TEXT PRIMARY KEY,
  "from" TEXT NOT NULL REFERENCES source ON DELETE CASCADE,        -- the original
  "to"   TEXT NOT NULL REFERENCES source ON DELETE CASCADE,
  kind   TEXT NOT NULL DEFAULT 'translation' CHECK (kind IN ('translation')),
  CHECK ("from" <> "to")
) STRICT;
CREATE UNIQUE INDEX source_link_to ON source_link ("to", kind);    -- a translation has one original
CREATE INDEX source_link_from ON source_link ("from");

CREATE TABLE paragraph_link (
  id          TEXT    PRIMARY KEY,
  source_link TEXT    NOT NULL REFERENCES source_link ON DELETE CASCADE,
  "from"      INTEGER NOT NULL REFERENCES paragraph ON DELETE CASCADE,
  "to"        INTEGER NOT NULL REFERENCES paragraph ON DELETE CASCADE,
  UNIQUE (source_link, "from"),
  UNIQUE (source_link, "to")
) STRICT;
CREATE INDEX paragraph_link_from ON paragraph_link ("from");
CREATE INDEX paragraph_link_to ON paragraph_link ("to");
