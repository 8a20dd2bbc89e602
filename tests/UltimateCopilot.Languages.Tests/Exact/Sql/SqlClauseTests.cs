using UltimateCopilot.Languages.Exact.Sql;

namespace UltimateCopilot.Languages.Tests.Exact.Sql;

/// <summary>Clause by clause: what is fine, and what is wrong, in PostgreSQL's own words for it.</summary>
[TestFixture]
public sealed class SqlClauseTests
{
    [TestCase("SELECT;")]
    [TestCase("SELECT FROM t")]
    [TestCase("TABLE t; VALUES (1), (2) ORDER BY 1; ((SELECT 1)) UNION ALL (SELECT 2 LIMIT 1)")]
    [TestCase("SELECT a AS select, b \"c d\", c.*, (t).x[1:2].y FROM t")]
    [TestCase("SELECT date '2000-01-01', interval '1' day, int '1', f(x) 'y', E'\\'', U&'d!0061' UESCAPE '!'")]
    [TestCase("SELECT 'one'\n  'two', $1, :x, :'x', %(name)s, {{ ref('a') }}, ${x}, ? FROM {{ source }}")]
    [TestCase("SELECT a NOT IN (1, 2), a NOT BETWEEN SYMMETRIC 1 AND 2 AND b, a IS NOT DISTINCT FROM b, a LIKE ANY (ARRAY['x']), NOT a::int[] = '{}'")]
    [TestCase("SELECT count(*) FILTER (WHERE a) OVER (w ROWS UNBOUNDED PRECEDING EXCLUDE TIES), f(a, VARIADIC b => c), sum(DISTINCT a ORDER BY b) FROM t WINDOW w AS ()")]
    [TestCase("SELECT * FROM a, LATERAL f(a.x) AS g (y int), ROWS FROM (f(), g()) WITH ORDINALITY, (b JOIN c USING (d)) AS e, ONLY h TABLESAMPLE system (1)")]
    [TestCase("SELECT * FROM a JOIN b JOIN c ON b.x = c.x ON a.x = b.x NATURAL FULL OUTER JOIN d CROSS JOIN e")]
    [TestCase("SELECT 1 WHERE (a, b) = (SELECT 1, 2) AND EXISTS (SELECT) ORDER BY 1 USING OPERATOR(pg_catalog.<) FOR NO KEY UPDATE OF t NOWAIT")]
    [TestCase("SELECT json_object('a': 1, 'b' VALUE 2), json_query(a, '$' WITH WRAPPER), x IS JSON OBJECT WITH UNIQUE KEYS, xmlelement(name a, b)")]
    public void Check_Query_IsFine(string code) => Assert.That(SqlTexts.Check(code, SqlDialect.PostgreSql), Is.Empty);

    [TestCase("INSERT INTO t DEFAULT VALUES")]
    [TestCase("INSERT INTO t (a, b[1], c.d) OVERRIDING SYSTEM VALUE (SELECT 1, 2, 3) RETURNING *")]
    [TestCase("INSERT INTO t VALUES (1) ON CONFLICT ON CONSTRAINT k DO NOTHING")]
    [TestCase("WITH x AS MATERIALIZED (DELETE FROM t RETURNING a) INSERT INTO u SELECT * FROM x")]
    [TestCase("UPDATE ONLY t AS u SET a = DEFAULT, (b, c) = ROW (1, 2) FROM v WHERE CURRENT OF cur")]
    [TestCase("MERGE INTO t USING s ON true WHEN NOT MATCHED BY SOURCE THEN DELETE WHEN NOT MATCHED THEN INSERT DEFAULT VALUES")]
    [TestCase("COPY t (a) FROM STDIN WITH (FORMAT csv, HEADER, NULL ''); COPY (SELECT 1) TO PROGRAM 'cat'")]
    public void Check_ChangeOfData_IsFine(string code) => Assert.That(SqlTexts.Check(code, SqlDialect.PostgreSql), Is.Empty);

