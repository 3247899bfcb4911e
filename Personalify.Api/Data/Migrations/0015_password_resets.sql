-- A link to set a new password is a token like a session: kept as its hash, used once, with an end. An account has one at a time.
ALTER TABLE tokens DROP CONSTRAINT tokens_kind_check, ADD CHECK (kind IN ('SESSION', 'API', 'RESET'));
CREATE UNIQUE INDEX tokens_reset ON tokens (user_id) WHERE kind = 'RESET';
