-- The sample table that a person's own data on node B stands for: read on node A through postgres_fdw and joined with its users by id.
CREATE TABLE dummy_data (
    id   int PRIMARY KEY,
    name text NOT NULL
);
INSERT INTO dummy_data (id, name) VALUES (1, 'Remote data 1'), (2, 'Remote data 2'), (3, 'Remote data 3'), (4, 'Remote data 4'), (5, 'Remote data 5');
