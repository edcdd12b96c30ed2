-- The ledgers' entries together that came together and went together: a row for each took several times the space of what it says.
-- EntryRows moves what the table before held, which no build could make again.
ALTER TABLE entry RENAME TO entry_row;
DROP INDEX entry_story;
DROP INDEX entry_seen;
DROP INDEX entry_gone;

CREATE TABLE entry (
  id    INTEGER PRIMARY KEY,          -- of the block
  story TEXT NOT NULL,
  seen  TEXT NOT NULL,                -- when a build first had its entries so
  gone  TEXT,                         -- when a build no longer had them so
  count INTEGER NOT NULL,             -- how many they are
  last  INTEGER NOT NULL,             -- the largest of their numbers
  bytes BLOB NOT NULL                 -- EntryBlock
) STRICT;
CREATE INDEX entry_story ON entry (story, gone);
CREATE INDEX entry_seen ON entry (seen);
CREATE INDEX entry_gone ON entry (gone) WHERE gone IS NOT NULL;
CREATE INDEX entry_last ON entry (last);
