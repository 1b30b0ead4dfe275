-- Answers to creating requests, kept so that a repeated request gets the same one.
-- created_at is also the claim of a running request: whoever takes it over renews it.
CREATE TABLE idempotency_key (
    user_id    text        NOT NULL,
    key        text        NOT NULL,
    route      text        NOT NULL,
    body_hash  bytea       NOT NULL,
    state      text        NOT NULL CHECK (state IN ('running', 'done')),
    status     int,
    answer     jsonb,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (user_id, key, route),
    CHECK (state = 'running' OR (status IS NOT NULL AND answer IS NOT NULL))
);

CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
