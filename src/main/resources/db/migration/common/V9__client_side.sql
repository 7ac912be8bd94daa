-- What the office has blocked, nobody of a client company unblocks. Of the older blocks nobody knows whose they were: they stay.
ALTER TABLE person ADD COLUMN blocked_by_office BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE person SET blocked_by_office = TRUE WHERE state = 'BLOCKED';
