-- 0009  The interview guide is a thing of its own, and turns say which question they ask.
-- Until now the guide was only visible as families of the codebook: nobody could see what an
-- interview was never asked. What was decided about a turn is kept; what is merely offered is
-- worked out anew from the wordings, so that a better wording helps at once.
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

-- What a person decided about an interviewer's turn. 'asks' a question; 'follows' up the one before;
-- 'none': belongs to no question of the guide.
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

-- What a person says became of a question in an interview, against what is worked out.
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
