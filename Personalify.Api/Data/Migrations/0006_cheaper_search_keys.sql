-- A search looks at the names of what its listener has heard, found by their ids, and never through the whole catalogue: no query reads
-- the trigrams, and keeping them was a third of what a new track cost an import.
DROP INDEX artists_search_key, albums_search_key, tracks_search_key;
DROP EXTENSION pg_trgm;

-- PostgreSQL puts the expression of search_key in the place of its call only when nothing in it is less than immutable and the function is
-- not STRICT. So unaccent, which counts as stable, stands in a function of its own, and a name in plain ASCII, as most are, never gets there:
-- it has no accents and no other forms. The keys that are stored stay what they are.
CREATE FUNCTION unaccented(name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN lower(unaccent('unaccent'::regdictionary, normalize(name, NFKC)));

CREATE OR REPLACE FUNCTION search_key(name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN octet_length(name) = length(name) THEN lower(name) ELSE unaccented(name) END;
