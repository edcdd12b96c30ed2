-- What the stream of texts knows at the end of a week: derived, so that a page of today need not have all pages before it read again.
CREATE TABLE stream_state (
  week INTEGER NOT NULL PRIMARY KEY,
  pages TEXT NOT NULL,
  state BLOB NOT NULL
) STRICT;
