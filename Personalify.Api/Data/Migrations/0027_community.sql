-- Whether a listener's plays count in the figures of the community. They do not until the listener says so.
ALTER TABLE users ADD COLUMN is_in_community boolean NOT NULL DEFAULT false;
