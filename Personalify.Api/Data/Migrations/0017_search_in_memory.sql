-- A search looks at names that the Api keeps in memory (Catalog/SearchIndex); the store makes their keys and no longer compares them.
DROP FUNCTION search_rank(text, text);
DROP FUNCTION search_pattern(text);
