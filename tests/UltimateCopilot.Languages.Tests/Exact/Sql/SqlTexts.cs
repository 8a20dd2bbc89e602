using UltimateCopilot.Languages.Exact.Sql;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Exact.Sql;

/// <summary>What is said of a text.</summary>
internal static class SqlTexts
{
    /// <summary>The findings as "line:column code message".</summary>
    public static IReadOnlyList<string> Check(string code, SqlDialect dialect = SqlDialect.Auto)
    {
        var text = SourceText.From(code);
        return
        [
            .. new SqlParser(() => dialect).Check(text, CancellationToken.None).Select(finding =>
            {
                var place = text.PositionAt(finding.Span.Start);
                return $"{place.Line + 1}:{place.Column + 1} {finding.Code} {finding.Message}";
            }),
        ];
    }
}
