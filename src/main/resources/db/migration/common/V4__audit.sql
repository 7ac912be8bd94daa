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
CREATE INDEX audit_event_time ON audit_event (happened_at);
CREATE SEQUENCE audit_event_seq START WITH 50 INCREMENT BY 50;
