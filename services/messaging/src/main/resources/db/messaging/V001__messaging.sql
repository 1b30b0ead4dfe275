-- The fence: what carries an older epoch is dropped.
CREATE TABLE person_epoch (
    user_id    text PRIMARY KEY,
    epoch      bigint NOT NULL CHECK (epoch >= 1),
    space      text NOT NULL,
    raised_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE inbox (
    consumer    text NOT NULL,
    event_id    uuid NOT NULL,
    replay_id   text NOT NULL DEFAULT '',
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, event_id, replay_id)
);
CREATE INDEX inbox_received_at ON inbox (received_at);

-- Rows leave by deletion in bulk, so they hold no index but the number and few dead tuples pile up.
CREATE TABLE outbox (
    number        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id      uuid NOT NULL,
    topic         text NOT NULL,
    user_id       text NOT NULL,
    epoch         bigint NOT NULL,
    payload       bytea NOT NULL,
    traceparent   text NOT NULL,
    replay_id     text,
    replay_target text,
    may_spend     boolean NOT NULL,
    parked_cause  text,
    created_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE outbox_archive (
    number        bigint NOT NULL,
    event_id      uuid NOT NULL,
    topic         text NOT NULL,
    user_id       text NOT NULL,
    epoch         bigint NOT NULL,
    payload       bytea NOT NULL,
    traceparent   text NOT NULL,
    replay_id     text,
    replay_target text,
    may_spend     boolean NOT NULL,
    created_at    timestamptz NOT NULL,
    published_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (published_at, number)
) PARTITION BY RANGE (published_at);
CREATE INDEX outbox_archive_user ON outbox_archive (user_id, number);

-- Partitions for this month and the next; called daily, so there is always one to write to.
CREATE FUNCTION ensure_archive_partitions() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    month timestamptz;
BEGIN
    FOR ahead IN 0..1 LOOP
        month := date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' + make_interval(months => ahead);
        EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF outbox_archive FOR VALUES FROM (%L) TO (%L)',
            'outbox_archive_' || to_char(month AT TIME ZONE 'UTC', 'YYYYMM'), month,
            (month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC');
    END LOOP;
END $$;
SELECT ensure_archive_partitions();

CREATE TABLE dead_letter (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    topic       text NOT NULL,
    "partition" int NOT NULL,
    "offset"    bigint NOT NULL,
    record_key  bytea,
    value       bytea,
    headers     jsonb NOT NULL,
    kind        text NOT NULL,
    cause       text NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (topic, "partition", "offset")
);

CREATE TABLE lease (
    name   text PRIMARY KEY,
    holder uuid NOT NULL,
    fence  bigint NOT NULL DEFAULT 1,
    until  timestamptz NOT NULL
);

CREATE TABLE work (
    id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    kind          text NOT NULL,
    key           text NOT NULL,
    user_id       text NOT NULL,
    epoch         bigint NOT NULL,
    space         text NOT NULL,
    payload       text NOT NULL DEFAULT '',
    due_at        timestamptz NOT NULL,
    attempt       int NOT NULL DEFAULT 0,
    fence         bigint NOT NULL DEFAULT 0,
    leased_until  timestamptz,
    last_error    text,
    traceparent   text NOT NULL,
    replay_id     text,
    replay_target text,
    may_spend     boolean NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    done_at       timestamptz,
    UNIQUE (kind, key)
) WITH (fillfactor = 70);
CREATE INDEX work_due ON work (kind, due_at) WHERE done_at IS NULL;
