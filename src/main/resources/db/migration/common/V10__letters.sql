-- Whether anything has been sent since a moment.
CREATE INDEX letter_finished ON letter (state, finished_at);

-- Whether a letter waits for a person, and what he has been told of.
CREATE INDEX letter_person ON letter (person_id, state);
CREATE INDEX told_marker_person ON told_marker (person_id);

-- Until when a letter is of use: one with a link no longer than the link works. The text of one whose link is over is wiped.
ALTER TABLE letter ADD COLUMN expires_at TIMESTAMP WITH TIME ZONE;
UPDATE letter SET expires_at = written_at + INTERVAL '3' DAY WHERE kind IN ('MESSAGES', 'ACCOUNT');
UPDATE letter SET expires_at = COALESCE(
    (SELECT MAX(a.expires_at) FROM account_link a
     WHERE a.person_id = letter.person_id AND a.purpose = letter.kind AND a.ended_at IS NULL AND a.made_at <= letter.written_at),
    written_at)
 WHERE kind IN ('INVITATION', 'PASSWORD');
UPDATE letter SET state = 'DROPPED', finished_at = CURRENT_TIMESTAMP, content = ''
 WHERE kind IN ('INVITATION', 'PASSWORD') AND state IN ('WAITING', 'REFUSED') AND expires_at <= CURRENT_TIMESTAMP;
ALTER TABLE letter ALTER COLUMN expires_at SET NOT NULL;
