-- 0016  Rounds of review: what somebody else is asked about, what she answered, and what became of it.
-- An item keeps what was asked as it stood then, so that a later edit is seen and not mistaken for her answer.
-- Items, answers and decisions name passages, codings and codes by id without holding on to them: a code that
-- is merged or a passage that goes leaves its review as it was.
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
  read_at    TEXT NOT NULL,
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
