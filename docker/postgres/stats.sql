-- Run once by the image, when node B's data folder is made: the login of BI tools, whose password comes from .env. What it may read is
-- granted by the Api when it finds node B.
\getenv password BI_PASSWORD
CREATE ROLE personalify_bi LOGIN PASSWORD :'password';
-- Only this server's superuser may say so: no large objects and no other database for roles that have nothing to write.
REVOKE CONNECT ON DATABASE postgres FROM PUBLIC;
