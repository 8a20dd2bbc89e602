using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp.Conformance;

internal sealed partial class ProtocolTypesTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>All but <see cref="ProgressParams"/>, whose declaration has a type parameter; the messages themselves are looked at.</summary>
    private static IEnumerable<Type> Messages => Types.Where(static type => !type.IsEnum && !(type.IsAbstract && type.IsSealed) && type != typeof(ProgressParams));

    private static IEnumerable<Type> Constants => Types.Where(static type => type.IsEnum || (type.IsAbstract && type.IsSealed));

    private static IEnumerable<Type> Types => typeof(LspJson).Assembly.GetTypes().Where(static type =>
        type.Namespace == typeof(LspJson).Namespace && !type.IsNested && type != typeof(LspJson) && type != typeof(ClientFacts)
        && !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)));

    [TestCaseSource(nameof(Messages))]
    public void Message_HasTheProtocolsProperties(Type type)
    {
        var model = ProtocolModel.Instance;
        var declared = model.Type(type.Name);
        Assert.That(declared, Is.Not.Null, "the protocol has no such type");
        var properties = Properties(type).ToDictionary(static property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        Assert.Multiple(() =>
        {
            foreach (var (name, property) in properties)
            {
                var known = model.Property(declared!.Value, name);
                Assert.That(known, Is.Not.Null, $"{name}: the protocol does not have it");
                Assert.That(known is { IsOptional: true } && IsRequired(property), Is.False, $"{name}: optional in the protocol, required here");
                Assert.That(known is null || Fits(property.PropertyType, known.Value.Type), Is.True, $"{name}: of another kind in the protocol");
            }

            foreach (var name in model.Required(declared!.Value).Where(name => name != "kind" || !IsPolymorphic(type)))
            {
                Assert.That(properties.ContainsKey(name), Is.True, $"{name}: required in the protocol, missing here");
                Assert.That(
                    properties.TryGetValue(name, out var property) && !IsAlwaysWritten(property) && !IsOnlyRead(type), Is.False,
                    $"{name}: required in the protocol, may be left out here");
            }
        });
    }

    [TestCaseSource(nameof(Constants))]
    public void Constant_HasTheProtocolsValue(Type type)
    {
        var known = ProtocolModel.Instance.Values(type.Name);
        Assert.That(known, Is.Not.Null, "the protocol has no such values");
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            Assert.That(known!.Value.Number(field.Name), Is.EqualTo(Convert.ToInt32(field.GetRawConstantValue(), null)), field.Name);
        }
    }

    [TestCase("full", typeof(RelatedFullDocumentDiagnosticReport))]
    [TestCase("unchanged", typeof(RelatedUnchangedDocumentDiagnosticReport))]
    [TestCase("full", typeof(WorkspaceFullDocumentDiagnosticReport))]
    [TestCase("unchanged", typeof(WorkspaceUnchangedDocumentDiagnosticReport))]
    public void Kind_IsTheProtocols(string kind, Type type)
    {
        var declared = ProtocolModel.Instance.Property(ProtocolModel.Instance.Type(type.Name)!.Value, "kind");
        var ours = type.BaseType!.GetCustomAttributes<JsonDerivedTypeAttribute>().Single(attribute => attribute.DerivedType == type).TypeDiscriminator;

        Assert.That((ours, declared!.Value.Type.Text("value")), Is.EqualTo(((object)kind, kind)));
    }

    [TestCaseSource(typeof(ClientFacts), nameof(ClientFacts.Paths))]
    public void ClientFact_IsInTheProtocol(string path)
    {
        var type = ProtocolModel.Instance.Type("InitializeParams")!.Value;
        foreach (var name in path.Split('.'))
        {
            var property = ProtocolModel.Instance.Property(type, name);
            Assert.That(property, Is.Not.Null, name);
            type = property!.Value.Type;
        }
    }

    [Test]
    public void Methods_ThatTheCodeNames_AreTheProtocols()
    {
        var folder = Path.Combine(Repository.Root, "server", "UltimateCopilot", "Lsp");
        var calls = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).SelectMany(static path => Call().Matches(File.ReadAllText(path))).ToList();
        Assert.That(calls, Has.Count.GreaterThan(20));
        Assert.Multiple(() =>
        {
            foreach (var call in calls)
            {
                var (how, method) = (call.Groups[1].Value, call.Groups[2].Value);
                if (method.StartsWith("ultimateCopilot/", StringComparison.Ordinal))
                {
                    Assert.That(ProtocolSchema.Names, Does.Contain(method["ultimateCopilot/".Length..]), $"{method} has no schema");
                }
                else if (method != "$/progress")
                {
                    var known = ProtocolModel.Instance.Method(method);
                    Assert.That(known?.GetProperty("isRequest").GetBoolean(), Is.EqualTo(how.Contains("Request", StringComparison.Ordinal)), method);
                    var direction = how.StartsWith("On", StringComparison.Ordinal) ? "clientToServer" : "serverToClient";
                    Assert.That(known?.Text("direction"), Is.EqualTo(direction).Or.EqualTo("both"), method);
                }
            }
        });
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.Name != "EqualityContract");

    private static bool IsPolymorphic(Type type) => type.IsDefined(typeof(JsonPolymorphicAttribute), inherit: true) || type.BaseType?.IsDefined(typeof(JsonPolymorphicAttribute)) == true;

    /// <summary>What clients send may be taken more leniently than the protocol has it.</summary>
    private static bool IsOnlyRead(Type type) => type.Name.StartsWith("Did", StringComparison.Ordinal);

    private static bool IsNullable(PropertyInfo property) => Nullability.Create(property).ReadState == NullabilityState.Nullable;

    private static bool IsAlwaysWritten(PropertyInfo property) =>
        !IsNullable(property) || property.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.Never };

    /// <summary>Numbers and truth values that are left out have a default; that of <see cref="Diagnostic.Severity"/> is what we always write.</summary>
    private static bool IsRequired(PropertyInfo property) => !property.PropertyType.IsValueType && !IsNullable(property);

    private static bool Fits(Type type, JsonElement declared)
    {
        declared = ProtocolModel.Instance.Resolve(declared);
        if (declared.Text("kind") == "union")
        {
            return ProtocolModel.Alternatives(declared).Any(one => Fits(type, one));
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        var kind = declared.Text("kind") == "literal" ? declared.GetProperty("value").ValueKind.ToString() : declared.Text("kind");
        return type == typeof(JsonElement) || kind switch
        {
            "any" => true,
            "string" or "String" => type == typeof(string),
            "number" or "Number" => type == typeof(int) || type.IsEnum,
            "True" or "False" => type == typeof(bool),
            "array" => type.IsGenericType && Fits(type.GetGenericArguments()[0], declared.GetProperty("item")),
            "object" => type.Namespace == typeof(LspJson).Namespace,
            _ => false,
        };
    }

    [GeneratedRegex(@"(OnNotification|OnRequest|OnExclusiveRequest|NotifyAsync|RequestAsync)\(\s*""([^""]+)""")]
    private static partial Regex Call();
}
