-- Whoever has neither a position in the office nor a company any more is refused like a name that nobody has.
CREATE OR REPLACE VIEW login_secret (email, hash) AS
SELECT p.email, p.password_hash FROM person p
 WHERE p.state = 'ACTIVE' AND p.password_hash IS NOT NULL
   AND (p.office_position IS NOT NULL
     OR EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.left_at IS NULL));

-- Care ends with the position for which it was given; from now on the application keeps the position until the care is handed over.
DELETE FROM caretaking
 WHERE valid_from > CURRENT_TIMESTAMP
   AND person_id IN (SELECT p.id FROM person p WHERE p.office_position IS NULL OR p.office_position = 'STAFF');
UPDATE caretaking SET valid_to = CURRENT_TIMESTAMP
 WHERE (valid_to IS NULL OR valid_to > CURRENT_TIMESTAMP)
   AND person_id IN (SELECT p.id FROM person p WHERE p.office_position IS NULL OR p.office_position = 'STAFF');
