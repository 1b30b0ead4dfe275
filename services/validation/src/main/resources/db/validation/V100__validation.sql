CREATE TABLE report (
    user_id     text NOT NULL,
    epoch       bigint NOT NULL,
    upload_id   text NOT NULL,
    state       text NOT NULL CHECK (state IN ('CHECKING', 'ACCEPTED', 'REFUSED')),
    training    text NOT NULL CHECK (training IN ('UNWANTED', 'WANTED', 'REQUESTED', 'TAKEN')),
    training_id uuid CHECK ((training_id IS NOT NULL) = (training IN ('WANTED', 'REQUESTED'))),
    reasons     jsonb NOT NULL DEFAULT '[]',
    created_at  timestamptz NOT NULL DEFAULT now(),
    decided_at  timestamptz CHECK ((decided_at IS NULL) = (state = 'CHECKING')),
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
    verdict      text NOT NULL CHECK (verdict IN ('PENDING', 'ACCEPTED', 'REJECTED')),
    reasons      jsonb NOT NULL DEFAULT '[]',
    PRIMARY KEY (user_id, epoch, upload_id, photo_id),
    FOREIGN KEY (user_id, epoch, upload_id) REFERENCES report ON DELETE CASCADE
);

-- The one training of a person's epoch: whoever inserts the row may ask for it.
CREATE TABLE requested_training (
    user_id      text NOT NULL,
    epoch        bigint NOT NULL,
    training_id  uuid NOT NULL UNIQUE,
    upload_id    text NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, epoch)
);
