CREATE TABLE note (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id text NOT NULL,
    epoch   bigint NOT NULL,
    about   text NOT NULL
);
