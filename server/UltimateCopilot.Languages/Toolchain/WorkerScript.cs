namespace UltimateCopilot.Languages.Toolchain;

/// <summary>The scripts of the workers, which are given to their interpreters as an argument.</summary>
internal static class WorkerScript
{
    public static string Read(string name)
    {
        using var stream = typeof(WorkerScript).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The worker {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
