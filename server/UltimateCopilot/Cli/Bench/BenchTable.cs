using System.Globalization;
using System.Text;

namespace UltimateCopilot.Cli.Bench;

/// <summary>Sums up the cases of each language.</summary>
internal sealed class BenchTable
{
    private static readonly string[] Head = ["language", "cases", "with findings", "p50 µs", "p95 µs", "MB/s"];

    private readonly SortedDictionary<string, Row> _rows = new(StringComparer.Ordinal);

    public void Add(string language, bool hasFindings, long bytes, TimeSpan elapsed)
    {
        if (!_rows.TryGetValue(language, out var row))
        {
            _rows.Add(language, row = new Row());
        }

        row.Times.Add(elapsed);
        row.Bytes += bytes;
        row.WithFindings += hasFindings ? 1 : 0;
    }

    /// <summary>Aligned columns, the first one to the left; nothing where no case was measured.</summary>
    public override string ToString()
    {
        if (_rows.Count == 0)
        {
            return string.Empty;
        }

        List<string[]> lines = [Head, .. _rows.Select(static row => row.Value.ToCells(row.Key))];
        var widths = Enumerable.Range(0, Head.Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(line[0].PadRight(widths[0]));
            for (var column = 1; column < line.Length; column++)
            {
                text.Append("  ").Append(line[column].PadLeft(widths[column]));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private sealed class Row
    {
        public List<TimeSpan> Times { get; } = [];

        public long Bytes { get; set; }

        public int WithFindings { get; set; }

        public string[] ToCells(string language)
        {
            Times.Sort();
            var seconds = Times.Sum(static time => time.TotalSeconds);
            return
            [
                language, Times.Count.ToString(CultureInfo.InvariantCulture), WithFindings.ToString(CultureInfo.InvariantCulture), Percentile(50), Percentile(95),
                seconds > 0 ? (Bytes / 1e6 / seconds).ToString("0.0", CultureInfo.InvariantCulture) : "-",
            ];
        }

        /// <summary>The smallest time that so many of a hundred cases do not exceed.</summary>
        private string Percentile(int percent)
        {
            var rank = Math.Max((int)Math.Ceiling(Times.Count * percent / 100.0), 1);
            return Times[rank - 1].TotalMicroseconds.ToString("0", CultureInfo.InvariantCulture);
        }
    }
}
