using System.Text.Json;
using System.Text.RegularExpressions;

namespace Readout.Tests.Formats;

/// <summary>As much of JSON Schema 2020-12 as our schemas use; an unknown keyword is an error, so that none is passed over.</summary>
/// <param name="root">The document that references point into.</param>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly HashSet<string> Comments = new(StringComparer.Ordinal) { "$schema", "$defs", "title", "description", "required" };

    public IReadOnlyList<string> Errors(JsonElement value)
    {
        var errors = new List<string>();
        Check(root, value, "$", errors);
        return errors;
    }

    /// <summary>The same for a schema that stands somewhere in the document.</summary>
    public IReadOnlyList<string> Errors(JsonElement schema, JsonElement value)
    {
        var errors = new List<string>();
        Check(schema, value, "$", errors);
        return errors;
    }

    private void Check(JsonElement schema, JsonElement value, string where, List<string> errors)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var rule = keyword.Value;
            switch (keyword.Name)
            {
                case "$ref":
                    Check(Definition(rule.GetString()!), value, where, errors);
                    break;
                case "type":
                    Expect(HasType(value, rule.GetString()!), $"is no {rule.GetString()}");
                    break;
                case "const":
                    Expect(JsonElement.DeepEquals(rule, value), $"is not {rule.GetRawText()}");
                    break;
                case "enum":
                    Expect(rule.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)), $"{value.GetRawText()} is not in {rule.GetRawText()}");
                    break;
                case "pattern":
                    Expect(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!), $"does not match {rule.GetString()}");
                    break;
                case "minimum":
                    Expect(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble(), $"is below {rule.GetDouble()}");
                    break;
                case "minItems":
                    Expect(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32(), $"has fewer than {rule.GetInt32()} items");
                    break;
                case "anyOf":
                    Expect(rule.EnumerateArray().Any(s => Passes(s, value)), "fits none of the alternatives: " + Shortened(value));
                    break;
                case "properties":
                    CheckObject(schema, value, where, errors);
                    break;
                case "prefixItems":
                    CheckTuple(schema, rule, value, where, errors);
                    break;
                case "items" when rule.ValueKind == JsonValueKind.Object && value.ValueKind == JsonValueKind.Array:
                    foreach (var (item, i) in value.EnumerateArray().Select((item, i) => (item, i)))
                        Check(rule, item, $"{where}[{i}]", errors);
                    break;
                case "items" or "additionalProperties":
                    break;
                default:
                    Expect(Comments.Contains(keyword.Name), $"the schema uses '{keyword.Name}', which this checker does not know");
                    break;
            }
        }

        void Expect(bool holds, string otherwise)
        {
            if (!holds)
                errors.Add($"{where} {otherwise}");
        }
    }

    private void CheckObject(JsonElement schema, JsonElement value, string where, List<string> errors)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return;
        var properties = schema.GetProperty("properties");
        foreach (var name in schema.GetProperty("required").EnumerateArray().Select(n => n.GetString()!).Where(n => !value.TryGetProperty(n, out _)))
            errors.Add($"{where} lacks '{name}'");
        foreach (var property in value.EnumerateObject())
        {
            if (properties.TryGetProperty(property.Name, out var inner))
                Check(inner, property.Value, $"{where}.{property.Name}", errors);
            else
                errors.Add($"{where} has '{property.Name}', which the schema does not name");
        }
    }

    private void CheckTuple(JsonElement schema, JsonElement rule, JsonElement value, string where, List<string> errors)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return;
        if (schema.GetProperty("items").ValueKind == JsonValueKind.False && value.GetArrayLength() > rule.GetArrayLength())
            errors.Add($"{where} has more than {rule.GetArrayLength()} items");
        foreach (var (inner, item) in rule.EnumerateArray().Zip(value.EnumerateArray()))
            Check(inner, item, where, errors);
    }

    private bool Passes(JsonElement schema, JsonElement value)
    {
        var errors = new List<string>();
        Check(schema, value, "", errors);
        return errors.Count == 0;
    }

    // A JSON pointer into the document that the schema stands in.
    private JsonElement Definition(string reference) => reference["#/".Length..].Split('/').Aggregate(root, (at, step) => at.GetProperty(step));

    private static bool HasType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => false,
    };

    private static string Shortened(JsonElement value) => value.GetRawText() is { Length: > 80 } text ? text[..80] : value.GetRawText();
}
