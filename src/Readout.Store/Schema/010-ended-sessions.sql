-- Sessions that somebody signed out of: their cookies let nobody in any more, whoever kept a copy. Never cleared: a cookie that is renewed
-- has no last day.
CREATE TABLE ended_session (
  id    TEXT NOT NULL PRIMARY KEY,    -- as the cookie bears it, sealed
  ended TEXT NOT NULL
) STRICT, WITHOUT ROWID;
