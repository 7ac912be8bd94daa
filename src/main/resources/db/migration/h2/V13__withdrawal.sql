-- What is not delivered of a POWIADOMIENIE that is withdrawn is cancelled. The names of the checks so far are H2's own: it is asked for them.
ALTER TABLE broadcast ADD COLUMN withdrawn_at TIMESTAMP WITH TIME ZONE;

EXECUTE IMMEDIATE 'ALTER TABLE broadcast_chunk DROP CONSTRAINT ' || (
    SELECT constraint_name FROM information_schema.table_constraints
    WHERE table_name = 'BROADCAST_CHUNK' AND constraint_type = 'CHECK');
ALTER TABLE broadcast_chunk ALTER COLUMN state SET DATA TYPE VARCHAR(9);
ALTER TABLE broadcast_chunk
    ADD CONSTRAINT broadcast_chunk_state CHECK (state IN ('PENDING', 'DONE', 'FAILED', 'CANCELLED'));

EXECUTE IMMEDIATE 'ALTER TABLE receipt DROP CONSTRAINT ' || (
    SELECT constraint_name FROM information_schema.table_constraints
    WHERE table_name = 'RECEIPT' AND constraint_type = 'CHECK');
ALTER TABLE receipt ALTER COLUMN state SET DATA TYPE VARCHAR(9);
ALTER TABLE receipt ADD CONSTRAINT receipt_state CHECK (state IN ('PENDING', 'DONE', 'FAILED', 'CANCELLED'));

-- Of a POWIADOMIENIE that is finished, how many do not get it.
ALTER TABLE company_event ADD COLUMN cancelled BIGINT;
