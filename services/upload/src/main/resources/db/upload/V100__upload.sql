-- A set of photos. Times are the service's clock: they show in answers and decide when a set counts as forgotten.
CREATE TABLE photo_set (
    upload_id    uuid PRIMARY KEY,
    user_id      text NOT NULL,
    epoch        bigint NOT NULL,
    -- How often others were told of it; each time its photos are others.
    revision     int NOT NULL DEFAULT 0,
    state        text NOT NULL CHECK (state IN ('open', 'checking', 'accepted', 'refused')),
    auto_start   boolean NOT NULL,
    announced_at timestamptz NOT NULL,
    touched_at   timestamptz NOT NULL,
    completed_at timestamptz,
    judged_at    timestamptz,
    good_photos  int,
    reasons      text[] NOT NULL DEFAULT '{}',
    CHECK (state = 'open' OR completed_at IS NOT NULL),
    CHECK (state NOT IN ('accepted', 'refused') OR (judged_at IS NOT NULL AND good_photos IS NOT NULL))
);
CREATE INDEX photo_set_of_person ON photo_set (user_id, epoch, announced_at DESC, upload_id DESC);

-- Several photos may refer to one object: the same bytes are kept once.
CREATE TABLE photo (
    photo_id     uuid PRIMARY KEY,
    upload_id    uuid NOT NULL REFERENCES photo_set ON DELETE CASCADE,
    user_id      text NOT NULL,
    epoch        bigint NOT NULL,
    position     int NOT NULL,
    name         text NOT NULL,
    size         bigint NOT NULL CHECK (size > 0),
    sha256       text NOT NULL,
    state        text NOT NULL CHECK (state IN ('awaited', 'held', 'arrived', 'accepted', 'rejected')),
    object_name  text,
    content_type text,
    UNIQUE (upload_id, position),
    CHECK ((state = 'awaited') = (object_name IS NULL)),
    CHECK ((object_name IS NULL) = (content_type IS NULL))
);
CREATE INDEX photo_by_bytes ON photo (user_id, epoch, sha256) WHERE object_name IS NOT NULL;

-- Trainings that were asked for: while one is live, sets are not changed. That it has ended without a model may be
-- heard before that it was asked for.
CREATE TABLE requested_training (
    user_id     text NOT NULL,
    epoch       bigint NOT NULL,
    training_id uuid NOT NULL,
    failed      boolean NOT NULL,
    upload_id   text,
    asked_at    timestamptz,
    PRIMARY KEY (user_id, epoch, training_id),
    CHECK ((upload_id IS NULL) = (asked_at IS NULL)),
    CHECK (failed OR asked_at IS NOT NULL)
);

-- Objects that no photo refers to: not yet, while they are being written, or no longer. Whatever crashes, each is
-- either referred to by a photo or listed here, so that none is forgotten in the store.
CREATE TABLE loose_object (
    object_name text PRIMARY KEY,
    batch       uuid NOT NULL,
    user_id     text NOT NULL,
    epoch       bigint NOT NULL,
    due_at      timestamptz NOT NULL,
    removing    boolean NOT NULL DEFAULT false
);
CREATE INDEX loose_object_batch ON loose_object (batch);
CREATE INDEX loose_object_person ON loose_object (user_id, epoch);
