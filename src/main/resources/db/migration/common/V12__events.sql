-- What programs of the office are told of. A row is written with what it tells; its number, without a gap per company, is given once it
-- is committed, by the one who relays, so that nobody waits for it. 0 is the office itself.
CREATE TABLE company_event (
    id              BIGINT                   NOT NULL PRIMARY KEY,
    company_id      BIGINT                   NOT NULL,
    number          BIGINT,
    kind            VARCHAR(20)              NOT NULL,
    person_id       BIGINT REFERENCES person,
    conversation_id BIGINT REFERENCES conversation,
    position        BIGINT,
    broadcast_id    BIGINT REFERENCES broadcast,
    happened_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    relayed_at      TIMESTAMP WITH TIME ZONE,
    UNIQUE (company_id, number)
);
CREATE INDEX company_event_unnumbered ON company_event (number, id);
CREATE INDEX company_event_waiting ON company_event (relayed_at, company_id, number);
CREATE INDEX company_event_broadcast ON company_event (kind, broadcast_id);
CREATE SEQUENCE company_event_seq START WITH 50 INCREMENT BY 50;
