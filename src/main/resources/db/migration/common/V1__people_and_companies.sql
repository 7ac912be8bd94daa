-- One installation serves one office.
CREATE TABLE office (
    id    BIGINT       NOT NULL PRIMARY KEY,
    name  VARCHAR(200) NOT NULL,
    phone VARCHAR(40)  NOT NULL
);

CREATE TABLE office_hours (
    weekday SMALLINT   NOT NULL PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7),
    opens   VARCHAR(5) NOT NULL,
    closes  VARCHAR(5) NOT NULL
);

-- A person of either side. The position is held in the office; everything else is held per company.
CREATE TABLE person (
    id              BIGINT       NOT NULL PRIMARY KEY,
    version         BIGINT       NOT NULL,
    email           VARCHAR(254) NOT NULL UNIQUE CHECK (email = LOWER(email)),
    password_hash   VARCHAR(200),
    full_name       VARCHAR(120) NOT NULL,
    phone           VARCHAR(40),
    state           VARCHAR(16)  NOT NULL CHECK (state IN ('NOT_ACTIVATED', 'ACTIVE', 'BLOCKED')),
    office_position VARCHAR(16) CHECK (office_position IN ('HEAD', 'CARETAKER', 'STAFF')),
    language        VARCHAR(2)   NOT NULL CHECK (language IN ('pl', 'en')),
    theme           VARCHAR(8)   NOT NULL CHECK (theme IN ('SYSTEM', 'LIGHT', 'DARK')),
    invited_at      TIMESTAMP WITH TIME ZONE
);
CREATE SEQUENCE person_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE company (
    id      BIGINT       NOT NULL PRIMARY KEY,
    version BIGINT       NOT NULL,
    name    VARCHAR(200) NOT NULL,
    nip     VARCHAR(10)  NOT NULL UNIQUE
);
CREATE SEQUENCE company_seq START WITH 50 INCREMENT BY 50;

-- What a person is on the client side of a company.
CREATE TABLE membership (
    company_id BIGINT      NOT NULL REFERENCES company,
    person_id  BIGINT      NOT NULL REFERENCES person,
    role       VARCHAR(16) NOT NULL CHECK (role IN ('ENTREPRENEUR', 'EMPLOYEE')),
    may_start  BOOLEAN     NOT NULL,
    PRIMARY KEY (company_id, person_id)
);
CREATE INDEX membership_person ON membership (person_id, company_id);

-- Who of the office looks after a company, and when; a substitute has an end from the first day.
CREATE TABLE caretaking (
    id         BIGINT                   NOT NULL PRIMARY KEY,
    company_id BIGINT                   NOT NULL REFERENCES company,
    person_id  BIGINT                   NOT NULL REFERENCES person,
    substitute BOOLEAN                  NOT NULL,
    valid_from TIMESTAMP WITH TIME ZONE NOT NULL,
    valid_to   TIMESTAMP WITH TIME ZONE
);
CREATE INDEX caretaking_company ON caretaking (company_id, person_id);
CREATE INDEX caretaking_person ON caretaking (person_id, company_id);
CREATE SEQUENCE caretaking_seq START WITH 50 INCREMENT BY 50;

-- Every right on a company, in one place: each query on tenant data joins this view.
-- Where a person is a client he has no office rights; a blocked person has none at all. One row per person and company, also
-- while a caretaker stands in for himself: lists join the view, and a second row would count everything twice.
CREATE VIEW company_access (person_id, company_id, side, role) AS
SELECT p.id, c.id, 'OFFICE', 'OFFICE_HEAD'
  FROM person p CROSS JOIN company c
 WHERE p.office_position = 'HEAD' AND p.state = 'ACTIVE'
   AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.company_id = c.id AND m.person_id = p.id)
UNION ALL
SELECT DISTINCT k.person_id, k.company_id, 'OFFICE', 'CARETAKER'
  FROM caretaking k JOIN person p ON p.id = k.person_id
 WHERE p.office_position = 'CARETAKER' AND p.state = 'ACTIVE'
   AND k.valid_from <= CURRENT_TIMESTAMP AND (k.valid_to IS NULL OR k.valid_to > CURRENT_TIMESTAMP)
   AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.company_id = k.company_id AND m.person_id = p.id)
UNION ALL
SELECT m.person_id, m.company_id, 'CLIENT', m.role
  FROM membership m JOIN person p ON p.id = m.person_id
 WHERE p.state = 'ACTIVE';

-- What the server's security realm reads: it binds the e-mail and nothing else.
CREATE VIEW login_secret (email, hash) AS
SELECT email, password_hash FROM person WHERE state = 'ACTIVE' AND password_hash IS NOT NULL;

CREATE VIEW login_role (email, role) AS
SELECT email, 'OFFICE' FROM person WHERE office_position IS NOT NULL
UNION ALL
SELECT email, 'OFFICE_HEAD' FROM person WHERE office_position = 'HEAD'
UNION ALL
SELECT email, 'CARETAKER' FROM person WHERE office_position = 'CARETAKER'
UNION ALL
SELECT p.email, 'CLIENT' FROM person p WHERE EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id);
