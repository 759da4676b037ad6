-- 0013  A kept question is kept with the chips that stood beside it.
ALTER TABLE saved_query ADD COLUMN filter TEXT NOT NULL DEFAULT '{}'; -- JSON: SearchFilter
