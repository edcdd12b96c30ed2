using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Readout.Formats;
using Readout.Formats.Exports;

namespace Readout.Tests.Formats.Exports;

public class RedactionTests
{
    [Fact]
    public void No_five_words_in_a_row_of_any_page_are_left()
    {
        foreach (var sample in ExportedSample.All)
        {
            var runs = sample.Rows("documents").SelectMany(d => Runs(d.GetProperty("text").GetString()!)).ToHashSet(StringComparer.Ordinal);
            foreach (var export in Export.All.Select(e => e.Name).Append("json"))
                Strings(sample, export, new RedactionOptions(false, [])).Where(s => !IsAddress(s)).SelectMany(Runs).Where(runs.Contains).ShouldBeEmpty($"{sample.Name} {export}");
        }
    }

    [Fact]
    public void A_redacted_document_fits_the_schema_and_keeps_places_hashes_ids_and_counts()
    {
        using var schema = JsonDocument.Parse(Json.Schema());
        foreach (var sample in ExportedSample.All)
        {
            foreach (var options in new[] { new RedactionOptions(false, []), new RedactionOptions(true, []) })
            {
                var redacted = Redact(sample, options);
                new JsonSchema(schema.RootElement).Errors(redacted).ShouldBe([]);
                foreach (var field in new[] { "span", "spans", "content", "sha256", "id", "outlets", "texts", "speakers", "earliest", "latest", "low", "high", "status", "rule" })
                    Values(redacted, field).ShouldBe(Values(sample.Root, field), $"{sample.Name} {field}");
            }
        }
    }

    [Fact]
    public void Quoted_words_stay_where_they_were_when_asked_for()
    {
        var dam = ExportedSample.All[0];
        var redacted = Redact(dam, new RedactionOptions(true, []));
        var texts = redacted.GetProperty("documents").EnumerateArray().ToDictionary(d => d.GetProperty("id").GetString()!, d => d.GetProperty("text").GetString()!.EnumerateRunes().ToList(), StringComparer.Ordinal);
        var shown = 0;
        foreach (var quotation in redacted.GetProperty("quotations").EnumerateArray())
        {
            var document = quotation.GetProperty("document").GetString()!;
            foreach (var span in quotation.GetProperty("content").EnumerateArray())
            {
                var (start, end) = (span[0].GetInt32(), span[1].GetInt32());
                string.Concat(texts[document][start..end]).ShouldBe(dam.At(document, start, end));
                shown += end - start;
            }
        }
        shown.ShouldBeGreaterThan(0);
        texts.Values.Sum(t => t.Count(r => r.Value != VisibleText.Block)).ShouldBeLessThanOrEqualTo(shown);
    }

    [Theory]
    [InlineData("Tobin Raske", "Raske", "Tobin")]
    [InlineData("Marta Ilvesen", "Ilvesen", "Marta")]
    [InlineData("Raske", "Raske", "Tobin")]
    public void A_name_is_replaced_everywhere_by_one_label(string name, params string[] words)
    {
        var dam = ExportedSample.All[0];
        var ids = dam.Rows("entities").Where(e => e.GetProperty("name").GetString()!.EndsWith(words[0], StringComparison.Ordinal) && e.GetProperty("name").GetString()!.StartsWith(words[1], StringComparison.Ordinal)).Select(e => e.GetProperty("id").GetString()!).ToList();
        ids.ShouldNotBeEmpty();
        foreach (var keep in new[] { false, true })
        {
            foreach (var export in Export.All.Select(e => e.Name).Append("json"))
            {
                var text = Write(dam, export, new RedactionOptions(keep, [name]));
                foreach (var word in words)
                    Regex.IsMatch(text, $@"(?<!\p{{L}}){word}(?!\p{{L}})", RegexOptions.IgnoreCase).ShouldBeFalse($"{export}: {word}");
                ids.ShouldAllBe(id => !text.Contains(id, StringComparison.Ordinal));
            }
            Redact(dam, new RedactionOptions(keep, [name])).GetProperty("entities").EnumerateArray().ShouldContain(e => e.GetProperty("name").GetString()!.StartsWith("[name 1]", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_replaced_person_is_still_the_same_one_throughout()
    {
        var dam = ExportedSample.All[0];
        var before = dam.Rows("entities").Single(e => e.GetProperty("name").GetString() == "Tobin Raske").GetProperty("id").GetString()!;
        var after = Redact(dam, new RedactionOptions(false, ["Tobin Raske"]));
        var id = after.GetProperty("entities").EnumerateArray().Single(e => e.GetProperty("name").GetString() == "[name 1]").GetProperty("id").GetString()!;
        Regex.Count(after.GetRawText(), $"\"{id}\"").ShouldBe(Regex.Count(dam.Root.GetRawText(), $"\"{before}\""));
    }

    [Fact]
    public void A_name_that_nobody_bears_is_known_to_be_unknown() =>
        Redaction.Unknown(ExportedSample.All[0].Record, new RedactionOptions(false, ["Tobin Raske", "Tobin Rask"])).ShouldBe(["Tobin Rask"]);

    private static JsonElement Redact(ExportedSample sample, RedactionOptions options)
    {
        using var json = JsonDocument.Parse(Redaction.Write(sample.Record, options));
        return json.RootElement.Clone();
    }

    private static string Write(ExportedSample sample, string export, RedactionOptions options)
    {
        var redacted = Redact(sample, options);
        if (export == "json")
            return redacted.GetRawText();
        using var stream = new MemoryStream();
        Export.Named(export)!.Write(new RecordView(redacted), new ExportOptions(), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // Every string of it; of formats that are no JSON, every line.
    private static IEnumerable<string> Strings(ExportedSample sample, string export, RedactionOptions options)
    {
        var text = Write(sample, export, options);
        return export is "csv" or "dot" or "graphml" or "atom" or "jsonl" ? text.Split('\n', '"', '>', '<', ',') : Strings(JsonDocument.Parse(text).RootElement);
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private static IEnumerable<string> Values(JsonElement element, string field) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == field ? [Regex.Replace(p.Value.GetRawText(), @"\s", "")] : Values(p.Value, field)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Values(e, field)),
        _ => [],
    };

    // The address of a page says where its words are, and is none of them.
    private static bool IsAddress(string text) => !text.Any(char.IsWhiteSpace);

    private static IEnumerable<string> Runs(string text)
    {
        var words = Regex.Matches(text, @"[\p{L}\p{Nd}]+").Select(m => m.Value.ToLowerInvariant()).ToList();
        return Enumerable.Range(0, Math.Max(0, words.Count - 4)).Select(i => string.Join(' ', words.Skip(i).Take(5)));
    }
}
