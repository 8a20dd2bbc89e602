using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Outlines;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Outlines;

[TestFixture]
public sealed class OutlineTests
{
    private static readonly LanguageCatalogue Catalogue = LanguageCatalogue.Load();

    [TestCase("csharp", "namespace N;\nclass A\n{\n    int x, y;\n    A() { }\n    int P => x;\n    void M() { void L() { } }\n}\nenum E { One }\n",
        ExpectedResult = "Namespace N; Class A(Field x; Field y; Constructor A; Property P; Method M(Function L)); Enum E(EnumMember One)")]
    [TestCase("javascript", "class A {\n  x = 1;\n  m() {}\n}\nfunction f() {}\nconst g = () => {};\nexport const limit = 3;\n",
        ExpectedResult = "Class A(Field x; Method m); Function f; Function g; Variable limit")]
    [TestCase("typescript", "interface I { a: string; b(): void }\nenum E { One, Two = 2 }\ntype T = string;\nnamespace N { export function f() {} }\nabstract class A { private x = 1; abstract m(): void }\n",
        ExpectedResult = "Interface I(Property a; Method b); Enum E(EnumMember One; EnumMember Two); Interface T; Namespace N(Function f); Class A(Field x; Method m)")]
    [TestCase("typescriptreact", "const View = () => <div />;\nclass Page { render() { return <p>x</p>; } }\n", ExpectedResult = "Function View; Class Page(Method render)")]
    [TestCase("python", "LIMIT = 3\nclass A:\n    x = 1\n    def m(self):\n        pass\n    @property\n    def p(self):\n        pass\ndef f():\n    pass\n",
        ExpectedResult = "Variable LIMIT; Class A(Field x; Method m; Method p); Function f")]
    [TestCase("json", "{ \"a\": { \"b\": [1] }, \"c\": \"x\", \"d\": null }", ExpectedResult = "Module a(Array b); Text c; Null d")]
    [TestCase("yaml", "a:\n  b: 1\nc: [x]\n", ExpectedResult = "Property a(Property b); Property c")]
    [TestCase("xml", "<a><b x=\"1\"/><c>t</c></a>", ExpectedResult = "Field a(Field b; Field c)")]
    [TestCase("css", ".a, .b { color: red }\n@keyframes spin { from { top: 0 } }\n", ExpectedResult = "Class .a, .b; Function spin")]
    [TestCase("html", "<html><body><p>x</p><br></body></html>", ExpectedResult = "Field html(Field body(Field p; Field br))")]
    [TestCase("markdown", "# One\n\ntext\n\n## Two\n\n# Three\n", ExpectedResult = "Text One(Text Two); Text Three")]
    [TestCase("toml", "a = 1\n[t]\nb = 2\n[[u]]\nc = 3\n", ExpectedResult = "Property a; Module t(Property b); Array u(Property c)")]
    [TestCase("java", "class A {\n  int x;\n  A() {}\n  void m() {}\n  enum E { ONE }\n}\ninterface I { void n(); }\nrecord R(int a) {}\n",
        ExpectedResult = "Class A(Field x; Constructor A; Method m; Enum E(EnumMember ONE)); Interface I(Method n); Class R")]
    [TestCase("kotlin", "class A {\n  val x = 1\n  fun m() {}\n}\nobject O\nfun f() {}\nval top = 2\n", ExpectedResult = "Class A(Property x; Method m); Class O; Function f; Variable top")]
    [TestCase("go", "package p\ntype S struct { a int }\ntype I interface { M() }\ntype T int\nfunc F() {}\nfunc (s S) G() {}\nconst C = 1\nvar v = 2\n",
        ExpectedResult = "Struct S(Field a); Interface I(Method M); Class T; Function F; Method G; Constant C; Variable v")]
    [TestCase("rust", "mod m { fn f() {} }\nstruct S { a: i32 }\nenum E { One }\ntrait T { fn n(); }\nimpl S { fn g() {} }\nconst C: i32 = 1;\n",
        ExpectedResult = "Module m(Method f); Struct S(Field a); Enum E(EnumMember One); Interface T(Method n); Class S(Method g); Constant C")]
    [TestCase("c", "#define LIMIT 3\nstruct s { int a; char *b; };\nenum e { ONE };\ntypedef int number;\nint f(void) { return 1; }\nchar *g(void) { return 0; }\nint v = 1;\n",
        ExpectedResult = "Constant LIMIT; Struct s(Field a; Field b); Enum e(EnumMember ONE); Class number; Function f; Function g; Variable v")]
    [TestCase("cpp", "namespace n {\nclass A {\n  int x;\n  void m() {}\n};\nvoid A::k() {}\n}\n", ExpectedResult = "Namespace n(Class A(Field x; Method m); Method A::k)")]
    [TestCase("ruby", "module M\n  class A\n    LIMIT = 1\n    def m; end\n    def self.s; end\n  end\nend\n", ExpectedResult = "Module M(Class A(Constant LIMIT; Method m; Method s))")]
    [TestCase("php", "<?php\nnamespace N;\nclass A {\n  const C = 1;\n  private $x;\n  function m() {}\n}\nfunction f() {}\nenum E { case One; }\n",
        ExpectedResult = "Namespace N; Class A(Constant C; Property $x; Method m); Function f; Enum E(EnumMember One)")]
    [TestCase("shellscript", "limit=3\nf() { echo; }\nfunction g { echo; }\nreadonly name=x\n", ExpectedResult = "Variable limit; Function f; Function g; Variable name")]
    [TestCase("lua", "local limit = 3\nfunction f() end\nlocal function g() end\nlocal M = { h = function() end }\n", ExpectedResult = "Variable limit; Function f; Function g; Variable M(Method h)")]
    [TestCase("swift", "class A {\n  var x = 1\n  init() {}\n  func m() {}\n}\nprotocol P { func n() }\nenum E { case one }\nfunc f() {}\n",
        ExpectedResult = "Class A(Property x; Constructor init; Method m); Interface P(Method n); Class E(EnumMember one); Function f")]
    [TestCase("scss", "$a: 1;\n", ExpectedResult = "")]
    public string Symbols(string language, string code) => Brief(Read(language, code).Symbols());

    [Test]
    public void Symbols_OfABrokenText_AreThoseThatTheParserSaved() =>
        Assert.That(Brief(Read("typescript", "class A { m() {} }\nfunction f( {}\nfunction g() {}\n").Symbols()), Does.StartWith("Class A(Method m)"));

    [Test]
    public void Symbols_OfAHugeList_AreCapped() =>
        Assert.That(Read("json", "[" + string.Concat(Enumerable.Repeat("{\"a\":1},", 20_000)) + "{}]").Symbols(), Has.Count.EqualTo(5_000));

    private static DocumentStructure Read(string language, string code) =>
        SyntaxEngine.ReadStructure(Catalogue.Find(language)!, SourceText.From(code), CancellationToken.None);

    private static string Brief(IReadOnlyList<Symbol> symbols) =>
        string.Join("; ", symbols.Select(static symbol => $"{symbol.Kind} {symbol.Name}{(symbol.Children.Count > 0 ? $"({Brief(symbol.Children)})" : string.Empty)}"));
}
