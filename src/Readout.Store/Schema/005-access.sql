-- Requests that may be sent again, with the answers they had; kept for a day.
CREATE TABLE request (
  key      TEXT NOT NULL PRIMARY KEY, -- who asked, and the key they chose
  asked    TEXT NOT NULL,             -- digest of the request
  status   INTEGER NOT NULL,
  location TEXT,
  body     BLOB NOT NULL,
  at       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX request_at ON request (at);

-- What went at a build; what came is found by entry_seen.
CREATE INDEX entry_gone ON entry (gone) WHERE gone IS NOT NULL;
