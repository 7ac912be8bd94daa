-- What the office has blocked, nobody of a client company unblocks. Of the older blocks nobody knows whose they were: they stay.
ALTER TABLE person ADD COLUMN blocked_by_office BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE person SET blocked_by_office = TRUE WHERE state = 'BLOCKED';

-- Letters about an account. The check of the kinds has no name that both databases know; it goes with its column.
ALTER TABLE letter ADD COLUMN sort VARCHAR(12);
UPDATE letter SET sort = kind;
ALTER TABLE letter DROP COLUMN kind;
ALTER TABLE letter RENAME COLUMN sort TO kind;
ALTER TABLE letter ALTER COLUMN kind SET NOT NULL;
ALTER TABLE letter ADD CONSTRAINT letter_kind CHECK (kind IN ('INVITATION', 'PASSWORD', 'MESSAGES', 'ACCOUNT'));

-- An e-mail address and the one before it find room.
ALTER TABLE audit_event ALTER COLUMN object SET DATA TYPE VARCHAR(600);
