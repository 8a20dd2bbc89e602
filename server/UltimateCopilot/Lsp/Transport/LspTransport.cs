using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;

namespace UltimateCopilot.Lsp.Transport;

/// <summary>
/// Meets the client. Editors listen on a pipe or port and the server connects, as the protocol has it; where nobody listens, the
/// server does, for one client. Pipes are for the current user alone, sockets for this machine alone.
/// </summary>
internal static class LspTransport
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The stream from the client and the one to it; the same one except on standard input and output.</summary>
    /// <exception cref="IOException">The pipe or port could not be used.</exception>
    public static Task<(Stream Input, Stream Output)> OpenAsync(LspOptions options) =>
        options is { Pipe: null, Socket: null }
            ? Task.FromResult<(Stream, Stream)>((new StandardInput(), new StandardOutput()))
            : MeetAsync(options);

    private static async Task<(Stream Input, Stream Output)> MeetAsync(LspOptions options)
    {
        try
        {
            var both = options.Pipe is { } name ? await OpenPipeAsync(name) : await OpenSocketAsync(options.Socket!.Value);
            return (both, both);
        }
        catch (SocketException e)
        {
            throw new IOException(e.Message, e); // also of a pipe, which is a socket on Unix
        }
    }

    private static async Task<Stream> OpenPipeAsync(string name)
    {
        // Windows clients name the pipe with its prefix, which .NET adds itself.
        const string Prefix = @"\\.\pipe\";
        name = name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
        if (OperatingSystem.IsWindows() || File.Exists(name) || !Path.IsPathRooted(name))
        {
            var client = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
            try
            {
                await client.ConnectAsync(Path.IsPathRooted(name) || OperatingSystem.IsWindows() ? ConnectTimeout : TimeSpan.Zero, CancellationToken.None);
                return client;
            }
            catch (TimeoutException)
            {
                await client.DisposeAsync(); // nobody listens
            }
        }

        var server = new NamedPipeServerStream(
            name, PipeDirection.InOut, maxNumberOfServerInstances: 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        await server.WaitForConnectionAsync();
        return server;
    }

    private static async Task<Stream> OpenSocketAsync(int port)
    {
        var address = new IPEndPoint(IPAddress.Loopback, port);
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException)
        {
            socket.Dispose(); // nobody listens
        }

        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(address);
        listener.Listen(backlog: 1);
        var accepted = await listener.AcceptAsync();
        accepted.NoDelay = true;
        return new NetworkStream(accepted, ownsSocket: true);
    }
}