    [TestCase("CREATE TABLE t ()")]
    [TestCase("CREATE TEMP TABLE t (LIKE u INCLUDING ALL, a int DEFAULT 1 NOT NULL CHECK (a > 0) NO INHERIT, b timestamp(3) without time zone) ON COMMIT DROP")]
    [TestCase("CREATE TABLE t (a, b) AS SELECT 1, 2 WITH NO DATA")]
    [TestCase("CREATE TABLE t PARTITION OF u FOR VALUES FROM (MINVALUE) TO (10) PARTITION BY LIST (lower(a))")]
    [TestCase("ALTER TABLE IF EXISTS t ADD exclude text, ADD EXCLUDE (a WITH =), ALTER a SET DATA TYPE int USING a::int, ENABLE ROW LEVEL SECURITY")]
    [TestCase("CREATE INDEX ON t (a text_ops DESC NULLS LAST, (b || c), f(d))")]
    [TestCase("CREATE VIEW v (a) WITH (security_barrier) AS SELECT 1 WITH LOCAL CHECK OPTION; DROP VIEW v, w CASCADE")]
    [TestCase("CREATE TYPE t AS ENUM (); CREATE TYPE u AS (a int); CREATE DOMAIN d AS text CHECK (VALUE ~ 'x'); COMMENT ON TYPE t IS NULL")]
    [TestCase("CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; NOTIFY x)")]
    [TestCase("GRANT ALL ON ALL TABLES IN SCHEMA a, b TO c WITH GRANT OPTION; REVOKE ADMIN OPTION FOR r FROM u")]
    [TestCase("CREATE OPERATOR = (LEFTARG = int, COMMUTATOR = =, FUNCTION = f); CREATE AGGREGATE a (int) (SFUNC = f, STYPE = int)")]
    [TestCase("SET LOCAL search_path TO a, 'b'; SET TIME ZONE LOCAL; BEGIN ISOLATION LEVEL SERIALIZABLE, READ ONLY; EXPLAIN (ANALYZE, COSTS off) SELECT 1; VACUUM FULL t (a)")]
    public void Check_Definition_IsFine(string code) => Assert.That(SqlTexts.Check(code, SqlDialect.PostgreSql), Is.Empty);

    [TestCase("SELECT a b c FROM t", "1:10 UC1004 expected ',' between 'b' and 'c'")]
    [TestCase("SELECT * FROM a b c", "1:17 UC1004 expected ',' between 'b' and 'c'")]
    [TestCase("SELECT * FROM a JOIN b", "1:22 UC1004 expected 'ON' after 'b'")]
    [TestCase("SELECT a FROM t WHERE", "1:21 UC1014 the statement ends too soon: expected an expression after 'WHERE'")]
    [TestCase("SELECT a FROM t GROUP a", "1:21 UC1004 expected 'BY' between 'GROUP' and 'a'")]
    [TestCase("SELECT 1 WHERE a IN 1, 2", "1:19 UC1004 expected '(' between 'IN' and '1'")]
    [TestCase("SELECT a FROM t LIMIT 1 OFSFET 2", "1:25 UC1005 unexpected 'OFSFET': was 'OFFSET' meant?")]
    [TestCase("SELECT a FROM t ORDER BY b DECS", "1:28 UC1005 unexpected 'DECS': was 'DESC' meant?")]
    [TestCase("SELECT a FROM t WHRE b = 1", "1:17 UC1005 unexpected 'WHRE': was 'WHERE' meant?")]
    [TestCase("SELECT f(a,) FROM t", "1:11 UC1005 nothing follows this comma before ')'")]
    [TestCase("SELECT f(, a) FROM t", "1:10 UC1005 unexpected ',' after '('")]
    [TestCase("SELECT a[1) FROM t", "1:11 UC1003 '[' is closed by ')': expected ']'")]
    [TestCase("INSERT INTO t (a, b VALUES (1, 2)", "1:19 UC1001 '(' is never closed: expected ')' here")]
    [TestCase("INSERT INTO t VALUES (1, 2), (3, 4", "1:34 UC1001 '(' is never closed: expected ')' here")]
    [TestCase("INSERT t VALUES (1)", "1:6 UC1004 expected 'INTO' between 'INSERT' and 't'")]
    [TestCase("UPDATE t SET a = 1 b = 2", "1:18 UC1004 expected ',' between '1' and 'b'")]
    [TestCase("UPDATE t STE a = 1", "1:10 UC1005 unexpected 'STE': was 'SET' meant?")]
    [TestCase("DELETE t WHERE a = 1", "1:6 UC1004 expected 'FROM' between 'DELETE' and 't'")]
    [TestCase("CREATE TABLE t (a int,, b int)", "1:22 UC1005 two commas in a row: nothing stands between them")]
    [TestCase("CREATE TABLE t (a int NOT NUL)", "1:27 UC1005 unexpected 'NUL': was 'NULL' meant?")]
    [TestCase("CREATE TABLE t (user text)", "1:17 UC1015 'user' is a reserved word: write it in double quotes to use it as a name")]
    [TestCase("CREATE TABEL t (a int)", "1:8 UC1005 unexpected 'TABEL': was 'TABLE' meant?")]
    [TestCase("CREATE INDEX i t (a)", "1:14 UC1004 expected 'ON' between 'i' and 't'")]
    [TestCase("ALTER TABLE t ADD COLUMN", "1:24 UC1014 the statement ends too soon: expected a name after 'COLUMN'")]
    [TestCase("DROP TABLE IF EXIST t", "1:15 UC1005 unexpected 'EXIST': was 'EXISTS' meant?")]
    [TestCase("SELECT CASE WHEN a THEN 1", "1:25 UC1004 expected 'END' after '1'")]
    [TestCase("SELECT 1 FROM t; FOO BAR; SELECT 2 2", "1:18 UC1005 unexpected 'FOO': no statement starts like this|1:34 UC1004 expected ',' between '2' and '2'")]
    [TestCase("SELECT 0x1g", "1:8 UC1013 '0x1g' is neither a number nor a name: names do not start with a digit")]
    public void Check_Mistake_IsExplained(string code, string findings) => Assert.That(string.Join('|', SqlTexts.Check(code, SqlDialect.PostgreSql)), Is.EqualTo(findings));

