-- Whether anything has been sent since a moment.
CREATE INDEX letter_finished ON letter (state, finished_at);

-- Whether a letter waits for a person, and what he has been told of.
CREATE INDEX letter_person ON letter (person_id, state);
CREATE INDEX told_marker_person ON told_marker (person_id);
