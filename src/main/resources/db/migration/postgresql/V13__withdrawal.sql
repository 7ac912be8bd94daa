-- What is not delivered of a POWIADOMIENIE that is withdrawn is cancelled.
ALTER TABLE broadcast ADD COLUMN withdrawn_at TIMESTAMP WITH TIME ZONE;

ALTER TABLE broadcast_chunk DROP CONSTRAINT broadcast_chunk_state_check;
ALTER TABLE broadcast_chunk ALTER COLUMN state SET DATA TYPE VARCHAR(9);
ALTER TABLE broadcast_chunk
    ADD CONSTRAINT broadcast_chunk_state CHECK (state IN ('PENDING', 'DONE', 'FAILED', 'CANCELLED'));

ALTER TABLE receipt DROP CONSTRAINT receipt_state_check;
ALTER TABLE receipt ALTER COLUMN state SET DATA TYPE VARCHAR(9);
ALTER TABLE receipt ADD CONSTRAINT receipt_state CHECK (state IN ('PENDING', 'DONE', 'FAILED', 'CANCELLED'));

-- Of a POWIADOMIENIE that is finished, how many do not get it.
ALTER TABLE company_event ADD COLUMN cancelled BIGINT;
