CREATE TABLE portrait (
    user_id       text NOT NULL,
    epoch         bigint NOT NULL,
    portrait_id   text NOT NULL,
    generation_id text NOT NULL,
    model_version text NOT NULL,
    preview_key   text NOT NULL,
    gallery_key   text NOT NULL,
    content_type  text NOT NULL,
    width         int NOT NULL,
    height        int NOT NULL,
    size          bigint NOT NULL,
    seed          bigint NOT NULL,
    -- Among the portraits of its generation, from 0, best first.
    place         int NOT NULL,
    likeness      double precision,
    created_at    timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    remove_at     timestamptz NOT NULL,
    saved_at      timestamptz,
    PRIMARY KEY (user_id, epoch, portrait_id)
);
-- Newest first and best first; -place, so that a page goes on by comparing one row.
CREATE INDEX portrait_list ON portrait (user_id, epoch, created_at DESC, (-place) DESC, portrait_id DESC);

-- So that an event that comes late, or again, brings nothing back.
CREATE TABLE deleted_portrait (
    user_id       text NOT NULL,
    epoch         bigint NOT NULL,
    portrait_id   text NOT NULL,
    generation_id text NOT NULL,
    expired       boolean NOT NULL,
    deleted_at    timestamptz NOT NULL,
    PRIMARY KEY (user_id, epoch, portrait_id)
);
