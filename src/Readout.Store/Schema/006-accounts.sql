-- Who may come in where others can reach the server. What they did stands in audit.jsonl.
CREATE TABLE account (
  name     TEXT NOT NULL PRIMARY KEY,
  role     TEXT NOT NULL CHECK (role IN ('reader', 'editor', 'admin')),
  password TEXT NOT NULL,             -- hashed (ASP.NET Core's PasswordHasher)
  stamp    TEXT NOT NULL,             -- another one ends all sessions
  created  TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,-- wrong passwords in a row
  locked   TEXT                       -- not before then
) STRICT, WITHOUT ROWID;

-- For programs: who holds one is who it names.
CREATE TABLE token (
  id       TEXT NOT NULL PRIMARY KEY, -- the first of the hash's digits
  name     TEXT NOT NULL,
  role     TEXT NOT NULL CHECK (role IN ('reader', 'editor', 'admin')),
  hash     TEXT NOT NULL UNIQUE,      -- SHA-256; the token itself is kept nowhere
  created  TEXT NOT NULL,
  expires  TEXT                       -- null for never
) STRICT, WITHOUT ROWID;
