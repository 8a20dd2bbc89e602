using UltimateCopilot.Languages.Exact.Sql;

namespace UltimateCopilot.Languages.Tests.Exact.Sql;

/// <summary>What stands in dollar quotes.</summary>
[TestFixture]
public sealed class SqlBodyTests
{
    [TestCase("IF a THEN RETURN 1; ELSIF b THEN NULL; ELSE x := y; END IF;")]
    [TestCase("FOR i IN REVERSE 10..1 BY 2 LOOP CONTINUE WHEN i = 3; END LOOP; <<l>> WHILE a LOOP EXIT l; END LOOP l;")]
    [TestCase("FOR r IN SELECT * FROM t LOOP RETURN NEXT r; END LOOP; FOREACH x SLICE 1 IN ARRAY a LOOP PERFORM f(x); END LOOP;")]
    [TestCase("SELECT a, b INTO STRICT x, y.z[1] FROM t; INSERT INTO t VALUES (1) RETURNING a INTO x; EXECUTE format('%I', a) INTO x USING b, c;")]
    [TestCase("RAISE EXCEPTION 'bad %', a USING ERRCODE = '22012'; RAISE; RAISE SQLSTATE '22012'; ASSERT a > 1, 'x'; GET STACKED DIAGNOSTICS a = MESSAGE_TEXT;")]
    [TestCase("OPEN c FOR EXECUTE 'x' USING a; FETCH NEXT FROM c INTO x; MOVE c; CLOSE c; CASE a WHEN 1, 2 THEN NULL; ELSE COMMIT; END CASE; a := count(*) FROM t;")]
    [TestCase("RETURN QUERY SELECT 1; RETURN QUERY EXECUTE 'x'; DECLARE n CONSTANT t.c%TYPE NOT NULL := 1; k CURSOR (p int) FOR SELECT p; BEGIN NULL; EXCEPTION WHEN OTHERS OR SQLSTATE '1' THEN NULL; END;")]
    public void Check_PlPgSql_IsFine(string statements) =>
        Assert.That(SqlTexts.Check($"CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $f$\nBEGIN\n{statements}\nEND\n$f$;", SqlDialect.PostgreSql), Is.Empty);

    [TestCase("IF a THEN RETURN 1; END;", "3:23 UC1004 expected 'IF' after 'END'")]
    [TestCase("FOR i IN 1..10 LOP NULL; END LOOP;", "3:16 UC1005 unexpected 'LOP': was 'LOOP' meant?")]
    [TestCase("RETURN f(a;", "3:10 UC1001 '(' is never closed: expected ')' here")]
    [TestCase("x := 1", "3:6 UC1004 expected ';' between '1' and 'END'")]
    [TestCase("SELECT 1 FORM t;", "3:10 UC1005 unexpected 'FORM': was 'FROM' meant?")]
    public void Check_MistakeInPlPgSql_IsExplained(string statements, string finding) =>
        Assert.That(string.Join('|', SqlTexts.Check($"DO $$\nBEGIN\n{statements}\nEND\n$$;", SqlDialect.PostgreSql)), Is.EqualTo(finding));

    [Test]
    public void Check_BodyInSql_IsReadAsStatements()
    {
        Assert.That(SqlTexts.Check("CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS $$ SELECT $1; SELECT 2 $$", SqlDialect.PostgreSql), Is.Empty);
        Assert.That(SqlTexts.Check("CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS $$ SELECT $1 2 $$", SqlDialect.PostgreSql), Is.EqualTo(["1:63 UC1004 expected ',' between '$1' and '2'"]));
    }

    [Test]
    public void Check_BodyInAnotherLanguage_IsNotRead() =>
        Assert.That(SqlTexts.Check("CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS $$ return [1, 2 $$", SqlDialect.PostgreSql), Is.Empty);

    [Test]
    public void Check_BodyWithinABody_IsRead() =>
        Assert.That(SqlTexts.Check("DO $a$ BEGIN CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $b$ BEGIN RETURN 1; END $b$; END $a$", SqlDialect.PostgreSql), Is.Empty);
}
