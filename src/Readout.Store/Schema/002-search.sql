-- What can be found: articles, claims, quotations, prospects. Derived.

CREATE TABLE hit (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL CHECK (kind IN ('article', 'claim', 'quotation', 'prospect')),
  page     INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  story    TEXT,                      -- of claims, quotations and prospects; an article's is in story_page
  item     TEXT,                      -- id in the record
  start    INTEGER NOT NULL,          -- its words in the page's text, code points
  "end"    INTEGER NOT NULL,
  earliest TEXT,
  latest   TEXT,
  language TEXT,
  outlet   TEXT,
  speaker  TEXT,
  texts    INTEGER,                   -- independent texts that say so
  disputed INTEGER NOT NULL DEFAULT 0,
  modality TEXT,
  status   TEXT
) STRICT;
CREATE INDEX hit_page ON hit (page, kind);
CREATE INDEX hit_story ON hit (story);

-- Only the index: the words themselves stand in the snapshots. The texts come in stemmed, each by its language.
CREATE VIRTUAL TABLE search USING fts5 (
  title, body, outlet, author, via, says, about, place, event,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);
