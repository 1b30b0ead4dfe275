-- The newest verdict on each accepted set.
CREATE TABLE selfie_set (
    user_id    text NOT NULL,
    epoch      bigint NOT NULL,
    upload_id  text NOT NULL,
    revision   int NOT NULL,
    decided_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, epoch, upload_id)
);

-- Its accepted photos, and what their faces look like: biometric data, sealed with the person's own key.
CREATE TABLE selfie (
    user_id      text NOT NULL,
    epoch        bigint NOT NULL,
    upload_id    text NOT NULL,
    photo_id     text NOT NULL,
    prepared_key text NOT NULL,
    state        text NOT NULL DEFAULT 'AWAITED' CHECK (state IN ('AWAITED', 'MEASURED', 'UNMEASURABLE')),
    embedder     text,
    version      text,
    hash         bigint,
    quality      double precision,
    sealed       bytea CHECK ((sealed IS NOT NULL) = (state = 'MEASURED')),
    PRIMARY KEY (user_id, epoch, upload_id, photo_id),
    FOREIGN KEY (user_id, epoch, upload_id) REFERENCES selfie_set ON DELETE CASCADE
);

-- Each person's key, sealed with one that the database has not got.
CREATE TABLE face_key (
    user_id text NOT NULL,
    epoch   bigint NOT NULL,
    sealed  bytea NOT NULL,
    PRIMARY KEY (user_id, epoch)
);

-- Of what was copied before this, nobody has measured anything.
ALTER TABLE preview
    ADD COLUMN band         text,
    ADD COLUMN score        double precision,
    ADD COLUMN percentile   double precision,
    ADD COLUMN unmeasured   text,
    ADD COLUMN copies_photo boolean NOT NULL DEFAULT false;
