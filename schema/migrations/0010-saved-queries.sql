-- 0010  Questions that are kept: searches and retrievals. Recorded. What they find is asked anew each time.
CREATE TABLE saved_query (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE CHECK (name <> ''),
  query      TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('search', 'retrieval')),
  created_at TEXT NOT NULL
) STRICT;
