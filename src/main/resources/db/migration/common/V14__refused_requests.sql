-- What programs asked for and did not get, for the head to see: the last refusal of each number, '' where there was none to read.
CREATE TABLE refused_request (
    program    VARCHAR(254)             NOT NULL,
    request_id VARCHAR(100)             NOT NULL,
    kind       VARCHAR(40)              NOT NULL,
    reply      VARCHAR(4000)            NOT NULL,
    refused_at TIMESTAMP WITH TIME ZONE NOT NULL,
    times      INT                      NOT NULL,
    PRIMARY KEY (program, request_id)
);
CREATE INDEX refused_request_time ON refused_request (refused_at);

-- What was refused by a rule before; which kind of request it was has not been kept.
INSERT INTO refused_request (program, request_id, kind, reply, refused_at, times)
SELECT p.email, r.request_id, '', r.reply, r.answered_at, 1
FROM back_office_request r JOIN person p ON p.id = r.program_id
WHERE r.reply LIKE '%"outcome":"rejected"%';
