-- 0006  What was done to the codings of one passage is found without reading every change.

CREATE INDEX history_change_coding ON history_change (json_extract(coalesce("after", "before"), '$.passage'))
  WHERE "table" = 'coding';
