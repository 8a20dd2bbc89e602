using System.Text;
using RoslynSourceText = Microsoft.CodeAnalysis.Text.SourceText;
using SourceText = UltimateCopilot.Languages.Text.SourceText;

namespace UltimateCopilot.Languages.Exact;

/// <summary>Lets Roslyn read our text in place.</summary>
internal sealed class RoslynText(SourceText text) : RoslynSourceText
{
    public override Encoding? Encoding => null;

    public override int Length => text.Length;

    public override char this[int position] => text[position];

    public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) =>
        text.CopyTo(sourceIndex, destination.AsSpan(destinationIndex, count));
}
