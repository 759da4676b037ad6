-- 0014  The index of forms keeps no lengths: a row is taken out by saying its words again, which are still there.
-- Derived; built anew at the next opening, because its tokenizer's version is forgotten.
DROP TABLE fts_form;
CREATE VIRTUAL TABLE fts_form USING fts5(t, content='', columnsize=0, detail=full, tokenize="ascii tokenchars ''''");
DELETE FROM search_meta WHERE key = 'tokenizer_version';
