-- Written by `npm run schema` from 0001-core.sql, 0002-search.sql, 0003-code-sets.sql, 0004-editing.sql, 0005-translations.sql, 0006-passage-history.sql, 0007-glossary-and-things.sql, 0008-cases-and-attributes.sql, 0009-interview-guide.sql, 0010-saved-queries.sql, 0011-kept-reports.sql, 0012-united-projects.sql, 0013-filters-of-saved-queries.sql, 0014-forms-without-lengths.sql, 0015-children.sql, 0016-review-rounds.sql, 0017-arbitration.sql, 0018-answers-to-questions.sql, 0019-files-in-pieces.sql: do not edit.

CREATE TABLE project (
  id         TEXT PRIMARY KEY CHECK (id = 'project'),
  name       TEXT NOT NULL,
  question   TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE coder (
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE content (
  id     TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE          -- of the original bytes, lower-case hex
) STRICT;

CREATE TABLE source_file (
  content    TEXT PRIMARY KEY REFERENCES content ON DELETE CASCADE,
  name       TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes      BLOB NOT NULL
) STRICT;

CREATE TABLE source_text (
  content TEXT    NOT NULL REFERENCES content ON DELETE CASCADE,
  version INTEGER NOT NULL CHECK (version >= 1),
  length  INTEGER NOT NULL,            -- UTF-16 units
  sha256  TEXT    NOT NULL,            -- of the text as UTF-8
  text    TEXT    NOT NULL,            -- last: what stands after a long value is slow to reach
  PRIMARY KEY (content, version)
) STRICT;

CREATE TABLE page (
  content  TEXT    NOT NULL REFERENCES content ON DELETE CASCADE,
  version  INTEGER NOT NULL,           -- of the text that start and end count in
  number   INTEGER NOT NULL CHECK (number >= 1),
  start    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  width    INTEGER NOT NULL,
  height   INTEGER NOT NULL,
  rotation INTEGER NOT NULL,
  boxes    BLOB    NOT NULL,           -- deflated Int32 little-endian: start, end, x, y, width, height an item
  PRIMARY KEY (content, version, number)
) STRICT;

CREATE TABLE source (
  id              TEXT    PRIMARY KEY,
  number          INTEGER NOT NULL UNIQUE,       -- from counter 'source'; the upper half of paragraph and turn ids
  content         TEXT    NOT NULL REFERENCES content,
  text_version    INTEGER NOT NULL DEFAULT 1,
  short           TEXT    NOT NULL UNIQUE CHECK (short <> ''),
  title           TEXT    NOT NULL CHECK (title <> ''),
  kind            TEXT    NOT NULL CHECK (kind IN ('transcript','fieldnote','pamphlet','report','law','image','other')),
  language        TEXT    NOT NULL CHECK (language IN ('en','ru','mixed','other')),
  quotation_level TEXT    NOT NULL DEFAULT 'P' CHECK (quotation_level IN ('N','O','T','P','S','X')),
  collected_on    TEXT    NOT NULL DEFAULT '',
  place           TEXT    NOT NULL DEFAULT '',
  citation        TEXT    NOT NULL DEFAULT '',
  imported_at     TEXT    NOT NULL
) STRICT;

CREATE INDEX source_content ON source (content);

CREATE TABLE paragraph (
  id     INTEGER PRIMARY KEY,                    -- source.number * 2^24 + seq
  source TEXT    NOT NULL REFERENCES source ON DELETE CASCADE,
  label  TEXT    NOT NULL,
  start  INTEGER NOT NULL CHECK (start >= 0),
  "end"  INTEGER NOT NULL CHECK ("end" > start)
) STRICT;

CREATE INDEX paragraph_source ON paragraph (source, start);

CREATE TABLE speaker (
  id             TEXT    PRIMARY KEY,
  source         TEXT    NOT NULL REFERENCES source ON DELETE CASCADE,
  label          TEXT    NOT NULL CHECK (label <> ''),
  is_interviewer INTEGER NOT NULL DEFAULT 0 CHECK (is_interviewer IN (0, 1)),
  UNIQUE (source, label)
) STRICT;

CREATE TABLE turn (
  id          INTEGER PRIMARY KEY,               -- source.number * 2^24 + seq
  source      TEXT    NOT NULL REFERENCES source ON DELETE CASCADE,
  speaker     TEXT    NOT NULL REFERENCES speaker ON DELETE CASCADE,
  start       INTEGER NOT NULL CHECK (start >= 0),
  words_start INTEGER NOT NULL,                  -- the first unit after the label
  "end"       INTEGER NOT NULL CHECK ("end" >= start),
  time_ms     INTEGER
) STRICT;

CREATE INDEX turn_source ON turn (source, start);

CREATE INDEX turn_speaker ON turn (speaker);

CREATE TABLE code (
  id         TEXT    PRIMARY KEY,
  parent     TEXT    REFERENCES code ON DELETE CASCADE,
  position   INTEGER NOT NULL,                   -- among its siblings, from 0
  name       TEXT    NOT NULL CHECK (name <> ''),
  shortcut   TEXT    NOT NULL DEFAULT '',
  colour     TEXT    NOT NULL CHECK (colour GLOB '#[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f]'),
  definition TEXT    NOT NULL DEFAULT '',
  include    TEXT    NOT NULL DEFAULT '',
  exclude    TEXT    NOT NULL DEFAULT '',
  example    TEXT    NOT NULL DEFAULT '',
  codable    INTEGER NOT NULL DEFAULT 1 CHECK (codable IN (0, 1)),
  version    INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX code_parent ON code (parent, position);

CREATE UNIQUE INDEX code_shortcut ON code (shortcut) WHERE shortcut <> '';

CREATE TABLE code_version (
  id         TEXT    PRIMARY KEY,
  code       TEXT    NOT NULL REFERENCES code ON DELETE CASCADE,
  version    INTEGER NOT NULL,
  definition TEXT    NOT NULL,
  include    TEXT    NOT NULL,
  exclude    TEXT    NOT NULL,
  UNIQUE (code, version)
) STRICT;

CREATE TABLE passage (
  id           TEXT    PRIMARY KEY,
  source       TEXT    NOT NULL REFERENCES source ON DELETE CASCADE,
  kind         TEXT    NOT NULL DEFAULT 'text' CHECK (kind IN ('text', 'region')),
  text_version INTEGER NOT NULL,
  start        INTEGER,
  "end"        INTEGER,
  quote        TEXT    NOT NULL DEFAULT '',      -- the whole [start, end)
  prefix       TEXT    NOT NULL DEFAULT '',      -- 32 characters either side, to find it again
  suffix       TEXT    NOT NULL DEFAULT '',
  page         INTEGER,
  x            INTEGER,
  y            INTEGER,
  width        INTEGER,
  height       INTEGER,
  state        TEXT    NOT NULL DEFAULT 'placed' CHECK (state IN ('placed', 'changed', 'parked')),
  starred      INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
  sensitivity  INTEGER NOT NULL DEFAULT 0 CHECK (sensitivity BETWEEN 0 AND 4),
  created_at   TEXT    NOT NULL, was TEXT NOT NULL DEFAULT '',
  CHECK (kind = 'region' OR (start >= 0 AND "end" > start))
) STRICT;

CREATE UNIQUE INDEX passage_place ON passage (source, start, "end") WHERE kind = 'text' AND state <> 'parked';

CREATE INDEX passage_source ON passage (source);

CREATE TABLE coding (
  id                TEXT    PRIMARY KEY,
  passage           TEXT    NOT NULL REFERENCES passage ON DELETE CASCADE,
  code              TEXT    NOT NULL REFERENCES code ON DELETE CASCADE,
  coder             TEXT    NOT NULL REFERENCES coder,
  created_at        TEXT    NOT NULL,
  weight            INTEGER NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 3),
  stance            TEXT    CHECK (stance IN ('credits', 'blames', 'neutral')),
  holds_responsible TEXT    CHECK (holds_responsible IN ('state','police','IO','NGO','donor','victim','public','nobody')),
  code_version      INTEGER NOT NULL DEFAULT 1,
  state             TEXT    NOT NULL DEFAULT 'live' CHECK (state IN ('live', 'superseded')),
  UNIQUE (passage, code, coder)
) STRICT;

CREATE INDEX coding_code ON coding (code);

CREATE TABLE memo (
  id         TEXT PRIMARY KEY,
  text       TEXT NOT NULL CHECK (text <> ''),
  coder      TEXT NOT NULL REFERENCES coder,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE history_step (
  step      INTEGER PRIMARY KEY AUTOINCREMENT,
  act       INTEGER NOT NULL,                    -- the first step of the act: an import of 300 files is one
  at        TEXT    NOT NULL,
  coder     TEXT    NOT NULL,
  operation TEXT    NOT NULL,
  label     TEXT,                                -- null: cannot be undone, nor be in the way of it
  subject   TEXT    NOT NULL DEFAULT '',
  undoes    INTEGER                              -- the act that this step takes back
) STRICT;

CREATE INDEX history_step_act ON history_step (act);

CREATE INDEX history_step_undoes ON history_step (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE history_change (
  seq      INTEGER PRIMARY KEY AUTOINCREMENT,
  step     INTEGER NOT NULL REFERENCES history_step ON DELETE CASCADE,
  "table"  TEXT    NOT NULL,
  id       TEXT    NOT NULL,
  "before" TEXT,                                 -- the whole row as JSON; null: it was not there
  "after"  TEXT
) STRICT;

CREATE INDEX history_change_step ON history_change (step);

CREATE INDEX history_change_row ON history_change ("table", id);

CREATE TABLE audit (
  seq           INTEGER PRIMARY KEY AUTOINCREMENT,
  at            TEXT NOT NULL,
  coder         TEXT NOT NULL,
  act           TEXT NOT NULL,
  facts         TEXT NOT NULL,                   -- JSON
  previous_hash TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE fts_stem USING fts5(t, content='', contentless_delete=1, detail=full, tokenize="ascii tokenchars ''''");

CREATE TABLE 'fts_stem_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'fts_stem_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'fts_stem_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'fts_stem_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE lexicon (
  form TEXT    PRIMARY KEY,
  stem TEXT    NOT NULL,
  df   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE search_meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE source_link (
  id     TEXT PRIMARY KEY,
  "from" TEXT NOT NULL REFERENCES source ON DELETE CASCADE,        -- the original
  "to"   TEXT NOT NULL REFERENCES source ON DELETE CASCADE,
  kind   TEXT NOT NULL DEFAULT 'translation' CHECK (kind IN ('translation')),
  CHECK ("from" <> "to")
) STRICT;

CREATE UNIQUE INDEX source_link_to ON source_link ("to", kind);

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

CREATE INDEX history_change_coding ON history_change (json_extract(coalesce("after", "before"), '$.passage'))
  WHERE "table" = 'coding';

CREATE TABLE glossary_term (
  id       TEXT    PRIMARY KEY,
  entry    TEXT    NOT NULL,
  position INTEGER NOT NULL,                     -- in its entry, from 0
  words    TEXT    NOT NULL CHECK (words <> ''), -- a word or a phrase
  UNIQUE (entry, words)
) STRICT;

CREATE TABLE thing (
  number INTEGER PRIMARY KEY,
  kind   TEXT    NOT NULL,
  id     TEXT    NOT NULL,
  UNIQUE (kind, id)
) STRICT;

CREATE VIRTUAL TABLE fts_thing USING fts5(t, content='', contentless_delete=1, detail=full, tokenize="ascii tokenchars ''''");

CREATE TABLE 'fts_thing_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'fts_thing_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'fts_thing_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'fts_thing_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE the_case (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE CHECK (name <> ''),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE case_member (
  id       TEXT PRIMARY KEY,
  the_case TEXT NOT NULL REFERENCES the_case ON DELETE CASCADE,
  source   TEXT NOT NULL REFERENCES source ON DELETE CASCADE,
  UNIQUE (the_case, source)
) STRICT;

CREATE INDEX case_member_source ON case_member (source);

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

CREATE TABLE "memo_link" (
  id     TEXT PRIMARY KEY,
  memo   TEXT NOT NULL REFERENCES memo ON DELETE CASCADE,
  kind   TEXT NOT NULL CHECK (kind IN ('project', 'source', 'passage', 'code', 'case')),
  target TEXT NOT NULL,
  UNIQUE (memo, kind, target)
) STRICT;

CREATE INDEX memo_link_target ON memo_link (kind, target);

CREATE TRIGGER memo_of_source  AFTER DELETE ON source   BEGIN DELETE FROM memo_link WHERE kind = 'source'  AND target = OLD.id; END;

CREATE TRIGGER memo_of_passage AFTER DELETE ON passage  BEGIN DELETE FROM memo_link WHERE kind = 'passage' AND target = OLD.id; END;

CREATE TRIGGER memo_of_code    AFTER DELETE ON code     BEGIN DELETE FROM memo_link WHERE kind = 'code'    AND target = OLD.id; END;

CREATE TRIGGER memo_of_case    AFTER DELETE ON the_case BEGIN DELETE FROM memo_link WHERE kind = 'case'    AND target = OLD.id; END;

CREATE TRIGGER memo_unlinked   AFTER DELETE ON memo_link
  WHEN NOT EXISTS (SELECT 1 FROM memo_link WHERE memo = OLD.memo)
  BEGIN DELETE FROM memo WHERE id = OLD.memo; END;

CREATE TABLE guide_question (
  id       TEXT    PRIMARY KEY,
  position INTEGER NOT NULL,                                    -- in the guide, from 0
  number   TEXT    NOT NULL UNIQUE CHECK (number <> ''),        -- what people call it: 4, 4a
  name     TEXT    NOT NULL CHECK (name <> ''),
  code     TEXT    REFERENCES code ON DELETE SET NULL           -- the family of its answers
) STRICT;

CREATE INDEX guide_question_code ON guide_question (code) WHERE code IS NOT NULL;

CREATE TABLE guide_wording (
  id       TEXT    PRIMARY KEY,
  question TEXT    NOT NULL REFERENCES guide_question ON DELETE CASCADE,
  language TEXT    NOT NULL CHECK (language IN ('en', 'ru', 'other')),
  position INTEGER NOT NULL,                                    -- among those of its question, from 0
  words    TEXT    NOT NULL CHECK (words <> ''),
  UNIQUE (question, words)
) STRICT;

CREATE TABLE turn_question (
  id       TEXT    PRIMARY KEY,
  turn     INTEGER NOT NULL UNIQUE REFERENCES turn ON DELETE CASCADE,
  kind     TEXT    NOT NULL CHECK (kind IN ('asks', 'follows', 'none')),
  question TEXT    REFERENCES guide_question ON DELETE CASCADE,
  coder    TEXT    NOT NULL REFERENCES coder,
  at       TEXT    NOT NULL,
  CHECK ((kind = 'asks') = (question IS NOT NULL))
) STRICT;

CREATE INDEX turn_question_question ON turn_question (question) WHERE question IS NOT NULL;

CREATE TABLE guide_verdict (
  id       TEXT NOT NULL PRIMARY KEY,
  source   TEXT NOT NULL REFERENCES source ON DELETE CASCADE,
  question TEXT NOT NULL REFERENCES guide_question ON DELETE CASCADE,
  verdict  TEXT NOT NULL CHECK (verdict IN ('answered', 'partly', 'declined', 'no-answer', 'not-asked')),
  note     TEXT NOT NULL DEFAULT '',
  coder    TEXT NOT NULL REFERENCES coder,
  at       TEXT NOT NULL,
  UNIQUE (source, question)
) STRICT;

CREATE INDEX guide_verdict_question ON guide_verdict (question);

CREATE TABLE saved_query (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE CHECK (name <> ''),
  query      TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('search', 'retrieval')),
  created_at TEXT NOT NULL
, filter TEXT NOT NULL DEFAULT '{}') STRICT;

CREATE TABLE kept_report (
  id          TEXT PRIMARY KEY,
  title       TEXT NOT NULL CHECK (title <> ''),
  coder       TEXT NOT NULL REFERENCES coder,
  at          TEXT NOT NULL,
  fingerprint TEXT NOT NULL,             -- of the archive as it was
  query       TEXT NOT NULL,             -- JSON: schema/report-query.ts
  answer      TEXT NOT NULL              -- JSON: columns, rows, cells, totals, counts
) STRICT;

CREATE TABLE stop_word (
  id    TEXT    PRIMARY KEY,
  word  TEXT    NOT NULL UNIQUE CHECK (word <> ''),   -- folded
  stops INTEGER NOT NULL CHECK (stops IN (0, 1))      -- 0: a word of the lists that counts here
) STRICT;

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

CREATE VIRTUAL TABLE fts_form USING fts5(t, content='', columnsize=0, detail=full, tokenize="ascii tokenchars ''''");

CREATE TABLE 'fts_form_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'fts_form_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'fts_form_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE "attribute" (
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

CREATE TABLE review_round (
  id        TEXT    PRIMARY KEY,
  kind      TEXT    NOT NULL CHECK (kind IN ('review', 'coding')),     -- decide on codings, or code units independently
  name      TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  questions TEXT    NOT NULL DEFAULT '',                               -- to the advisor
  blind     INTEGER NOT NULL DEFAULT 0 CHECK (blind IN (0, 1)),        -- codes are hidden until she has chosen
  unit      TEXT    NOT NULL CHECK (unit IN ('passage', 'turn', 'paragraph', 'sentence')),
  asked     TEXT    NOT NULL,                                          -- JSON: how it was chosen, its seed among it
  held      TEXT    NOT NULL,                                          -- JSON: what stayed back, and why
  codebook  TEXT    NOT NULL,                                          -- JSON: the codes as they were worded
  secret    TEXT    NOT NULL,                                          -- hex: what opens its replies
  coder     TEXT    NOT NULL REFERENCES coder,                         -- who asks
  made_at   TEXT    NOT NULL,
  closed_at TEXT    NOT NULL DEFAULT '',
  CHECK ((kind = 'review') = (unit = 'passage'))
) STRICT;

CREATE TABLE review_item (
  id           TEXT    PRIMARY KEY,
  round        TEXT    NOT NULL REFERENCES review_round ON DELETE CASCADE,
  number       INTEGER NOT NULL CHECK (number >= 1),                   -- its place in the round
  source       TEXT    NOT NULL,
  passage      TEXT    NOT NULL DEFAULT '',                            -- '' of a unit
  text_version INTEGER NOT NULL,
  start        INTEGER NOT NULL CHECK (start >= 0),                    -- UTF-16 units of that version, [start, end)
  "end"        INTEGER NOT NULL CHECK ("end" > start),
  place        TEXT    NOT NULL,                                       -- R07:12.3
  quote        TEXT    NOT NULL,
  codings      TEXT    NOT NULL DEFAULT '[]',                          -- JSON: id, code and coder of each, as they were
  hash         TEXT    NOT NULL,                                       -- of all that, as a reply names it
  stratum      TEXT    NOT NULL DEFAULT '',
  note         TEXT    NOT NULL DEFAULT '',                            -- to the advisor
  UNIQUE (round, number)
) STRICT;

CREATE INDEX review_item_passage ON review_item (passage) WHERE passage <> '';

CREATE TABLE review_reply (
  id         TEXT PRIMARY KEY,
  round      TEXT NOT NULL REFERENCES review_round ON DELETE CASCADE,
  coder      TEXT NOT NULL REFERENCES coder,                           -- the advisor, as she says
  file_hash  TEXT NOT NULL,                                            -- SHA-256 of the file's bytes; '' in the window
  started_at TEXT NOT NULL,                                            -- as claimed
  saved_at   TEXT NOT NULL,
  read_at    TEXT NOT NULL, answers TEXT NOT NULL DEFAULT '[]',
  UNIQUE (round, coder, file_hash)
) STRICT;

CREATE TABLE review_answer (
  id      TEXT PRIMARY KEY,
  reply   TEXT NOT NULL REFERENCES review_reply ON DELETE CASCADE,
  item    TEXT NOT NULL REFERENCES review_item ON DELETE CASCADE,
  chosen  TEXT,                                                        -- JSON: codes put before any were seen; null: not asked
  comment TEXT NOT NULL DEFAULT '',
  at      TEXT NOT NULL,
  UNIQUE (reply, item)
) STRICT;

CREATE INDEX review_answer_item ON review_answer (item);

CREATE TABLE review_proposal (
  id         TEXT PRIMARY KEY,
  answer     TEXT NOT NULL REFERENCES review_answer ON DELETE CASCADE,
  code       TEXT NOT NULL DEFAULT '',                                 -- '' of a comment
  verdict    TEXT NOT NULL CHECK (verdict IN ('agree', 'disagree', 'suggest', 'unsure', 'comment')),
  state      TEXT NOT NULL CHECK (state IN ('agreed', 'open', 'accepted', 'kept', 'discussed', 'replaced')),
  decided_by TEXT REFERENCES coder,
  decided_at TEXT,
  reason     TEXT NOT NULL DEFAULT '',
  effect     TEXT NOT NULL DEFAULT '{}',                               -- JSON: codings that an acceptance superseded or added
  UNIQUE (answer, code, verdict),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL))
) STRICT;

CREATE TABLE review_thread (
  id    TEXT PRIMARY KEY,
  item  TEXT NOT NULL REFERENCES review_item ON DELETE CASCADE,
  coder TEXT NOT NULL REFERENCES coder,
  at    TEXT NOT NULL,
  text  TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE INDEX review_thread_item ON review_thread (item);

CREATE TABLE arbitration (
  id       TEXT    PRIMARY KEY,
  coding   TEXT    NOT NULL UNIQUE REFERENCES coding ON DELETE CASCADE,
  verdict  TEXT    NOT NULL CHECK (verdict IN ('holds', 'falls')),
  reason   TEXT    NOT NULL,
  coder    TEXT    NOT NULL REFERENCES coder,                          -- who decided
  at       TEXT    NOT NULL
) STRICT;

CREATE TABLE source_file_piece (
  content TEXT    NOT NULL REFERENCES content ON DELETE CASCADE,
  number  INTEGER NOT NULL CHECK (number >= 0),  -- from 0, without gaps
  bytes   BLOB    NOT NULL,
  PRIMARY KEY (content, number)
) STRICT;
