-- What a person may be painted with.
CREATE TABLE model (
    training_id    text PRIMARY KEY,
    user_id        text NOT NULL,
    epoch          bigint NOT NULL,
    model_version  text NOT NULL,
    trigger_word   text NOT NULL,
    recipe_version int NOT NULL,
    photo_count    int NOT NULL,
    completed_at   timestamptz NOT NULL
);
CREATE INDEX model_newest ON model (user_id, completed_at DESC, training_id DESC);

-- A request for portraits. The prompt is kept here and in no event.
CREATE TABLE shoot (
    generation_id  uuid PRIMARY KEY,
    user_id        text NOT NULL,
    epoch          bigint NOT NULL,
    space          text NOT NULL,
    training_id    text NOT NULL,
    model_version  text NOT NULL,
    prompt         text NOT NULL,
    outputs        int NOT NULL CHECK (outputs BETWEEN 1 AND 16),
    aspect_ratio   text NOT NULL,
    seed           bigint,
    guidance_scale double precision NOT NULL,
    steps          int NOT NULL,
    lora_scale     double precision NOT NULL,
    state          text NOT NULL DEFAULT 'NEW' CHECK (state IN ('NEW', 'OPEN', 'CLOSED')),
    failure        text,
    version        bigint NOT NULL DEFAULT 0,
    requested_at   timestamptz NOT NULL,
    ended_at       timestamptz,
    expires_at     timestamptz
);
CREATE INDEX shoot_newest ON shoot (user_id, requested_at DESC, generation_id DESC);

-- One prediction of at most four outputs, with its latest attempt.
CREATE TABLE take (
    generation_id  uuid NOT NULL REFERENCES shoot ON DELETE CASCADE,
    take_index     int NOT NULL,
    user_id        text NOT NULL,
    epoch          bigint NOT NULL,
    outputs        int NOT NULL CHECK (outputs BETWEEN 1 AND 4),
    state          text NOT NULL,
    attempt        int NOT NULL DEFAULT 0,
    seed           bigint,
    intended_at    timestamptz,
    since          timestamptz,
    prediction_id  text,
    reason         text,
    PRIMARY KEY (generation_id, take_index)
);
-- No prediction belongs to two takes, so none is adopted twice.
CREATE UNIQUE INDEX take_prediction ON take (prediction_id) WHERE prediction_id IS NOT NULL;

-- Where outputs are, decided before they are copied; size says whether they have been.
CREATE TABLE preview (
    portrait_id    uuid PRIMARY KEY,
    generation_id  uuid NOT NULL REFERENCES shoot ON DELETE CASCADE,
    take_index     int NOT NULL,
    output_index   int NOT NULL,
    user_id        text NOT NULL,
    epoch          bigint NOT NULL,
    object_key     text NOT NULL UNIQUE,
    content_type   text,
    width          int,
    height         int,
    size           bigint,
    seed           bigint,
    saved_at       timestamptz
);
CREATE INDEX preview_shoot ON preview (generation_id, take_index, output_index);
