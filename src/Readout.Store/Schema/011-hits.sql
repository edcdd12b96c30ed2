-- Hits in numbers, in the order in which they are shown where nothing else tells them apart: that makes counting and the latest of many
-- quick, and the table a third as large. Both tables are derived; a build fills them anew, so what the last one found must not count.
DROP TABLE search;
DROP TABLE hit;
UPDATE document SET made = '';
UPDATE story SET made = NULL;
UPDATE build SET state = NULL;

-- Words that many hits share: outlets, speakers, stories' ids.
CREATE TABLE name (
  id    INTEGER PRIMARY KEY,
  value TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE hit (
  id       INTEGER PRIMARY KEY,       -- its latest day, its kind, and a number (HitId)
  page     INTEGER NOT NULL,
  story    INTEGER,                   -- a name, as all below that are not said to be something else; null for articles
  item     TEXT,                      -- id in the record
  start    INTEGER NOT NULL,          -- its words in the page's text, code points
  length   INTEGER NOT NULL,
  days     INTEGER NOT NULL,          -- from its earliest day to its latest
  language INTEGER,
  outlet   INTEGER,
  speaker  INTEGER,
  texts    INTEGER,                   -- how many independent texts say so
  disputed INTEGER NOT NULL DEFAULT 0,-- 1 where a dispute rests on it
  modality INTEGER,
  status   INTEGER
) STRICT;
CREATE INDEX hit_article ON hit (page) WHERE story IS NULL;
CREATE INDEX hit_story ON hit (story) WHERE story IS NOT NULL;
CREATE INDEX hit_period ON hit (days) WHERE days > 0;

-- Only the index: the words themselves stand in the snapshots. The texts come in stemmed, each by its language.
CREATE VIRTUAL TABLE search USING fts5 (
  title, body, outlet, author, via, says, about, place, event,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);

-- Which languages there are is asked at every search.
CREATE INDEX document_language ON document (language);
