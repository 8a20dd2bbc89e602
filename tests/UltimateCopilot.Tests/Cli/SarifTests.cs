using System.Text.Json;

namespace UltimateCopilot.Tests.Cli;

/// <summary>What the schema of SARIF 2.1.0 asks of the parts that are written: required properties, no others, the right types.</summary>
internal sealed class SarifTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["document"] = ["$schema", "version", "runs"],
        ["run"] = ["results", "tool", "invocations", "originalUriBaseIds", "columnKind"],
        ["result"] = ["ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations"],
        ["location"] = ["id", "physicalLocation", "message"],
        ["physicalLocation"] = ["artifactLocation", "region"],
        ["artifactLocation"] = ["uri", "uriBaseId"],
        ["region"] = ["startLine", "startColumn", "endLine", "endColumn"],
        ["driver"] = ["name", "semanticVersion", "rules"],
        ["rule"] = ["id", "shortDescription"],
        ["invocation"] = ["executionSuccessful", "toolExecutionNotifications"],
        ["notification"] = ["level", "message"],
    };

    [Test]
    public async Task Sarif_OfSeveralFiles_HasTheStructureOfTheStandard()
    {
        using var cli = new CliFixture().With("a b/ö.json", "{\"x\": [1\n").With("bad.py", "x = (\n").With("good.py", "x = 1\n");

        var result = await cli.RunAsync("check", ".", "--layer", "exact", "--format", "sarif");

        Assert.That(result.Code, Is.EqualTo(1));
        var run = CheckDocument(result.Json);
        Assert.That(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean(), Is.True);
        var addresses = run.GetProperty("results").EnumerateArray()
            .Select(static item => item.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation")).ToList();
        Assert.That(addresses.Select(static address => address.GetProperty("uri").GetString()), Is.EqualTo((string[])["bad.py", "a%20b/%C3%B6.json"]));
        Assert.That(addresses.Select(static address => address.GetProperty("uriBaseId").GetString()), Is.All.EqualTo("%SRCROOT%"));
    }

    [Test]
    public async Task Sarif_WithAMissingFile_SaysThatTheRunFailed()
    {
        using var cli = new CliFixture();

        var result = await cli.RunAsync("check", "gone.py", "--format", "sarif");

        Assert.That(result.Code, Is.EqualTo(2));
        var invocation = CheckDocument(result.Json).GetProperty("invocations")[0];
        Assert.That(invocation.GetProperty("executionSuccessful").GetBoolean(), Is.False);
        Assert.That(invocation.GetProperty("toolExecutionNotifications").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task Sarif_OfAFileOutsideTheFolder_HasItsFullAddress()
    {
        using var elsewhere = new CliFixture().With("bad.py", "x = (\n");
        using var cli = new CliFixture();

        var result = await cli.RunAsync("check", elsewhere.At("bad.py"), "--layer", "fast", "--format", "sarif");

        var address = CheckDocument(result.Json).GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
        Assert.That(address.GetProperty("uri").GetString(), Is.EqualTo(new Uri(elsewhere.At("bad.py")).AbsoluteUri));
        Assert.That(address.TryGetProperty("uriBaseId", out _), Is.False);
    }

    [Test]
    public async Task Sarif_OfStandardInput_IsValid()
    {
        using var cli = new CliFixture { Input = "x = (\n"u8.ToArray() };

        var result = await cli.RunAsync("check", "--stdin", "--language", "python", "--layer", "fast", "--format", "sarif");

        Assert.That(CheckDocument(result.Json).GetProperty("results").GetArrayLength(), Is.EqualTo(1));
    }

    private static JsonElement CheckDocument(JsonElement document)
    {
        AssertShape(document, "document", "version", "runs");
        Assert.That(document.GetProperty("version").GetString(), Is.EqualTo("2.1.0"));
        var run = document.GetProperty("runs").EnumerateArray().Single();
        AssertShape(run, "run", "tool", "results");
        Assert.That(run.GetProperty("columnKind").GetString(), Is.EqualTo("utf16CodeUnits"));
        Assert.That(Uri.TryCreate(run.GetProperty("originalUriBaseIds").GetProperty("%SRCROOT%").GetProperty("uri").GetString(), UriKind.Absolute, out var root), Is.True);
        Assert.That(root?.AbsoluteUri, Does.StartWith("file:///").And.EndsWith("/"));
        var driver = run.GetProperty("tool").GetProperty("driver");
        AssertShape(driver, "driver", "name");
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        rules.ForEach(static rule => AssertShape(rule, "rule", "id"));
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            CheckResult(result, rules);
        }

        foreach (var invocation in run.GetProperty("invocations").EnumerateArray())
        {
            AssertShape(invocation, "invocation", "executionSuccessful");
            Assert.That(invocation.GetProperty("toolExecutionNotifications").EnumerateArray(), Is.All.Matches<JsonElement>(static item => IsShape(item, "notification", "message")));
        }

        return run;
    }

    private static void CheckResult(JsonElement result, List<JsonElement> rules)
    {
        AssertShape(result, "result", "message");
        Assert.That(result.GetProperty("message").GetProperty("text").GetString(), Is.Not.Empty);
        Assert.That(rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString(), Is.EqualTo(result.GetProperty("ruleId").GetString()));
        Assert.That(result.GetProperty("level").GetString(), Is.AnyOf("error", "warning", "note"));
        var related = result.TryGetProperty("relatedLocations", out var places) ? places.EnumerateArray().ToList() : [];
        Assert.That(related.Select(static place => place.GetProperty("id").GetInt32()), Is.Unique);
        foreach (var location in result.GetProperty("locations").EnumerateArray().Concat(related))
        {
            AssertShape(location, "location", "physicalLocation");
            AssertShape(location.GetProperty("physicalLocation"), "physicalLocation", "artifactLocation");
            var address = location.GetProperty("physicalLocation").GetProperty("artifactLocation");
            AssertShape(address, "artifactLocation", "uri");
            Assert.That(Uri.IsWellFormedUriString(address.GetProperty("uri").GetString(), UriKind.RelativeOrAbsolute), Is.True);
            var region = location.GetProperty("physicalLocation").GetProperty("region");
            AssertShape(region, "region", "startLine", "startColumn", "endLine", "endColumn");
            Assert.That(region.EnumerateObject().Select(static property => property.Value.GetInt32()), Is.All.GreaterThan(0));
        }
    }

    private static void AssertShape(JsonElement element, string kind, params string[] required) => Assert.That(IsShape(element, kind, required), Is.True, $"{kind}: {element}");

    private static bool IsShape(JsonElement element, string kind, params string[] required)
    {
        var names = element.EnumerateObject().Select(static property => property.Name).ToList();
        return names.Distinct().Count() == names.Count && !names.Except(Allowed[kind]).Any() && !required.Except(names).Any();
    }
}