    [TestCase("CREATE TABLE t (`id` int AUTO_INCREMENT KEY name text)", SqlDialect.MySql, "1:43 UC1004 expected ',' between 'KEY' and 'name'")]
    [TestCase("SELECT `a FROM t", SqlDialect.MySql, "1:8 UC1006 this name in quotes is never closed: expected '`'")]
    [TestCase("CREATE TABLE t (a int, order int)", SqlDialect.MySql, "1:24 UC1015 'order' is a reserved word: write it in backticks to use it as a name")]
    [TestCase("CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; END; END", SqlDialect.MySql, "1:50 UC1004 expected 'IF' after 'END'")]
    [TestCase("INSERT OR REPLCAE INTO t VALUES (1)", SqlDialect.Sqlite, "1:11 UC1005 unexpected 'REPLCAE': was 'REPLACE' meant?")]
    [TestCase("CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT b TEXT)", SqlDialect.Sqlite, "1:51 UC1004 expected ',' between 'AUTOINCREMENT' and 'b'")]
    [TestCase("IF @a = 1 BEGIN PRINT 'x'", SqlDialect.TSql, "1:25 UC1004 expected 'END' after ''x''")]
    [TestCase("SELECT TOP 10 * FROM [dbo].[t WHERE a = 1", SqlDialect.TSql, "1:28 UC1006 this name in quotes is never closed: expected ']'")]
    [TestCase("DECLARE @a INT = 1 @b INT", SqlDialect.TSql, "1:18 UC1004 expected ',' between '1' and '@b'")]
    [TestCase("BEGIN\n  IF a THEN\n    NULL;\nEND;\n/", SqlDialect.Oracle, "4:3 UC1004 expected 'IF' after 'END'")]
    [TestCase("CREATE TABLE t (a NUMBER(10) b VARCHAR2(5));", SqlDialect.Oracle, "1:28 UC1004 expected ',' between ')' and 'b'")]
    public void Check_MistakeInADialect_IsExplained(string code, SqlDialect dialect, string findings) =>
        Assert.That(string.Join('|', SqlTexts.Check(code, dialect)), Is.EqualTo(findings));
}
