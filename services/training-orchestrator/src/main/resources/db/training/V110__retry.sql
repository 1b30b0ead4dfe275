-- The training that the person tried again with this one.
ALTER TABLE training ADD COLUMN retry_of uuid;
CREATE INDEX training_retry_of ON training (retry_of) WHERE retry_of IS NOT NULL;
