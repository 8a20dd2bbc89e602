using System.Globalization;

namespace UltimateCopilot.Lsp.Transport;

/// <summary>How the server meets its client. Read by hand, since the general command line parser costs start-up time.</summary>
internal sealed record LspOptions
{
    /// <summary>Name or path of a pipe or Unix socket; null: none.</summary>
    public string? Pipe { get; init; }

    /// <summary>Port on the loopback interface; null: none.</summary>
    public int? Socket { get; init; }

    /// <summary>The server ends when this process does.</summary>
    public int? ClientProcessId { get; init; }

    /// <summary>Reads the arguments behind <c>lsp</c>; unknown ones are ignored, since editors add their own.</summary>
    /// <param name="arguments">Such as <c>--pipe=NAME</c> or <c>--pipe NAME</c>.</param>
    /// <param name="error">What is wrong, in a sentence that says what to do.</param>
    public static LspOptions? Parse(ReadOnlySpan<string> arguments, out string? error)
    {
        var options = new LspOptions();
        error = null;
        for (var i = 0; i < arguments.Length && error is null; i++)
        {
            var equals = arguments[i].IndexOf('=');
            var name = equals < 0 ? arguments[i] : arguments[i][..equals];
            if (name is not ("--pipe" or "--socket" or "--clientProcessId"))
            {
                continue;
            }

            var value = equals >= 0 ? arguments[i][(equals + 1)..] : i + 1 < arguments.Length ? arguments[++i] : string.Empty;
            var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            switch (name)
            {
                case "--pipe" when value.Length > 0:
                    options = options with { Pipe = value };
                    break;
                case "--socket" when isNumber && number is > 0 and <= 65535:
                    options = options with { Socket = number };
                    break;
                case "--clientProcessId" when isNumber && number > 0:
                    options = options with { ClientProcessId = number };
                    break;
                default:
                    error = $"UC2004: '{name}' needs {(name == "--pipe" ? "the name of a pipe" : name == "--socket" ? "a port from 1 to 65535" : "a process id")}, such as '{name} {(name == "--pipe" ? "/tmp/my.sock" : name == "--socket" ? "6009" : "1234")}'.";
                    break;
            }
        }

        if (error is null && options is { Pipe: not null, Socket: not null })
        {
            error = "UC2004: use '--pipe' or '--socket', not both.";
        }

        return error is null ? options : null;
    }
}
