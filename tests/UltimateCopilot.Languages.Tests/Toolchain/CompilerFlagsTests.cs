using UltimateCopilot.Languages.Toolchain.Cpp;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
internal sealed class CompilerFlagsTests
{
    private static readonly string Folder = Path.GetFullPath("/project");

    [TestCase("gcc -Iinclude -I ../x -isystem/y -DA=1 -D B -UC -std=c++20 -m32 -fno-exceptions", "-I /project/include -I /x -isystem /y -DA=1 -D B -UC -std=c++20 -m32 -fno-exceptions")]
    [TestCase("gcc -o a.o -c a.c -MD -MF a.d -g -O2 -Wall -save-temps -pipe", "")]
    [TestCase("gcc -fplugin=evil.so -fplugin-arg-evil-x -B. -wrapper evil,x -specs=evil -dumpdir x @response -fdump-tree-all -Wl,x -Wp,-MD,x", "")]
    [TestCase("clang -Xclang -load -Xclang evil.so -mllvm -load=evil -fpass-plugin=evil.so -fmodules-cache-path=x -ftime-trace --config x", "")]
    [TestCase("gcc -include pre.h -imacros m.h --sysroot=sys -pthread", "-include /project/pre.h -imacros /project/m.h --sysroot=/project/sys -pthread")]
    [TestCase("gcc -I -fplugin=evil.so -I=x -D", "")]
    [Platform(Exclude = "Win")]
    public void Of_Command_KeepsWhatTellsHowToRead(string command, string flags) =>
        Assert.That(string.Join(' ', CompilerFlags.Of(new CompileCommand(Folder, "a.c", null, command)).Flags), Is.EqualTo(flags));

    [Test]
    public void Of_CommandWithALanguage_NamesIt() =>
        Assert.That(CompilerFlags.Of(new CompileCommand(Folder, "a.h", ["gcc", "-x", "c++", "a.h"], null)).Language, Is.EqualTo("c++"));

    [TestCase("a  'b c' \"d \\\" e\" f\\ g '' h'i'\"j\"", "a|b c|d \" e|f g||hij")]
    [TestCase("a \"\\n\" '\\n' \\\\", "a|\\n|\\n|\\")]
    [TestCase("a 'unclosed b", "a|unclosed b")]
    [Platform(Exclude = "Win")]
    public void Split_CommandLine_IsReadAsAShellWould(string line, string words) => Assert.That(string.Join('|', ShellWords.Split(line)), Is.EqualTo(words));
}
