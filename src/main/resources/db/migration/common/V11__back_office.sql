-- A program of the office writes to clients too. It is kept like a person, under the name with which it logs in to the broker, and
-- never logs in to the pages: it has no password, no position and no company.
ALTER TABLE person ADD COLUMN kind VARCHAR(8) DEFAULT 'HUMAN' NOT NULL CHECK (kind IN ('HUMAN', 'PROGRAM'));

-- What a program sends comes from no draft.
ALTER TABLE broadcast ALTER COLUMN draft_id DROP NOT NULL;

-- Every request that was answered, for ever: the same one again gets the same reply.
CREATE TABLE back_office_request (
    id           BIGINT                   NOT NULL PRIMARY KEY,
    program_id   BIGINT                   NOT NULL REFERENCES person,
    request_id   VARCHAR(100)             NOT NULL,
    content_hash CHAR(64)                 NOT NULL,
    reply        VARCHAR(4000)            NOT NULL,
    broadcast_id BIGINT REFERENCES broadcast,
    answered_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    UNIQUE (program_id, request_id)
);
CREATE SEQUENCE back_office_request_seq START WITH 50 INCREMENT BY 50;
