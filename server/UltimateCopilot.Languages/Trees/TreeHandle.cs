using Microsoft.Win32.SafeHandles;

namespace UltimateCopilot.Languages.Trees;

/// <summary>Owns a native tree.</summary>
internal sealed class TreeHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeSyntax.TreeDelete(handle);
        return true;
    }
}
