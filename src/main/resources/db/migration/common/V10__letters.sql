-- Whether anything has been sent since a moment.
CREATE INDEX letter_finished ON letter (state, finished_at);
