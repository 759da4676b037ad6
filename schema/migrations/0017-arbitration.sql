-- 0017  What was decided where coders differed: which coding holds, which falls, and why. A coding that falls is
-- superseded, not deleted: agreement before the discussion still counts it.
CREATE TABLE arbitration (
  id       TEXT    PRIMARY KEY,
  coding   TEXT    NOT NULL UNIQUE REFERENCES coding ON DELETE CASCADE,
  verdict  TEXT    NOT NULL CHECK (verdict IN ('holds', 'falls')),
  reason   TEXT    NOT NULL,
  coder    TEXT    NOT NULL REFERENCES coder,                          -- who decided
  at       TEXT    NOT NULL
) STRICT;
