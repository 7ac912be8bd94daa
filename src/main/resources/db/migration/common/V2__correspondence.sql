-- Content of files, once per hash, in rows of 1 MiB.
CREATE TABLE content (
    hash CHAR(64) NOT NULL PRIMARY KEY,
    size BIGINT   NOT NULL
);

CREATE TABLE content_chunk (
    hash   CHAR(64) NOT NULL REFERENCES content,
    number INT      NOT NULL,
    bytes  BYTEA    NOT NULL,
    PRIMARY KEY (hash, number)
);

-- The files of one draft, and after sending of what was sent.
CREATE TABLE attachment_set (
    id     BIGINT  NOT NULL PRIMARY KEY,
    sealed BOOLEAN NOT NULL
);
CREATE SEQUENCE attachment_set_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE attachment (
    id         BIGINT       NOT NULL PRIMARY KEY,
    set_id     BIGINT       NOT NULL REFERENCES attachment_set,
    hash       CHAR(64)     NOT NULL REFERENCES content,
    file_name  VARCHAR(255) NOT NULL,
    media_type VARCHAR(127) NOT NULL,
    size       BIGINT       NOT NULL
);
CREATE INDEX attachment_of_set ON attachment (set_id, id);
CREATE SEQUENCE attachment_seq START WITH 50 INCREMENT BY 50;

-- A text with its files, written once: a message has one, and all messages of a broadcast share one.
CREATE TABLE body (
    id                BIGINT         NOT NULL PRIMARY KEY,
    title             VARCHAR(100),
    content           VARCHAR(100000) NOT NULL,
    attachment_set_id BIGINT         NOT NULL REFERENCES attachment_set
);
CREATE SEQUENCE body_seq START WITH 50 INCREMENT BY 50;

-- One running conversation per company and client person. Each side counts its own messages;
-- a message's position in the conversation is the sum of both counts.
CREATE TABLE conversation (
    id             BIGINT NOT NULL PRIMARY KEY,
    company_id     BIGINT NOT NULL REFERENCES company,
    person_id      BIGINT NOT NULL REFERENCES person,
    office_count   BIGINT NOT NULL,
    client_count   BIGINT NOT NULL,
    last_sent_at   TIMESTAMP WITH TIME ZONE,
    last_talk_at   TIMESTAMP WITH TIME ZONE,
    last_talk_side VARCHAR(6) CHECK (last_talk_side IN ('OFFICE', 'CLIENT')),
    UNIQUE (company_id, person_id)
);
CREATE INDEX conversation_person ON conversation (person_id, company_id);
CREATE SEQUENCE conversation_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE message (
    conversation_id BIGINT                   NOT NULL REFERENCES conversation,
    position        BIGINT                   NOT NULL,
    side            VARCHAR(6)               NOT NULL CHECK (side IN ('OFFICE', 'CLIENT')),
    side_number     BIGINT                   NOT NULL,
    author_id       BIGINT                   NOT NULL REFERENCES person,
    author_role     VARCHAR(16)              NOT NULL,
    body_id         BIGINT                   NOT NULL REFERENCES body,
    broadcast_id    BIGINT,
    draft_id        BIGINT UNIQUE,
    sent_at         TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (conversation_id, position),
    UNIQUE (conversation_id, side, side_number),
    UNIQUE (broadcast_id, conversation_id)
);

-- How far a person, as one of a side, has read the other side of a conversation.
CREATE TABLE read_marker (
    conversation_id BIGINT     NOT NULL REFERENCES conversation,
    person_id       BIGINT     NOT NULL REFERENCES person,
    side            VARCHAR(6) NOT NULL CHECK (side IN ('OFFICE', 'CLIENT')),
    read_up_to      BIGINT     NOT NULL,
    PRIMARY KEY (conversation_id, person_id, side)
);
CREATE INDEX read_marker_person ON read_marker (person_id, conversation_id);

-- Every reading, for ever: message n of a side was read at the first row that reaches n.
CREATE TABLE reading (
    conversation_id BIGINT                   NOT NULL REFERENCES conversation,
    person_id       BIGINT                   NOT NULL REFERENCES person,
    side            VARCHAR(6)               NOT NULL CHECK (side IN ('OFFICE', 'CLIENT')),
    read_up_to      BIGINT                   NOT NULL,
    read_at         TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (conversation_id, person_id, side, read_up_to)
);

-- What a person is writing; its id is the key under which sending twice is one.
CREATE SEQUENCE draft_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE draft (
    id                BIGINT                   NOT NULL PRIMARY KEY,
    person_id         BIGINT                   NOT NULL REFERENCES person,
    conversation_id   BIGINT                   NOT NULL REFERENCES conversation,
    content           VARCHAR(100000)          NOT NULL,
    attachment_set_id BIGINT                   NOT NULL REFERENCES attachment_set,
    saved_at          TIMESTAMP WITH TIME ZONE NOT NULL,
    UNIQUE (person_id, conversation_id)
);
