-- Whose a standing question is. Those of before have nobody's name, and stay everybody's.
ALTER TABLE watch ADD COLUMN owner TEXT;
ALTER TABLE watch ADD COLUMN shared INTEGER NOT NULL DEFAULT 1 CHECK (shared IN (0, 1));
