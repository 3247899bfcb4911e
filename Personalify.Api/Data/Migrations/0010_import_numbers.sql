-- Imports are numbered within their listener for everything that a listener sees, so that the numbers tell nothing of how much others
-- import; imports.id stays what rows of the database refer to. A number is never given twice, even when its import is cancelled.
ALTER TABLE users ADD COLUMN last_import int NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN number int;

UPDATE imports SET number = ranked.number
FROM (SELECT id, row_number() OVER (PARTITION BY user_id ORDER BY id)::int AS number FROM imports) AS ranked
WHERE imports.id = ranked.id;
UPDATE users SET last_import = coalesce((SELECT max(number) FROM imports WHERE user_id = users.id), 0);

ALTER TABLE imports ALTER COLUMN number SET NOT NULL;
CREATE UNIQUE INDEX imports_user_id_number ON imports (user_id, number);

CREATE FUNCTION number_import() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE users SET last_import = last_import + 1 WHERE id = NEW.user_id RETURNING last_import INTO NEW.number;
    RETURN NEW;
END $$;
CREATE TRIGGER number_import BEFORE INSERT ON imports FOR EACH ROW EXECUTE FUNCTION number_import();
