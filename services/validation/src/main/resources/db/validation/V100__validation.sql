-- Numbers of verdicts told: a stream that was cut off goes on after the last one it has seen.
CREATE SEQUENCE report_told;

CREATE TABLE report (
    user_id     text NOT NULL,
    epoch       bigint NOT NULL,
    upload_id   text NOT NULL,
    revision    int NOT NULL CHECK (revision > 0),
    state       text NOT NULL CHECK (state IN ('CHECKING', 'ACCEPTED', 'REFUSED')),
    training    text NOT NULL CHECK (training IN ('UNWANTED', 'WANTED', 'REQUESTED', 'TAKEN')),
    training_id uuid CHECK ((training_id IS NOT NULL) = (training IN ('WANTED', 'REQUESTED'))),
    reasons     jsonb NOT NULL DEFAULT '[]',
    coverage    jsonb CHECK ((coverage IS NULL) = (state = 'CHECKING')),
    created_at  timestamptz NOT NULL DEFAULT now(),
    decided_at  timestamptz CHECK ((decided_at IS NULL) = (state = 'CHECKING')),
    told        bigint,
    PRIMARY KEY (user_id, epoch, upload_id)
);

CREATE TABLE report_photo (
    user_id      text NOT NULL,
    epoch        bigint NOT NULL,
    upload_id    text NOT NULL,
    photo_id     text NOT NULL,
    place        int NOT NULL,
    object_key   text NOT NULL,
    size         bigint NOT NULL,
    sha256       text NOT NULL,
    prepared_key text NOT NULL,
    findings     text NOT NULL CHECK (findings IN ('AWAITED', 'REPEATED', 'UNUSABLE', 'MEASURED')),
    -- Of a photo that was measured, without what its face looks like.
    reading      jsonb CHECK ((reading IS NOT NULL) = (findings = 'MEASURED')),
    -- Of a photo on which nothing can be measured: why.
    flaws        jsonb NOT NULL DEFAULT '[]',
    repeats      text CHECK ((repeats IS NOT NULL) = (findings = 'REPEATED')),
    verdict      text NOT NULL CHECK (verdict IN ('PENDING', 'ACCEPTED', 'REJECTED')),
    reasons      jsonb NOT NULL DEFAULT '[]',
    -- The person's word against the verdict, and the codes it was said about.
    override     text,
    overridden   text[] NOT NULL DEFAULT '{}',
    told         bigint,
    PRIMARY KEY (user_id, epoch, upload_id, photo_id),
    FOREIGN KEY (user_id, epoch, upload_id) REFERENCES report ON DELETE CASCADE
);
CREATE INDEX report_photo_by_bytes ON report_photo (user_id, epoch, sha256) WHERE findings IN ('UNUSABLE', 'MEASURED');

-- What a face looks like: biometric data, sealed with a key that the database has not got.
CREATE TABLE face_vector (
    user_id   text NOT NULL,
    epoch     bigint NOT NULL,
    upload_id text NOT NULL,
    photo_id  text NOT NULL,
    face      int NOT NULL,
    embedder  text NOT NULL,
    version   text NOT NULL,
    quality   double precision NOT NULL,
    sealed    bytea NOT NULL,
    PRIMARY KEY (user_id, epoch, upload_id, photo_id),
    FOREIGN KEY (user_id, epoch, upload_id, photo_id) REFERENCES report_photo ON DELETE CASCADE
);

-- The one training that a person's epoch may have at a time: whoever inserts the row may ask for it, and it goes when
-- that training has ended without a model.
CREATE TABLE requested_training (
    user_id      text NOT NULL,
    epoch        bigint NOT NULL,
    training_id  uuid NOT NULL UNIQUE,
    upload_id    text NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, epoch)
);
