-- What came in. These two tables are never derived and never rewritten.

-- Raw bytes as they came, once each.
CREATE TABLE capture (
  sha256 TEXT NOT NULL PRIMARY KEY,
  length INTEGER NOT NULL,            -- of the bytes as they came
  coding TEXT NOT NULL CHECK (coding IN ('br', 'identity')),
  bytes  BLOB NOT NULL
) STRICT;

-- Where and when bytes were seen. Other bytes at the same address are another version of it.
CREATE TABLE page (
  id       INTEGER PRIMARY KEY,
  address  TEXT NOT NULL,             -- as given: a path or a web address
  key      TEXT NOT NULL,             -- what versions of one address have in common
  sha256   TEXT NOT NULL REFERENCES capture (sha256),
  seen     TEXT NOT NULL,             -- UTC, to the microsecond
  captured TEXT,                      -- when an archive says it was fetched
  origin   TEXT,                      -- the feed, archive or folder it came through
  UNIQUE (key, sha256)
) STRICT;
CREATE INDEX page_capture ON page (sha256);
CREATE INDEX page_seen ON page (seen);

-- What is derived from the pages. All of it can be thrown away and made again.

-- A page read: its particulars, or why it can't be read.
CREATE TABLE document (
  page     INTEGER NOT NULL PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
  made     TEXT NOT NULL,             -- by which program, with which corrections of the page
  failure  TEXT,
  title    TEXT,
  outlet   TEXT,
  author   TEXT,
  language TEXT,
  type     TEXT,
  earliest TEXT,                      -- the page's day, or the interval it lies in
  latest   TEXT
) STRICT;

-- The page with all its layers (DocumentSnapshot). A table of its own, so that lists of documents stay quick.
CREATE TABLE snapshot (
  page  INTEGER NOT NULL PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
  bytes BLOB NOT NULL
) STRICT;

-- Pages that belong together over weeks, and their record.
CREATE TABLE story (
  id       TEXT NOT NULL PRIMARY KEY,
  name     TEXT NOT NULL,
  members  TEXT NOT NULL,             -- digest of its pages and of what was corrected: by it a build sees that nothing changed
  made     TEXT,                      -- the members its record was made of; null until it is made
  pages    INTEGER NOT NULL,
  outlets  INTEGER NOT NULL DEFAULT 0,
  claims   INTEGER NOT NULL DEFAULT 0,
  disputes INTEGER NOT NULL DEFAULT 0,
  prospects INTEGER NOT NULL DEFAULT 0,
  earliest TEXT,
  latest   TEXT,
  changed  TEXT,                      -- when its record last changed
  record   BLOB                       -- the JSON document, compressed
) STRICT;
CREATE INDEX story_latest ON story (latest);

CREATE TABLE story_page (
  story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  page  INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  PRIMARY KEY (story, page)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_page_page ON story_page (page);

-- An id that a story once had leads to the story that took its pages in.
CREATE TABLE story_redirect (
  id TEXT NOT NULL PRIMARY KEY,
  "to" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The ledger's entries. They only grow: an entry that a later state no longer has gets the day it went, and stays.
CREATE TABLE entry (
  id      INTEGER PRIMARY KEY,
  story   TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('page', 'claim', 'dispute', 'change', 'prospect')),
  item    TEXT NOT NULL,              -- its id in the record
  words   TEXT,
  state   TEXT NOT NULL,              -- the three counts, the values, the status
  content TEXT NOT NULL,              -- places and steps, JSON
  said    TEXT,                       -- latest day among its steps
  seen    TEXT NOT NULL,              -- when a build first had it so
  gone    TEXT                        -- when a build no longer had it so
) STRICT;
CREATE INDEX entry_story ON entry (story, gone);
CREATE INDEX entry_seen ON entry (seen);

-- Runs of build: what each changed.
CREATE TABLE build (
  id      INTEGER PRIMARY KEY,
  began   TEXT NOT NULL,
  ended   TEXT,
  program TEXT NOT NULL,
  pages   INTEGER NOT NULL DEFAULT 0,
  stories INTEGER NOT NULL DEFAULT 0
) STRICT;

-- When somebody last looked at a story ('' for the whole workspace).
CREATE TABLE visit (
  who   TEXT NOT NULL,
  story TEXT NOT NULL,
  at    TEXT NOT NULL,
  PRIMARY KEY (who, story)
) STRICT, WITHOUT ROWID;
