using System.Buffers;

namespace UltimateCopilot.Workspace.TextFiles;

/// <summary>Reads files that hold text, whatever their encoding, and says what it found instead where they do not.</summary>
public static class TextFile
{
    /// <summary>Reads a file with default options.</summary>
    /// <param name="path">The file; a link is followed.</param>
    public static TextFileResult Read(string path) => Read(path, TextFileOptions.Default);

    /// <summary>Reads a file; what can go wrong with a file is a result, not an exception.</summary>
    /// <param name="path">The file; a link is followed.</param>
    /// <param name="options">How to read.</param>
    public static TextFileResult Read(string path, TextFileOptions options)
    {
        try
        {
            return Directory.Exists(path) ? new UnreadableTextFile(TextFileProblem.IsFolder) : ReadFile(path, options.MaximumBytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new UnreadableTextFile(TextFileProblem.NotFound);
        }
        catch (UnauthorizedAccessException)
        {
            return new UnreadableTextFile(TextFileProblem.NoPermission);
        }
        catch (IOException)
        {
            return new UnreadableTextFile(TextFileProblem.Failed);
        }
    }

    /// <summary>Makes of bytes what reading a file with these bytes would make.</summary>
    /// <param name="bytes">The content of a file.</param>
    public static TextFileResult Decode(ReadOnlySpan<byte> bytes) =>
        TextDecoder.Decode(bytes) ?? (TextFileResult)new UnreadableTextFile(TextFileProblem.Binary, bytes.Length);

    private static TextFileResult ReadFile(string path, int maximum)
    {
        var info = new FileInfo(path);
        if (info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target)
        {
            info = target;
        }

        // Throws when nothing is there.
        var length = info.Length;
        if (length > maximum)
        {
            return new UnreadableTextFile(TextFileProblem.TooLarge, length);
        }

        // Not even opened: pipes and devices have no length either, and opening a pipe waits for its other end.
        return length == 0 ? Decode([]) : ReadBytes(path, (int)length, maximum);
    }

    private static TextFileResult ReadBytes(string path, int expected, int maximum)
    {
        using var handle = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.SequentialScan);
        // One byte more than expected tells a file that grew meanwhile.
        var buffer = ArrayPool<byte>.Shared.Rent(expected + 1);
        try
        {
            var length = 0;
            while (RandomAccess.Read(handle, buffer.AsSpan(length), length) is var read and > 0)
            {
                length += read;
                if (length > maximum)
                {
                    return new UnreadableTextFile(TextFileProblem.TooLarge, RandomAccess.GetLength(handle));
                }

                if (length == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(length * 2);
                    buffer.CopyTo(larger, 0);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }

            return Decode(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
