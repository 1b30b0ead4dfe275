-- The calls that all instances together may make of the provider: one bucket, filled by the database's clock.
CREATE TABLE provider_budget (
    tokens       double precision NOT NULL DEFAULT 0,
    granted      double precision NOT NULL DEFAULT 0,
    refilled_at  timestamptz NOT NULL DEFAULT now(),
    paused_until timestamptz
) WITH (fillfactor = 10);
CREATE UNIQUE INDEX provider_budget_one ON provider_budget ((true));
INSERT INTO provider_budget DEFAULT VALUES;

-- When the provider's list is read next, by whichever instance comes first.
CREATE TABLE provider_sweep (
    due_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 10);
CREATE UNIQUE INDEX provider_sweep_one ON provider_sweep ((true));
INSERT INTO provider_sweep DEFAULT VALUES;

-- How many there are, and how far back the list has to be read.
CREATE INDEX training_at_provider ON training (accepted_at) WHERE state IN ('SUBMITTED', 'RUNNING');
