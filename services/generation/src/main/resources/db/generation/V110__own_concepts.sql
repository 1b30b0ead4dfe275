-- Concepts planned for one person, which are in no catalogue.
CREATE TABLE own_concept (
    concept_id uuid PRIMARY KEY,
    user_id    text NOT NULL,
    epoch      bigint NOT NULL,
    title      text NOT NULL,
    summary    text NOT NULL,
    setting    text NOT NULL,
    light      text NOT NULL,
    clothes    text NOT NULL,
    framing    text NOT NULL,
    mood       text NOT NULL,
    style      text NOT NULL
);
CREATE INDEX own_concept_person ON own_concept (user_id, epoch);
