CREATE TABLE training (
    training_id    uuid PRIMARY KEY,
    user_id        text NOT NULL,
    epoch          bigint NOT NULL,
    space          text NOT NULL,
    upload_id      text NOT NULL,
    trigger_word   text NOT NULL,
    recipe         jsonb NOT NULL,
    -- The settings that the trainer has no input for; known once it has been asked.
    without_input  text NOT NULL DEFAULT '',
    photos         jsonb NOT NULL,
    photo_count    int NOT NULL,
    state          text NOT NULL,
    attempt        int NOT NULL,
    stop           text,
    requested_at   timestamptz NOT NULL,
    deadline       timestamptz NOT NULL,
    accepted_at    timestamptz,
    running_at     timestamptz,
    moved_at       timestamptz,
    step           int NOT NULL DEFAULT 0,
    total_steps    int NOT NULL DEFAULT 0,
    told_step      int NOT NULL DEFAULT 0,
    told_total     int NOT NULL DEFAULT 0,
    told_at        timestamptz,
    heard_at       timestamptz,
    failure        text,
    model          text,
    trained_millis bigint,
    cost_micros    bigint,
    ended_at       timestamptz
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX training_one_live ON training (user_id, epoch) WHERE ended_at IS NULL;
CREATE INDEX training_of_user ON training (user_id, epoch, requested_at DESC, training_id DESC);

-- What the provider is known to have, or may have: looked up by nothing but the ids of a training and of the provider.
CREATE TABLE training_attempt (
    training_id uuid NOT NULL REFERENCES training ON DELETE CASCADE,
    attempt     int NOT NULL,
    user_id     text NOT NULL,
    epoch       bigint NOT NULL,
    state       text NOT NULL,
    zip         text,
    file_id     text,
    calls       int NOT NULL DEFAULT 0,
    calling     boolean NOT NULL DEFAULT false,
    intended_at timestamptz,
    zip_gone_at timestamptz,
    provider_id text,
    PRIMARY KEY (training_id, attempt)
);
CREATE INDEX training_attempt_provider ON training_attempt (provider_id);

-- Every ZIP that was ever begun, so that each of them can be deleted.
CREATE TABLE training_zip (
    name        text PRIMARY KEY,
    training_id uuid NOT NULL REFERENCES training ON DELETE CASCADE,
    user_id     text NOT NULL,
    epoch       bigint NOT NULL
);
CREATE INDEX training_zip_training ON training_zip (training_id);

-- What a person watching is told, in order.
CREATE TABLE training_told (
    number        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    training_id   uuid NOT NULL REFERENCES training ON DELETE CASCADE,
    user_id       text NOT NULL,
    epoch         bigint NOT NULL,
    state         text NOT NULL,
    attempt       int NOT NULL,
    step          int NOT NULL,
    total_steps   int NOT NULL,
    estimated_end timestamptz,
    failure       text,
    at            timestamptz NOT NULL
);
CREATE INDEX training_told_training ON training_told (training_id, number);

-- Webhooks that were taken; the provider's ids are about nobody.
CREATE TABLE webhook_taken (
    webhook_id  text PRIMARY KEY,
    received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX webhook_taken_at ON webhook_taken (received_at);
