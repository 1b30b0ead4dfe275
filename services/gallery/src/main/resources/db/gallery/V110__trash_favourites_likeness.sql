ALTER TABLE portrait
    ADD COLUMN favourite             boolean NOT NULL DEFAULT false,
    ADD COLUMN trashed_at            timestamptz,
    ADD COLUMN trash_until           timestamptz,
    ADD COLUMN likeness_band         text NOT NULL DEFAULT 'NOT_MEASURED',
    ADD COLUMN likeness_percentile   double precision,
    ADD COLUMN held_back             boolean NOT NULL DEFAULT false,
    ADD COLUMN copies_photo          boolean NOT NULL DEFAULT false,
    ADD COLUMN test_shoot            boolean NOT NULL DEFAULT false,
    ADD COLUMN aspect_ratio          text NOT NULL DEFAULT '3:4',
    ADD COLUMN steps                 int NOT NULL DEFAULT 35,
    ADD COLUMN guidance_scale        double precision NOT NULL DEFAULT 2.5,
    ADD COLUMN lora_scale            double precision NOT NULL DEFAULT 1.0,
    ADD COLUMN placeholder           text,
    ADD CHECK ((trashed_at IS NULL) = (trash_until IS NULL));

-- One for each order of the list. What was not measured has the lowest score, so that it comes last.
DROP INDEX portrait_list;
CREATE INDEX portrait_newest ON portrait (user_id, epoch, created_at DESC, (-place) DESC, portrait_id DESC)
    WHERE trashed_at IS NULL;
CREATE INDEX portrait_likeness ON portrait
    (user_id, epoch, (COALESCE(likeness, '-Infinity')) DESC, created_at DESC, (-place) DESC, portrait_id DESC)
    WHERE trashed_at IS NULL;
-- Those of whom a person has few, so that nobody looks for them among all.
CREATE INDEX portrait_previews ON portrait (user_id, epoch) WHERE saved_at IS NULL AND trashed_at IS NULL;
CREATE INDEX portrait_favourites ON portrait (user_id, epoch) WHERE favourite AND trashed_at IS NULL;
CREATE INDEX portrait_trash ON portrait (user_id, epoch) WHERE trashed_at IS NOT NULL;
