using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Readout.Pages;

/// <summary>What bears a page, as workspaces and bundles write it down: a JSON object without what is not said.</summary>
public static class BearerText
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Null for nothing.</summary>
    public static string? Write(PageBearer? bearer) => bearer is null ? null : JsonSerializer.Serialize(
        new Written(
            bearer.Address, bearer.Captured is { } at ? InstantPattern.ExtendedIso.Format(at) : null, bearer.MediaType, bearer.Charset,
            bearer.Columns?.ToString() is { Length: > 0 } columns ? columns : null, Facts(bearer.Facts), Facts(bearer.Listed)),
        s_json);

    /// <summary>The same bearer again; null for null.</summary>
    /// <exception cref="JsonException">The text is no bearer.</exception>
    public static PageBearer? Read(string? text)
    {
        if (text is null || JsonSerializer.Deserialize<Written>(text, s_json) is not { } written)
            return null;
        return new PageBearer
        {
            Address = written.Address,
            Captured = written.Captured is { } at && InstantPattern.ExtendedIso.Parse(at) is { Success: true } moment ? moment.Value : (Instant?)null,
            MediaType = written.MediaType,
            Charset = written.Charset,
            Columns = written.Columns is { } columns ? JsonColumns.Parse(columns) : null,
            Facts = Facts(written.Facts),
            Listed = Facts(written.Listed),
        };
    }

    /// <summary>Names and values as pairs; null for none.</summary>
    public static string[][]? Facts(IReadOnlyList<BorneFact> facts) => facts.Count == 0 ? null : [.. facts.Select(f => new[] { f.Name, f.Value })];

    /// <summary>The pairs again.</summary>
    public static IReadOnlyList<BorneFact> Facts(string[][]? pairs) => [.. (pairs ?? []).Select(p => new BorneFact(p[0], p[1]))];

    private sealed record Written(string? Address, string? Captured, string? MediaType, string? Charset, string? Columns, string[][]? Facts, string[][]? Listed);
}
