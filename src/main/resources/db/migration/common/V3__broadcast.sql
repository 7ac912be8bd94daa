CREATE TABLE broadcast_draft (
    id                BIGINT                   NOT NULL PRIMARY KEY,
    person_id         BIGINT                   NOT NULL UNIQUE REFERENCES person,
    title             VARCHAR(100)             NOT NULL,
    content           VARCHAR(100000)          NOT NULL,
    with_employees    BOOLEAN                  NOT NULL,
    attachment_set_id BIGINT                   NOT NULL REFERENCES attachment_set,
    saved_at          TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE broadcast (
    id              BIGINT                   NOT NULL PRIMARY KEY,
    draft_id        BIGINT                   NOT NULL UNIQUE,
    author_id       BIGINT                   NOT NULL REFERENCES person,
    author_role     VARCHAR(16)              NOT NULL,
    body_id         BIGINT                   NOT NULL REFERENCES body,
    with_employees  BOOLEAN                  NOT NULL,
    accepted_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    company_count   INT                      NOT NULL,
    recipient_count INT                      NOT NULL
);
CREATE INDEX broadcast_author ON broadcast (author_id, id);
CREATE SEQUENCE broadcast_seq START WITH 50 INCREMENT BY 50;

ALTER TABLE message ADD FOREIGN KEY (broadcast_id) REFERENCES broadcast;

-- The companies that were ticked and had nobody to receive; all others stand in the ledger.
CREATE TABLE broadcast_unreached (
    broadcast_id BIGINT NOT NULL REFERENCES broadcast,
    company_id   BIGINT NOT NULL REFERENCES company,
    PRIMARY KEY (broadcast_id, company_id)
);

-- A part of a broadcast that is delivered in one transaction. PENDING and FAILED may be delivered, DONE is final.
CREATE TABLE broadcast_chunk (
    broadcast_id     BIGINT                   NOT NULL REFERENCES broadcast,
    number           INT                      NOT NULL,
    state            VARCHAR(8)               NOT NULL CHECK (state IN ('PENDING', 'DONE', 'FAILED')),
    dispatches       INT                      NOT NULL,
    next_dispatch_at TIMESTAMP WITH TIME ZONE NOT NULL,
    finished_at      TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (broadcast_id, number)
);
CREATE INDEX broadcast_chunk_due ON broadcast_chunk (state, next_dispatch_at);

-- The ledger: one row per recipient.
CREATE TABLE receipt (
    broadcast_id    BIGINT     NOT NULL REFERENCES broadcast,
    conversation_id BIGINT     NOT NULL REFERENCES conversation,
    chunk           INT        NOT NULL,
    company_id      BIGINT     NOT NULL REFERENCES company,
    person_id       BIGINT     NOT NULL REFERENCES person,
    state           VARCHAR(8) NOT NULL CHECK (state IN ('PENDING', 'DONE', 'FAILED')),
    side_number     BIGINT,
    delivered_at    TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (broadcast_id, conversation_id)
);
CREATE INDEX receipt_chunk ON receipt (broadcast_id, chunk, conversation_id);
