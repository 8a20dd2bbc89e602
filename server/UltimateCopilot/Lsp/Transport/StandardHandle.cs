using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace UltimateCopilot.Lsp.Transport;

/// <summary>The operating system's handles of standard input and output.</summary>
internal static partial class StandardHandle
{
    // GetStdHandle, winbase.h
    private const int WindowsInput = -10;
    private const int WindowsOutput = -11;

    /// <summary>The handle of standard input to read, or of standard output to write; it stays open when the stream over it is closed.</summary>
    public static SafeFileHandle Open(FileAccess direction)
    {
        var reads = direction == FileAccess.Read;
        var handle = OperatingSystem.IsWindows() ? GetStdHandle(reads ? WindowsInput : WindowsOutput) : reads ? 0 : 1;
        return new SafeFileHandle(handle, ownsHandle: false);
    }

    [LibraryImport("kernel32.dll")]
    [SupportedOSPlatform("windows")]
    private static partial nint GetStdHandle(int number);
}
