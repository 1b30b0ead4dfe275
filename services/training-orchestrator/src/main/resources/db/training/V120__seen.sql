-- When the provider was first asked in vain since it was last heard from; older than heard_at: it answers again.
ALTER TABLE training ADD COLUMN unreachable_since timestamptz;

-- How long trainings took of late.
CREATE INDEX training_succeeded ON training (ended_at DESC) WHERE state = 'SUCCEEDED';
