-- What a picture's file becomes when it is sent: a head of ours, and the file from some byte on.
CREATE TABLE portrait_file (
    user_id     text NOT NULL,
    epoch       bigint NOT NULL,
    portrait_id text NOT NULL,
    form        text NOT NULL,
    head        bytea NOT NULL,
    mark_at     int NOT NULL,
    skipped     bigint NOT NULL,
    size        bigint NOT NULL,
    rest_crc    bigint NOT NULL,
    PRIMARY KEY (user_id, epoch, portrait_id),
    FOREIGN KEY (user_id, epoch, portrait_id) REFERENCES portrait ON DELETE CASCADE
);
