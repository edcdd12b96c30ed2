using System.Text.Json;
using Readout.Pages;
using Readout.Pages.Feeds;
using Readout.Tests.Samples;
using Xunit.Abstractions;

namespace Readout.Tests.Pages.Feeds;

/// <summary>The feeds of gofeed and miniflux: every field that is kept here and stated in a file's expected output is compared.</summary>
public class FeedSuiteTests(ITestOutputHelper output)
{
    private static readonly (string Expected, Func<Feed, string?> Value)[] OfFeed =
    [
        ("title", f => f.Title), ("description", f => f.Description), ("subtitle", f => f.Description), ("tagline", f => f.Description), ("language", f => f.Language),
        ("link", f => f.Link), ("feedLink", f => f.Self), ("updatedParsed", f => Moment(f.Updated)), ("lastBuildDateParsed", f => Moment(f.Updated)), ("modifiedParsed", f => Moment(f.Updated)),
    ];

    private static readonly (string Expected, Func<FeedItem, string?> Value)[] OfItem =
    [
        ("title", i => i.Title), ("description", i => i.Summary), ("summary", i => i.Summary), ("content", i => i.Content), ("link", i => i.Link), ("id", i => i.Id), ("guid", i => i.Id),
        ("pubDateParsed", i => Moment(i.Published)), ("publishedParsed", i => Moment(i.Published)), ("updatedParsed", i => Moment(i.Updated)),
        ("author", i => i.Authors is [var first, ..] ? first : null), ("language", i => i.Language),
    ];

    [SharedFact("conformance/feeds")]
    public void The_suite_of_gofeed_is_read_as_it_says()
    {
        var (files, agreed, fields) = (0, 0, 0);
        var wrong = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Folder("gofeed"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var expected = file.EndsWith(".xml", StringComparison.Ordinal) ? Path.ChangeExtension(file, ".json") : file.Replace(".json", "_expected.json", StringComparison.Ordinal);
            if (expected == file || !File.Exists(expected))
                continue;
            files++;
            using var json = JsonDocument.Parse(File.ReadAllText(expected));
            var before = wrong.Count;
            fields += Compare(Path.GetFileName(file), FeedReader.Read(file, File.ReadAllBytes(file)), json.RootElement, wrong);
            agreed += wrong.Count == before ? 1 : 0;
        }
        foreach (var line in wrong)
            output.WriteLine(line);
        output.WriteLine($"{agreed} of {files} files agree in all {fields} fields compared");
        files.ShouldBe(539);
        // Several authors are all kept; ids are kept as written; an update is no publication, an item's no feed's.
        wrong.Select(w => w.Split(':')[0]).Distinct().ShouldBe(
        [
            "atom10_feed_entry_content_html_div_escaped_markup.xml", "dublincore_item_multiple_values.xml", "entry_id_xml_base.xml",
            "feed_item_updated_-_atom03_feed_entry_modified.xml", "issue_275_extensions_and_source.xml", "json10_full.json", "json11_full.json",
        ], ignoreOrder: true);
    }

