using System.Text.Json;
using System.Text.RegularExpressions;

namespace Readout.Tests.Samples;

/// <summary>What the gold records of the samples say about each page by itself: outlet, title, day, body and furniture.</summary>
public sealed class GoldTests
{
    public static TheoryData<string> Stories => Pile.Stories;

    [Theory]
    [MemberData(nameof(Stories))]
    public void Outlets_are_the_ones_the_pages_name(string story)
    {
        foreach (var (page, gold) in Pages(story))
        {
            var outlet = Value(page.Row.GetProperty("outlet"));
            var accepted = gold.GetProperty("outlet") is { ValueKind: JsonValueKind.Object } named ? Names(named) : [null];
            accepted.ShouldContain(name => string.Equals(name, outlet, StringComparison.OrdinalIgnoreCase), $"{page.File}: {outlet}");
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Titles_are_the_headlines(string story)
    {
        foreach (var (page, gold) in Pages(story))
            Value(page.Row.GetProperty("title")).ShouldBe(gold.GetProperty("title").GetProperty("text").GetString(), page.File);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void A_stated_day_is_that_day_and_an_inferred_one_an_interval_around_it(string story)
    {
        foreach (var (page, gold) in Pages(story))
        {
            var expected = gold.GetProperty("published");
            var published = page.Row.GetProperty("published");
            if (published.ValueKind != JsonValueKind.Object)
            {
                expected.GetProperty("basis").GetString().ShouldBe("inferred", $"{page.File} has no date");
                continue;
            }
            var (earliest, latest, day) = (published.GetProperty("earliest").GetString(), published.GetProperty("latest").GetString(), expected.GetProperty("day").GetString());
            published.GetProperty("basis").GetString().ShouldBe(expected.GetProperty("basis").GetString(), page.File);
            if (expected.GetProperty("basis").GetString() == "stated")
            {
                earliest.ShouldBe(day, page.File);
                continue;
            }
            (earliest is null || string.CompareOrdinal(earliest, day) <= 0).ShouldBeTrue($"{page.File}: from {earliest}, not {day}");
            (latest is null || string.CompareOrdinal(latest, day) >= 0).ShouldBeTrue($"{page.File}: until {latest}, not {day}");
            earliest.ShouldNotBe(latest, $"{page.File}: a false day");
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void The_body_holds_the_report(string story)
    {
        foreach (var (page, gold) in Pages(story))
        {
            var body = Folded(page.Body);
            foreach (var paragraph in gold.GetProperty("body").EnumerateArray())
                body.ShouldContain(Folded(paragraph.GetProperty("quote").GetString()!), Case.Sensitive, page.File);
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void The_body_holds_no_furniture(string story)
    {
        foreach (var (page, gold) in Pages(story))
        {
            var body = Folded(page.Body);
            body.ShouldNotBeEmpty();
            foreach (var furniture in gold.GetProperty("boilerplate").EnumerateArray())
                body.ShouldNotContain(Folded(furniture.GetProperty("quote").GetString()!), Case.Sensitive, page.File);
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Names_from_teasers_and_comments_are_nobody_in_the_record(string story)
    {
        var names = Pile.Sample(story).Rows("entities").Select(e => e.GetProperty("name").GetString()!).ToList();
        names.ShouldNotBeEmpty();
        foreach (var name in Gold(story).GetProperty("never").GetProperty("entities").EnumerateArray())
            names.ShouldNotContain(n => n.Contains(name.GetString()!, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Furniture_is_not_in_the_brief(string story)
    {
        var sentences = Pile.Sample(story).Root.GetProperty("brief").GetProperty("sections").EnumerateArray()
            .SelectMany(s => s.GetProperty("sentences").EnumerateArray()).Select(s => s.GetProperty("text").GetString()!).ToList();
        sentences.ShouldNotBeEmpty();
        foreach (var words in Gold(story).GetProperty("never").GetProperty("brief").EnumerateArray())
            sentences.ShouldNotContain(s => s.Contains(words.GetString()!, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Copies_are_one_family_and_nothing_else_is(string story)
    {
        var pile = Pile.Sample(story);
        var expected = Gold(story).GetProperty("families").EnumerateArray()
            .Select(f => string.Join(' ', f.GetProperty("documents").EnumerateArray().Select(d => d.GetString()).Order(StringComparer.Ordinal)));
        var found = pile.Rows("families")
            .Select(f => string.Join(' ', f.GetProperty("documents").EnumerateArray().Select(d => pile.Document(d.GetString()!).File.Split('_')[0]).Order(StringComparer.Ordinal)));
        found.Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void A_stale_republication_is_flagged_and_nothing_fresh_is(string story)
    {
        foreach (var (page, gold) in Pages(story))
        {
            var flagged = page.Row.GetProperty("diagnostics").EnumerateArray().Any(d => d.GetProperty("code").GetString() == "stale-republication");
            var stale = gold.GetProperty("flags").EnumerateArray().Any(f => f.GetProperty("codes").EnumerateArray().Any(c => c.GetString() == "stale-republication"));
            flagged.ShouldBe(stale, page.File);
        }
    }

    private static JsonElement Gold(string story) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Readout.Tests", "Samples", story + ".gold.json"))).RootElement;

    private static IEnumerable<(Exported Page, JsonElement Gold)> Pages(string story)
    {
        var pile = Pile.Sample(story);
        return Gold(story).GetProperty("documents").EnumerateArray().Select(g => (pile.Documents.Single(d => d.File == g.GetProperty("file").GetString()), g));
    }

    private static string? Value(JsonElement sourced) => sourced.ValueKind == JsonValueKind.Object ? sourced.GetProperty("value").GetString() : null;

    private static List<string?> Names(JsonElement named) =>
        [named.GetProperty("name").GetString(), .. named.GetProperty("aliases").EnumerateArray().Select(a => a.GetString())];

    private static string Folded(string words) => Regex.Replace(words, @"\s+", " ", RegexOptions.NonBacktracking).Trim();
}
