-- Search by name: without regard to case and accents, anywhere in the name, by trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- What is compared: compatibility forms composed, accents off, lower case. PostgreSQL calls unaccent only stable because its dictionary
-- can be edited; naming the dictionary makes it as good as immutable, which an index needs.
CREATE FUNCTION search_key(name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN lower(unaccent('unaccent'::regdictionary, normalize(name, NFKC)));

-- LIKE's pattern for a text anywhere; null, which matches nothing, when nothing of the text remains.
CREATE FUNCTION search_pattern(text text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN '%' || replace(replace(replace(nullif(search_key(text), ''), '\', '\\'), '%', '\%'), '_', '\_') || '%';

-- How well a key fits a text that it contains: 0 it is the text, 1 it begins so, 2 a word of it begins so, 3 it has it somewhere.
-- Not STRICT, so that PostgreSQL puts the expression in the place of the call.
CREATE FUNCTION search_rank(key text, text text) RETURNS int
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN key = text THEN 0
        WHEN starts_with(key, text) THEN 1
        WHEN position(' ' || text IN translate(key, '-/.,:;!?&+()[]{}"''', '                  ')) > 0 THEN 2
        ELSE 3
    END;

ALTER TABLE artists ADD COLUMN search_key text GENERATED ALWAYS AS (search_key(name)) STORED;
ALTER TABLE albums ADD COLUMN search_key text GENERATED ALWAYS AS (search_key(name)) STORED;
ALTER TABLE tracks ADD COLUMN search_key text GENERATED ALWAYS AS (search_key(name)) STORED;

CREATE INDEX artists_search_key ON artists USING gin (search_key gin_trgm_ops);
CREATE INDEX albums_search_key ON albums USING gin (search_key gin_trgm_ops);
CREATE INDEX tracks_search_key ON tracks USING gin (search_key gin_trgm_ops);
