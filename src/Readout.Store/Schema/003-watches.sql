-- Standing questions, and what they found. Not derived: an alert that went out stays.
CREATE TABLE watch (
  name    TEXT NOT NULL PRIMARY KEY,
  kind    TEXT NOT NULL CHECK (kind IN ('query', 'story', 'prospect', 'person', 'all')),
  value   TEXT NOT NULL,
  notify  TEXT NOT NULL,              -- JSON array: stdout, file:PATH, atom:PATH, jsonfeed:PATH, webhook:ADDRESS, exec:COMMAND
  budget  TEXT,                       -- 5/d, 2/h; null for no limit
  quiet   TEXT,                       -- 22:00-07:00 in the zone below
  zone    TEXT,
  created TEXT NOT NULL,
  seen    TEXT NOT NULL               -- entries up to then were looked at
) STRICT;

CREATE TABLE alert (
  id       INTEGER PRIMARY KEY,
  watch    TEXT NOT NULL REFERENCES watch (name) ON DELETE CASCADE,
  entry    INTEGER NOT NULL,          -- the ledger's entry that set it off
  at       TEXT NOT NULL,
  content  TEXT NOT NULL,             -- JSON, as it is delivered
  UNIQUE (watch, entry)
) STRICT;

-- One row for each alert and way of delivery.
CREATE TABLE delivery (
  alert    INTEGER NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
  notify   TEXT NOT NULL,
  done     TEXT,                      -- when it went out; null while it waits
  attempts INTEGER NOT NULL DEFAULT 0,
  next     TEXT,                      -- not before then
  failure  TEXT,
  PRIMARY KEY (alert, notify)
) STRICT, WITHOUT ROWID;
