-- What SQLite takes.
PRAGMA foreign_keys = ON;
PRAGMA table_info(carts);
.mode csv
CREATE TABLE IF NOT EXISTS [carts] (
  id INTEGER PRIMARY KEY ASC AUTOINCREMENT,
  name TEXT NOT NULL ON CONFLICT IGNORE COLLATE NOCASE DEFAULT '',
  size unsigned big int (10),
  untyped,
  made DATETIME DEFAULT CURRENT_TIMESTAMP,
  "quoted" REAL CHECK (quoted > 0) REFERENCES users (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  twice INT GENERATED ALWAYS AS (size * 2) VIRTUAL,
  UNIQUE (name, made) ON CONFLICT REPLACE
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize = 'porter ascii');
CREATE UNIQUE INDEX IF NOT EXISTS main.carts_name ON carts (name COLLATE NOCASE DESC, lower(name)) WHERE name IS NOT NULL;
CREATE TRIGGER IF NOT EXISTS gone AFTER DELETE ON carts FOR EACH ROW WHEN OLD.id > 1 BEGIN
  INSERT INTO log VALUES (OLD.id, strftime('%s', 'now'));
  SELECT RAISE(ABORT, 'no');
END;
INSERT OR REPLACE INTO carts (id, name) VALUES (?1, :name), (@id, $name);
INSERT INTO carts DEFAULT VALUES;
INSERT INTO carts SELECT * FROM old WHERE true ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE excluded.id > 1 RETURNING id;
REPLACE INTO carts VALUES (1, 2);
UPDATE OR IGNORE carts AS c SET (name, size) = (SELECT 1, 2), untyped = x'00' FROM other WHERE c.id = other.id;
DELETE FROM carts INDEXED BY carts_name WHERE name GLOB 'a*' AND id NOT IN () OR id IS NOT 3 OR name ISNULL;
SELECT c.rowid, `name`, "size" AS 'the size', [made], iif(a, b, c), count(*) FILTER (WHERE a) OVER w, CAST(a AS unsigned big int), -a || b -> '$.c'
FROM carts c NATURAL LEFT JOIN users, (other JOIN another USING (id)) WINDOW w AS (PARTITION BY a ORDER BY b NULLS LAST) ORDER BY 1 LIMIT 10, 20;
ALTER TABLE carts ADD COLUMN extra; ALTER TABLE carts RENAME name TO title; ALTER TABLE carts DROP COLUMN extra;
WITH RECURSIVE c(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM c LIMIT 5) SELECT x FROM c;
EXPLAIN QUERY PLAN SELECT 1;
ATTACH DATABASE 'a.db' AS a; DETACH a; VACUUM INTO 'b.db'; REINDEX; ANALYZE main.carts;
BEGIN IMMEDIATE TRANSACTION; SAVEPOINT s; RELEASE s; END;
