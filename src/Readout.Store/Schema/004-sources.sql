-- What the input says of a page (its address, when it was taken, its feed's title and date), as JSON. Every build gives it back to the reader.
ALTER TABLE page ADD COLUMN bearer TEXT;

-- An earlier version that its address showed again.
CREATE TABLE page_again (
  page INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  at   TEXT NOT NULL,
  PRIMARY KEY (page, at)
) STRICT, WITHOUT ROWID;

-- What an address showed, and when: by the time of capture where one is known, whatever the order in which archives came in.
CREATE VIEW page_version AS
  SELECT id AS page, key, coalesce(captured, seen) AS at FROM page
  UNION ALL
  SELECT a.page, p.key, a.at FROM page_again a JOIN page p ON p.id = a.page;

-- The latest version of every address.
CREATE VIEW page_current AS
  SELECT page FROM (SELECT page, row_number() OVER (PARTITION BY key ORDER BY at DESC, page DESC) AS n FROM page_version) WHERE n = 1;

-- How far a file that holds many pages was taken in.
CREATE TABLE intake (
  path     TEXT NOT NULL,             -- full
  asked    TEXT NOT NULL,             -- with which options
  head     TEXT NOT NULL,             -- SHA-256 of its first bytes: whether it is still the same file
  length   INTEGER NOT NULL,
  modified TEXT NOT NULL,
  number   INTEGER NOT NULL,          -- where to go on: entries before, the compressed member, the place in it
  member   INTEGER NOT NULL,
  inside   INTEGER NOT NULL,
  pages    INTEGER NOT NULL,          -- taken in so far
  whole    INTEGER NOT NULL,          -- 1 where its end was reached
  PRIMARY KEY (path, asked)
) STRICT, WITHOUT ROWID;

-- What is asked for pages again and again.
CREATE TABLE source (
  address  TEXT NOT NULL PRIMARY KEY, -- of a feed or sitemap; a folder's full path
  kind     TEXT NOT NULL CHECK (kind IN ('feed', 'sitemap', 'folder')),
  title    TEXT,
  via      TEXT,                      -- the site or list that named it
  since    TEXT,                      -- what it dates before this day is left alone
  added    TEXT NOT NULL,
  asked    TEXT,                      -- when last
  etag     TEXT,
  modified TEXT,                      -- the server's mark of the version that was read last
  ttl      INTEGER,                   -- seconds that it asks to be left alone for
  skip     TEXT,                      -- hours and days in which it asks not to be read, JSON
  wait     TEXT,                      -- until when its server asked to be left alone
  failures INTEGER NOT NULL DEFAULT 0,-- in a row
  failure  TEXT
) STRICT;

-- Addresses that sources named, and pages that are looked at again.
CREATE TABLE sighting (
  key      TEXT NOT NULL PRIMARY KEY, -- as in page
  address  TEXT NOT NULL,
  source   TEXT,                      -- the first that named it; null for a page that was named itself
  listed   TEXT,                      -- what the source says of it, JSON
  appeared TEXT,                      -- when its source says that it was published; null where it does not, and was there at the first look
  seen     TEXT NOT NULL,
  fetched  TEXT,                      -- when its page first came in
  looked   TEXT,                      -- when it was last asked for
  next     TEXT,                      -- when it is to be asked for; null for never again
  attempts INTEGER NOT NULL DEFAULT 0,-- in a row that failed
  failure  TEXT,
  etag     TEXT,
  modified TEXT
) STRICT;
CREATE INDEX sighting_next ON sighting (next) WHERE next IS NOT NULL;
CREATE INDEX sighting_source ON sighting (source, seen);

-- Files of a watched folder that were taken in.
CREATE TABLE source_file (
  source   TEXT NOT NULL REFERENCES source (address) ON DELETE CASCADE,
  path     TEXT NOT NULL,
  length   INTEGER NOT NULL,
  modified TEXT NOT NULL,
  PRIMARY KEY (source, path)
) STRICT, WITHOUT ROWID;
