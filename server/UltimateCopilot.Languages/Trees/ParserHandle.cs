using Microsoft.Win32.SafeHandles;

namespace UltimateCopilot.Languages.Trees;

/// <summary>Owns a native parser.</summary>
internal sealed class ParserHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeSyntax.ParserDelete(handle);
        return true;
    }
}
