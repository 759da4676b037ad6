-- 0002  Search. Everything here is derived: it can be dropped and rebuilt from the texts.
--
-- rowid = paragraph.id, so hits per document need no join. The words are put in by our own
-- tokenizer, space-separated; 'ascii' then splits at nothing else, so one authority decides what a word is.
-- Contentless: the stems are never shown, and the texts are in source_text.

CREATE VIRTUAL TABLE fts_stem USING fts5(t, content='', contentless_delete=1, detail=full, tokenize="ascii tokenchars ''''");
CREATE VIRTUAL TABLE fts_form USING fts5(t, content='', contentless_delete=1, detail=full, tokenize="ascii tokenchars ''''");

-- Every distinct word form, for completion and typo repair; df = paragraphs that hold it.
CREATE TABLE lexicon (
  form TEXT    PRIMARY KEY,
  stem TEXT    NOT NULL,
  df   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- 'tokenizer_version': rebuilt when it differs from the program's.
CREATE TABLE search_meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
