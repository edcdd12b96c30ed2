-- What a build was made of, in short: while that is the same, another has nothing to do. Null for builds that did not say so.
ALTER TABLE build ADD COLUMN state TEXT;

-- Versions that their address shows no more. Most addresses never had a second one, and need no sorting by time.
CREATE VIEW page_superseded AS
  WITH versions AS (
    SELECT page, row_number() OVER (PARTITION BY key ORDER BY at DESC, page DESC) AS n
    FROM page_version WHERE key IN (SELECT key FROM page GROUP BY key HAVING count(*) > 1)
  )
  SELECT page FROM versions EXCEPT SELECT page FROM versions WHERE n = 1;
