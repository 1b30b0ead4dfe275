ALTER TABLE training ADD COLUMN reserve_micros bigint NOT NULL DEFAULT 0;
-- Ended, and what was set aside for its last attempt still is: nobody knows whether that was accepted.
ALTER TABLE training ADD COLUMN unsettled boolean NOT NULL DEFAULT false;
ALTER TABLE training ADD COLUMN still_since timestamptz;
ALTER TABLE training ADD COLUMN seen_at timestamptz;
UPDATE training SET still_since = clock_timestamp(), seen_at = clock_timestamp() WHERE accepted_at IS NOT NULL;

-- What was spent on all trainings requested on a day in UTC; the row that is locked before more is set aside.
CREATE TABLE spend_day (
    day      date PRIMARY KEY,
    reserved bigint NOT NULL DEFAULT 0,
    overrun  bigint NOT NULL DEFAULT 0,
    consumed bigint NOT NULL DEFAULT 0,
    released bigint NOT NULL DEFAULT 0,
    CHECK (reserved >= 0 AND overrun >= 0 AND consumed >= 0 AND released >= 0),
    CHECK (reserved + overrun >= consumed + released)
);

INSERT INTO spend_day (day) SELECT DISTINCT (requested_at AT TIME ZONE 'UTC')::date FROM training;

-- Millionths of a US dollar; what is written stays, but for the name of who has started afresh or was erased.
CREATE TABLE spend_entry (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    training_id uuid NOT NULL,
    attempt     int NOT NULL,
    user_id     text,
    epoch       bigint NOT NULL,
    day         date NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('RESERVE', 'OVERRUN', 'CONSUME', 'RELEASE')),
    micros      bigint NOT NULL CHECK (micros > 0),
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (training_id, attempt, kind)
);
CREATE INDEX spend_entry_person ON spend_entry (user_id, epoch, day) WHERE user_id IS NOT NULL;

CREATE FUNCTION spend_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.user_id IS NULL
       AND ROW (NEW.number, NEW.training_id, NEW.attempt, NEW.epoch, NEW.day, NEW.kind, NEW.micros, NEW.at)
         = ROW (OLD.number, OLD.training_id, OLD.attempt, OLD.epoch, OLD.day, OLD.kind, OLD.micros, OLD.at) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was written about money stays';
END $$;
CREATE TRIGGER spend_entry_stays BEFORE UPDATE OR DELETE ON spend_entry
    FOR EACH ROW EXECUTE FUNCTION spend_entry_stays();

-- Reserved and overrun are as much as consumed and released, once nothing is held any more.
CREATE VIEW spend_attempt AS
SELECT training_id, attempt, user_id, epoch, day,
       SUM(micros) FILTER (WHERE kind = 'RESERVE') AS reserved,
       SUM(micros) FILTER (WHERE kind = 'OVERRUN') AS overrun,
       SUM(micros) FILTER (WHERE kind = 'CONSUME') AS consumed,
       SUM(micros) FILTER (WHERE kind = 'RELEASE') AS released,
       SUM(CASE WHEN kind IN ('RESERVE', 'OVERRUN') THEN micros ELSE -micros END)::bigint AS held
FROM spend_entry GROUP BY training_id, attempt, user_id, epoch, day;
