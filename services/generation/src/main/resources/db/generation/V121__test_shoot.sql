-- What a model's test shoot has shown, and what its person says.
ALTER TABLE model
    ADD COLUMN test_shoot uuid,
    ADD COLUMN finding    text CHECK (finding IN ('ALIKE', 'NOT_ALIKE', 'UNCLEAR')),
    ADD COLUMN verdict    text CHECK (verdict IN ('ME', 'NOT_ME'));

ALTER TABLE shoot
    ADD COLUMN test_shoot boolean NOT NULL DEFAULT false,
    ADD COLUMN canceled   boolean NOT NULL DEFAULT false;