    [SharedFact("conformance/feeds")]
    public void Every_other_feed_of_the_suites_is_read()
    {
        var refused = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Folder("gofeed/parser/universal")).Concat(Directory.EnumerateFiles(Folder("miniflux/parser/testdata"))).Order(StringComparer.Ordinal))
        {
            try
            {
                var feed = FeedReader.Read(Path.GetFileName(file), File.ReadAllBytes(file));
                (feed.Title ?? feed.Items[0].Title).ShouldNotBeNull(file);
            }
            catch (UnreadablePageException e)
            {
                refused.Add(e.Message.Split(':')[0]);
            }
        }
        refused.ShouldBe(["empty_feed.xml", "invalid.json", "unknown_feed.xml"], ignoreOrder: true);
    }

    [SharedTheory("conformance/feeds")]
    [InlineData("encoding/testdata/invalid-prolog.xml", "Café")]
    [InlineData("encoding/testdata/iso-8859-1.xml", "Café")]
    [InlineData("encoding/testdata/koi8r.xml", "к")]
    [InlineData("encoding/testdata/utf8-incorrect-prolog.xml", "Café")]
    [InlineData("encoding/testdata/utf8.xml", "Café")]
    [InlineData("encoding/testdata/windows-1252-incorrect-prolog.xml", "Euro €")]
    [InlineData("encoding/testdata/windows-1252.xml", "Euro €")]
    [InlineData("parser/testdata/encoding_WINDOWS-1251.xml", "и")]
    [InlineData("parser/testdata/no_encoding_ISO-8859-1.xml", "é")]
    [InlineData("parser/testdata/urdu_UTF8.xml", "ا")]
    public void Encodings_are_found_whatever_is_declared(string file, string word)
    {
        var decoded = Decoder.Decode(File.ReadAllBytes(Folder("miniflux/" + file))).Text;
        decoded.ShouldContain(word);
        decoded.ShouldNotContain("\uFFFD");
    }

    private static int Compare(string name, Feed feed, JsonElement expected, List<string> wrong)
    {
        var fields = 0;
        foreach (var (field, value) in OfFeed)
            fields += Same(expected, field, value(feed), name, wrong);
        if ((expected.TryGetProperty("items", out var items) || expected.TryGetProperty("entries", out items)) && items.ValueKind == JsonValueKind.Array)
        {
            fields++;
            if (items.GetArrayLength() != feed.Items.Count)
            {
                wrong.Add($"{name}: {items.GetArrayLength()} items expected, {feed.Items.Count} found");
                return fields;
            }
            for (var i = 0; i < feed.Items.Count; i++)
            {
                foreach (var (field, value) in OfItem)
                    fields += Same(items[i], field, value(feed.Items[i]), name, wrong);
                fields += Lists(items[i], feed.Items[i], name, wrong);
            }
        }
        return fields;
    }

    private static int Lists(JsonElement expected, FeedItem item, string name, List<string> wrong)
    {
        var fields = 0;
        foreach (var (field, part, values) in new[] { ("authors", "name", item.Authors), ("enclosures", "url", [.. item.Enclosures.Select(e => e.Address)]) })
        {
            if (!expected.TryGetProperty(field, out var list) || list.ValueKind != JsonValueKind.Array)
                continue;
            var wanted = list.EnumerateArray().Where(e => e.TryGetProperty(part, out _)).Select(e => e.GetProperty(part).GetString()!).ToList();
            fields++;
            if (!wanted.SequenceEqual(values))
                wrong.Add($"{name}: {field}: [{string.Join(", ", wanted)}] expected, [{string.Join(", ", values)}] found");
        }
        if (expected.TryGetProperty("source", out var source) && source.TryGetProperty("title", out var title))
            fields += Check("source.title", title.GetString(), item.Source?.Title, name, wrong);
        return fields;
    }

    private static int Same(JsonElement expected, string field, string? found, string name, List<string> wrong)
    {
        if (!expected.TryGetProperty(field, out var value))
            return 0;
        var words = value.ValueKind == JsonValueKind.String ? value.GetString()
            : value.ValueKind == JsonValueKind.Object && (value.TryGetProperty("value", out var inner) || value.TryGetProperty("name", out inner)) && inner.ValueKind == JsonValueKind.String ? inner.GetString()
            : null;
        return words is null ? 0 : Check(field, field == "author" ? FeedText.Name(words) : words, found, name, wrong);
    }

    // Words are compared without markup: titles are kept as plain text, and addresses inside content as their authors wrote them.
    private static int Check(string field, string? wanted, string? found, string name, List<string> wrong)
    {
        if (field.EndsWith("Parsed", StringComparison.Ordinal) && wanted is { Length: > 20 })
            wanted = wanted[..19] + "Z";        // times are kept to the second
        var isSame = field is "title" or "source.title" ? FeedText.Plain(wanted) == found
            : field is "link" or "feedLink" ? WebAddress.Resolve(null, wanted!) == WebAddress.Resolve(null, found ?? "")
            : FeedText.Plain(wanted) == FeedText.Plain(found);
        if (!isSame)
            wrong.Add($"{name}: {field}: '{wanted}' expected, '{found}' found");
        return 1;
    }

    private static string? Moment(FeedTime? time) => time?.Moment?.ToString("uuuu'-'MM'-'dd'T'HH':'mm':'ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static string Folder(string name) => SharedTheoryAttribute.PathOf("conformance", "feeds", name);
}
