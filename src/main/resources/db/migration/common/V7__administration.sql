-- The office as its head keeps it. The signature stands below every letter.
ALTER TABLE office ADD COLUMN version BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE office ADD COLUMN nip VARCHAR(10);
ALTER TABLE office ADD COLUMN address VARCHAR(300) DEFAULT '' NOT NULL;
ALTER TABLE office ADD COLUMN signature VARCHAR(500) DEFAULT '' NOT NULL;
ALTER TABLE office ADD COLUMN logo BYTEA;
ALTER TABLE office ADD COLUMN logo_type VARCHAR(40);

-- A log-in is good for one generation: a new password, a block or "end all sessions" begins the next.
ALTER TABLE person ADD COLUMN session_generation BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE person ADD COLUMN mail_choice VARCHAR(8) DEFAULT 'DIGEST' NOT NULL CHECK (mail_choice IN ('AT_ONCE', 'DIGEST', 'NEVER'));

-- A link that lets a person set a password, once. Only the hash of its secret is kept.
CREATE TABLE account_link (
    id          BIGINT                   NOT NULL PRIMARY KEY,
    person_id   BIGINT                   NOT NULL REFERENCES person,
    purpose     VARCHAR(12)              NOT NULL CHECK (purpose IN ('INVITATION', 'PASSWORD')),
    secret_hash CHAR(64)                 NOT NULL UNIQUE,
    made_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at    TIMESTAMP WITH TIME ZONE
);
CREATE INDEX account_link_person ON account_link (person_id, purpose);
CREATE SEQUENCE account_link_seq START WITH 50 INCREMENT BY 50;

-- The outbox: letters that were written in the transaction of what they tell, and are sent after it.
CREATE TABLE letter (
    id          BIGINT                   NOT NULL PRIMARY KEY,
    person_id   BIGINT                   NOT NULL REFERENCES person,
    kind        VARCHAR(12)              NOT NULL CHECK (kind IN ('INVITATION', 'PASSWORD', 'MESSAGES')),
    address     VARCHAR(254)             NOT NULL,
    subject     VARCHAR(200)             NOT NULL,
    content     VARCHAR(20000)           NOT NULL,
    state       VARCHAR(8)               NOT NULL CHECK (state IN ('WAITING', 'SENT', 'REFUSED', 'DROPPED')),
    tries       INT                      NOT NULL,
    written_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    next_try_at TIMESTAMP WITH TIME ZONE NOT NULL,
    finished_at TIMESTAMP WITH TIME ZONE,
    problem     VARCHAR(500)
);
CREATE INDEX letter_due ON letter (state, next_try_at);
CREATE SEQUENCE letter_seq START WITH 50 INCREMENT BY 50;

-- Up to which message of the other side a person has been told by a letter.
CREATE TABLE told_marker (
    conversation_id BIGINT     NOT NULL REFERENCES conversation,
    person_id       BIGINT     NOT NULL REFERENCES person,
    side            VARCHAR(6) NOT NULL CHECK (side IN ('OFFICE', 'CLIENT')),
    told_up_to      BIGINT     NOT NULL,
    PRIMARY KEY (conversation_id, person_id, side)
);
CREATE INDEX conversation_last_sent ON conversation (last_sent_at);

-- The office's own number of a company, and the switches of a company.
ALTER TABLE company ADD COLUMN number VARCHAR(40);
ALTER TABLE company ADD COLUMN active BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE company ADD COLUMN employees_start BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE company ADD COLUMN entrepreneurs_look BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE company ADD CONSTRAINT company_number UNIQUE (number);

CREATE TABLE company_tag (
    company_id BIGINT      NOT NULL REFERENCES company,
    tag        VARCHAR(40) NOT NULL,
    PRIMARY KEY (company_id, tag)
);
CREATE INDEX company_tag_tag ON company_tag (tag, company_id);

-- Who has left a company keeps his row, and has no right there any more.
ALTER TABLE membership ADD COLUMN version BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE membership ADD COLUMN left_at TIMESTAMP WITH TIME ZONE;

-- Whether the markers of one who looks after a company have been set, which happens when his time begins.
ALTER TABLE caretaking ADD COLUMN begun BOOLEAN DEFAULT TRUE NOT NULL;

CREATE OR REPLACE VIEW company_access (person_id, company_id, side, role) AS
SELECT p.id, c.id, 'OFFICE', 'OFFICE_HEAD'
  FROM person p CROSS JOIN company c
 WHERE p.office_position = 'HEAD' AND p.state = 'ACTIVE' AND c.active
   AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.company_id = c.id AND m.person_id = p.id AND m.left_at IS NULL)
UNION ALL
SELECT DISTINCT k.person_id, k.company_id, 'OFFICE', 'CARETAKER'
  FROM caretaking k JOIN person p ON p.id = k.person_id JOIN company c ON c.id = k.company_id
 WHERE p.office_position = 'CARETAKER' AND p.state = 'ACTIVE' AND c.active
   AND k.valid_from <= CURRENT_TIMESTAMP AND (k.valid_to IS NULL OR k.valid_to > CURRENT_TIMESTAMP)
   AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.company_id = k.company_id AND m.person_id = p.id AND m.left_at IS NULL)
UNION ALL
SELECT m.person_id, m.company_id, 'CLIENT', m.role
  FROM membership m JOIN person p ON p.id = m.person_id JOIN company c ON c.id = m.company_id
 WHERE p.state = 'ACTIVE' AND m.left_at IS NULL AND c.active;

CREATE OR REPLACE VIEW login_role (email, role) AS
SELECT email, 'OFFICE' FROM person WHERE office_position IS NOT NULL
UNION ALL
SELECT email, 'OFFICE_HEAD' FROM person WHERE office_position = 'HEAD'
UNION ALL
SELECT email, 'CARETAKER' FROM person WHERE office_position = 'CARETAKER'
UNION ALL
SELECT p.email, 'CLIENT' FROM person p WHERE EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.left_at IS NULL);
