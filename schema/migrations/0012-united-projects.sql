-- 0012  Projects that were united with this one.
-- What comes from other programs and has no place here is kept as it was written, so that an export
-- brings it back; and what came in, what it met and what was lost on the way can be read later.

CREATE TABLE preserved (
  id      TEXT PRIMARY KEY,
  element TEXT NOT NULL CHECK (element <> ''),   -- 'Graph'; of an attribute its name, of an archive entry its path
  form    TEXT NOT NULL CHECK (form IN ('element', 'attribute', 'entry')),
  ref     TEXT NOT NULL DEFAULT '',              -- its own GUID
  name    TEXT NOT NULL DEFAULT '',
  inside  TEXT NOT NULL DEFAULT 'Project',       -- the element that it stands in
  owner   TEXT NOT NULL DEFAULT '',              -- the id here of what that element became; '' is the project
  content TEXT NOT NULL,                         -- XML, a value, or base64
  refs    TEXT NOT NULL DEFAULT '{}'             -- JSON: GUIDs in it that are other ids here
) STRICT;

CREATE TABLE import_report (
  id      TEXT PRIMARY KEY,
  at      TEXT NOT NULL,
  coder   TEXT NOT NULL REFERENCES coder,
  file    TEXT NOT NULL,                         -- its name, without its folder
  origin  TEXT NOT NULL,                         -- the program that wrote it
  project TEXT NOT NULL,                         -- what the study is called there
  facts   TEXT NOT NULL                          -- JSON: schema/interchange.ts, without quotes
) STRICT;
