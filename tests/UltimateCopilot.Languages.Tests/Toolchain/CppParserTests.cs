using System.Text.Json;
using UltimateCopilot.Languages.Toolchain;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture("gcc")]
[TestFixture("clang")]
[CancelAfter(120_000)]
internal sealed class CppParserTests(string compiler) : ParserTests("cpp", compiler)
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    protected override ToolchainOptions Options => Scripts.Options with { Folders = [_folder] };

    protected override string DefaultPath => Path.Combine(_folder, "src", "a.cpp");

    protected override IEnumerable<string> Settings => ["gcc", "clang"];

    protected override string Mistake => "int f() {\n  return (1;\n}\n";

    protected override string Deep => "int x = " + new string('(', 100_000);

    [OneTimeSetUp]
    public void MakeWorkspace()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "src"));
        Directory.CreateDirectory(Path.Combine(_folder, "build"));
        Directory.CreateDirectory(Path.Combine(_folder, "include"));
        File.WriteAllText(Path.Combine(_folder, "include", "macros.h"), "#define FUNCTION(name) int name() {\n#define END }\n");
        File.WriteAllText(Path.Combine(_folder, "src", "near.h"), "#define NEAR 1\n");
        File.WriteAllText(Path.Combine(_folder, "include", "broken.h"), "int x = ;\n");
        var commands = new object[]
        {
            new { directory = Path.Combine(_folder, "build"), file = "../src/a.cpp", command = $"/usr/bin/{compiler} -I../include -DVALUE=\\\"é\\\" -o a.o -c ../src/a.cpp" },
            new { directory = _folder, file = "src/b.c", arguments = new[] { $"{compiler}-99", "-isystem", "include", "-std=c11", "src/b.c" } },
            new { directory = _folder, file = "src/wrapped.c", arguments = new[] { "/tmp/ccache", compiler, "src/wrapped.c" } },
        };
        File.WriteAllText(Path.Combine(_folder, "build", "compile_commands.json"), JsonSerializer.Serialize(commands));
    }

    [OneTimeTearDown]
    public void RemoveWorkspace() => Directory.Delete(_folder, recursive: true);

    [TestCase("#include <macros.h>\n#include \"near.h\"\nFUNCTION(f) return NEAR; END\nconst char *v = VALUE;\n")]
    [TestCase("template <class T> struct A { int x{}; }; // 😀\n")]
    public async Task CheckAsync_ValidCode_HasNoFinding(string code) => Assert.That(await CheckAsync(code), Is.Empty);

    [Test]
    public async Task CheckAsync_C_IsReadAsC() => Assert.That(await CheckAsync("#include <macros.h>\nint class = 1;\nint f(a) int a; { return a; }\n", Path.Combine(_folder, "src", "b.c")), Is.Empty);

    [Test]
    public async Task CheckAsync_Header_IsReadAsTheSourceNearest()
    {
        Assert.That(await CheckAsync("#pragma once\n#include \"near.h\"\nint class = NEAR;\n", Path.Combine(_folder, "src", "b.h")), Is.Empty, "b.c");
        Assert.That(await CheckAsync("#pragma once\nclass A { };\n", Path.Combine(_folder, "src", "a.h")), Is.Empty, "a.cpp");
        Assert.That(await CheckAsync("class A { ;\n", Path.Combine(_folder, "src", "a.h")), Is.Not.Empty, "a.cpp");
    }

    [TestCase("#include \"no-such-header.h\"\nint x = ;\n", null, Description = "a header is missing")]
    [TestCase("#include <broken.h>\nint y = ;\n", null, Description = "a header is broken")]
    [TestCase("int f() { return unknown(1); }\nint x = ;\n", null, Description = "a name is not known")]
    [TestCase("unknown_type x;\n", null, Description = "a type is not known")]
    [TestCase("int x = ;\n", "src/other.cpp", Description = "not in the database")]
    [TestCase("int x = ;\n", "src/wrapped.c", Description = "compiled by a program that is no compiler")]
    [TestCase("int x = ;\n", "../a.cpp", Description = "outside the workspace")]
    public async Task CheckAsync_TextThatCannotBeJudged_HasNoVerdict(string code, string? path) =>
        Assert.That(await CheckAsync(code, path is null ? null : Path.GetFullPath(path, _folder)), Is.Null);

    [TestCase("int f() {\n  return (1;\n}\n")]
    [TestCase("int f() {\n  int x = 1\n  return x;\n}\n")]
    [TestCase("struct A {\n  const char *é = \"é\" 2;\n};\n")]
    [TestCase("int x;\nint y = 08;\n")]
    [TestCase("int f() {\n  if (1) return \"abc;\n}\n")]
    [TestCase("int x;\n}\n")]
    [TestCase("\n#if 1\nint x;\n")]
    [TestCase("int x;\n/* abc\n")]
    public async Task CheckAsync_Mistake_IsFoundNearItsLine(string code)
    {
        var text = UltimateCopilot.Languages.Text.SourceText.From(code);
        var findings = (await CheckAsync(code))!;
        Assert.That(findings, Is.Not.Empty);
        Assert.That(text.LineAt(findings[0].Span.Start), Is.InRange(1, 2), findings[0].Message);
    }

    protected override string Trace(string path) =>
        $"extern \"C\" int system(const char *);\nconstexpr int f() {{ return 1; }}\nint x = system(\"touch {path}\");\n__attribute__((constructor)) void g() {{ system(\"touch {path}\"); }}\nstatic_assert(f());\n";
}
