CREATE TABLE audit_event (
    id              BIGINT                   NOT NULL PRIMARY KEY,
    happened_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    actor           VARCHAR(254)             NOT NULL,
    action          VARCHAR(40)              NOT NULL,
    object          VARCHAR(200)             NOT NULL,
    result          VARCHAR(16)              NOT NULL CHECK (result IN ('DONE', 'REFUSED')),
    address         VARCHAR(64),
    correlation_id  VARCHAR(36)              NOT NULL
);
CREATE INDEX audit_event_time ON audit_event (happened_at, id);
CREATE SEQUENCE audit_event_seq START WITH 50 INCREMENT BY 50;

-- One per row, written a moment later by one timer: the number in the chain and the hash of the row and the seal before it.
CREATE TABLE audit_seal (
    number   BIGINT      NOT NULL PRIMARY KEY,
    event_id BIGINT      NOT NULL UNIQUE REFERENCES audit_event,
    hash     VARCHAR(64) NOT NULL
);
