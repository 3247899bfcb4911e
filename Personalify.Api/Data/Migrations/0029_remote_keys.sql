-- By which columns rows of node B's tables are told apart, as they were when they were imported; foreign tables cannot say it themselves.
CREATE TABLE remote_keys (
    schema_name text NOT NULL,
    table_name  text NOT NULL,
    columns     text[] NOT NULL,
    PRIMARY KEY (schema_name, table_name)
);
