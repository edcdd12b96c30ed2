using System.Text.Json;
using System.Text.RegularExpressions;

namespace Readout.Tests.Samples;

/// <summary>What every exported record must hold, whatever its pages say; read from the JSON as a consumer would.</summary>
public sealed class RecordContractTests
{
    private static readonly string[] WithIds = ["documents", "entities", "quotations", "events", "families", "claims", "disputes", "changes", "prospects"];

    public static TheoryData<string> Stories => Pile.Stories;

    [Theory]
    [MemberData(nameof(Stories))]
    public void Every_page_of_the_folder_is_in_the_record(string story)
    {
        var pile = Pile.Sample(story);
        pile.Documents.Select(d => d.File).Order(StringComparer.Ordinal).ShouldBe(pile.Inputs.Select(i => i.Path));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Every_sentence_of_the_brief_stands_on_its_pages_word_for_word(string story)
    {
        var pile = Pile.Sample(story);
        var sentences = Sentences(pile);
        sentences.ShouldNotBeEmpty();
        foreach (var sentence in sentences)
        {
            var cited = sentence.GetProperty("citations").EnumerateArray().Select(c => Folded(pile.Words(c))).ToList();
            var text = Folded(sentence.GetProperty("text").GetString()!);
            cited.ShouldNotBeEmpty(text);
            (cited.TrueForAll(c => c == text) || string.Join(" … ", cited) == text).ShouldBeTrue($"«{text}» is not «{string.Join(" … ", cited)}»");
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void No_sentence_of_the_brief_comes_from_outside_a_report(string story)
    {
        var pile = Pile.Sample(story);
        foreach (var citation in Sentences(pile).SelectMany(s => s.GetProperty("citations").EnumerateArray()))
        {
            var document = pile.Document(citation.GetProperty("document").GetString()!);
            var span = citation.GetProperty("span");
            var inside = Blocks(document).Any(b => b.Start <= span[0].GetInt32() && span[1].GetInt32() <= b.End);
            inside.ShouldBeTrue($"{document.File}: «{document.Words(span)}» is neither in the report nor its title");
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Every_span_lies_inside_its_page(string story)
    {
        var pile = Pile.Sample(story);
        var seen = 0;
        Walk(pile.Root, null, (document, start, end) =>
        {
            seen++;
            var page = pile.Document(document.ShouldNotBeNull());
            (0 <= start && start < end && end <= page.Length).ShouldBeTrue($"{page.File}: [{start},{end}) in {page.Length} code points");
        });
        seen.ShouldBeGreaterThan(pile.Documents.Count);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Ids_are_there_and_unique(string story)
    {
        var pile = Pile.Sample(story);
        foreach (var list in WithIds)
        {
            var ids = pile.Rows(list).Select(r => r.GetProperty("id").GetString()).ToList();
            ids.ShouldAllBe(id => !string.IsNullOrEmpty(id), list);
            ids.ShouldBeUnique(list);
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Every_reference_leads_to_a_row(string story)
    {
        var pile = Pile.Sample(story);
        var documents = pile.Documents.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var entities = pile.Rows("entities").Select(e => e.GetProperty("id").GetString()!).ToHashSet(StringComparer.Ordinal);
        foreach (var speaker in pile.Rows("quotations").Select(q => q.GetProperty("speaker")).Where(s => s.ValueKind == JsonValueKind.Object))
        {
            if (speaker.GetProperty("entity").GetString() is { } entity)
                entities.ShouldContain(entity);
        }
        foreach (var prospect in pile.Rows("prospects"))
            prospect.GetProperty("parties").EnumerateArray().Select(p => p.GetString()!).ShouldBeSubsetOf(entities);
        foreach (var family in pile.Rows("families"))
        {
            var members = family.GetProperty("documents").EnumerateArray().Select(d => d.GetString()!).ToList();
            members.ShouldBeSubsetOf(documents);
            members.ShouldContain(family.GetProperty("origin").GetString()!);
            members.Count.ShouldBeGreaterThan(1);
        }
        var grouped = pile.Rows("families").SelectMany(f => f.GetProperty("documents").EnumerateArray()).Select(d => d.GetString());
        grouped.ShouldBeUnique("a page is in one family at most");
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Every_count_is_the_length_of_its_list(string story)
    {
        var pile = Pile.Sample(story);
        pile.Rows("claims").ShouldNotBeEmpty();
        foreach (var claim in pile.Rows("claims"))
        {
            foreach (var (count, list) in new[] { ("outlets", "outletList"), ("texts", "textList"), ("speakers", "speakerList") })
                claim.GetProperty(count).GetInt32().ShouldBe(claim.GetProperty(list).GetArrayLength(), $"{count} of {pile.Words(claim.GetProperty("statement"))}");
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Texts_are_the_families_among_the_attesting_pages(string story)
    {
        var pile = Pile.Sample(story);
        var familyOf = pile.Rows("families")
            .SelectMany(f => f.GetProperty("documents").EnumerateArray().Select(d => (Document: d.GetString()!, Family: f.GetProperty("id").GetString()!)))
            .ToDictionary(x => x.Document, x => x.Family, StringComparer.Ordinal);
        foreach (var claim in pile.Rows("claims"))
        {
            var pages = claim.GetProperty("attestations").EnumerateArray().Select(a => a.GetProperty("document").GetString()!).Distinct(StringComparer.Ordinal).ToList();
            pages.ShouldNotBeEmpty();
            var texts = pages.Select(p => familyOf.GetValueOrDefault(p, p)).Distinct(StringComparer.Ordinal).Count();
            claim.GetProperty("texts").GetInt32().ShouldBe(texts, pile.Words(claim.GetProperty("statement")));
            claim.GetProperty("outlets").GetInt32().ShouldBeLessThanOrEqualTo(pages.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void There_are_never_more_speakers_than_chains_end_in(string story)
    {
        var pile = Pile.Sample(story);
        foreach (var claim in pile.Rows("claims"))
        {
            var ends = new HashSet<string>(StringComparer.Ordinal);
            foreach (var attestation in claim.GetProperty("attestations").EnumerateArray())
            {
                var chain = attestation.GetProperty("chain").EnumerateArray().ToList();
                chain.ShouldNotBeEmpty();
                ends.Add(chain[^1].GetProperty("who").GetString()!);
            }
            claim.GetProperty("speakers").GetInt32().ShouldBeInRange(1, ends.Count, pile.Words(claim.GetProperty("statement")));
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void A_dispute_has_words_on_both_sides(string story)
    {
        foreach (var dispute in Pile.Sample(story).Rows("disputes"))
        {
            var sides = dispute.GetProperty("sides").EnumerateArray().ToList();
            sides.Count.ShouldBeGreaterThan(1);
            sides.ShouldAllBe(s => s.GetProperty("attestations").GetArrayLength() > 0);
            var pages = sides.ConvertAll(s => s.GetProperty("attestations").EnumerateArray().Select(a => a.GetProperty("document").GetString()!).Distinct(StringComparer.Ordinal).ToList());
            if (dispute.GetProperty("scope").GetString() == "within-page")
                pages.SelectMany(p => p).Distinct(StringComparer.Ordinal).Count().ShouldBe(1, "a page at odds with itself is one page");
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void A_prospect_stands_where_its_last_step_left_it(string story)
    {
        var pile = Pile.Sample(story);
        pile.Rows("prospects").ShouldNotBeEmpty();
        foreach (var prospect in pile.Rows("prospects"))
        {
            var history = prospect.GetProperty("history").EnumerateArray().ToList();
            history.ShouldNotBeEmpty();
            prospect.GetProperty("status").GetString().ShouldBe(history[^1].GetProperty("status").GetString());
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Quotation_marks_stand_where_the_form_says(string story)
    {
        var pile = Pile.Sample(story);
        pile.Rows("quotations").ShouldNotBeEmpty();
        foreach (var quotation in pile.Rows("quotations"))
        {
            var document = pile.Document(quotation.GetProperty("document").GetString()!);
            var words = string.Join(" ", quotation.GetProperty("content").EnumerateArray().Select(document.Words));
            words.ShouldNotBeNullOrWhiteSpace();
            var marks = words.IndexOfAny(['“', '”', '"', '«', '»']) >= 0;
            var form = quotation.GetProperty("form").GetString();
            if (form == "indirect")
                marks.ShouldBeFalse($"{document.File}: indirect speech in marks: {words}");
            if (form == "mixed")
                marks.ShouldBeTrue($"{document.File}: mixed speech without marks: {words}");
            if (form == "direct" && quotation.GetProperty("cue").ValueKind == JsonValueKind.Array)
                marks.ShouldBeTrue($"{document.File}: direct speech without marks: {words}");
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void A_title_and_a_byline_read_as_their_spans_do(string story)
    {
        foreach (var document in Pile.Sample(story).Documents)
        {
            foreach (var name in new[] { "title", "byline" })
            {
                var value = document.Row.GetProperty(name);
                if (value.ValueKind == JsonValueKind.Object)
                    Folded(document.Words(value.GetProperty("span"))).ShouldBe(Folded(value.GetProperty("value").GetString()!), document.File);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void A_stated_day_names_the_words_that_state_it(string story)
    {
        foreach (var document in Pile.Sample(story).Documents)
        {
            var published = document.Row.GetProperty("published");
            if (published.ValueKind != JsonValueKind.Object || published.GetProperty("basis").GetString() != "stated")
                continue;
            published.GetProperty("spans").GetArrayLength().ShouldBeGreaterThan(0, document.File);
            published.GetProperty("earliest").GetString().ShouldBe(published.GetProperty("latest").GetString(), document.File);
        }
    }

    private static List<JsonElement> Sentences(Pile pile) =>
        [.. pile.Root.GetProperty("brief").GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("sentences").EnumerateArray())];

    private static IEnumerable<(int Start, int End)> Blocks(Exported document)
    {
        foreach (var block in document.Row.GetProperty("body").EnumerateArray())
            yield return (block[0].GetInt32(), block[1].GetInt32());
        var title = document.Row.GetProperty("title");
        if (title.ValueKind == JsonValueKind.Object)
            yield return (title.GetProperty("span")[0].GetInt32(), title.GetProperty("span")[1].GetInt32());
    }

    // Spans belong to the nearest "document" around them; inside a row of documents, to its "id".
    private static void Walk(JsonElement element, string? document, Action<string?, int, int> visit)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Walk(item, document, visit);
            return;
        }
        if (element.ValueKind != JsonValueKind.Object)
            return;
        if (element.TryGetProperty("document", out var named) && named.ValueKind == JsonValueKind.String)
            document = named.GetString();
        else if (element.TryGetProperty("sha256", out _))
            document = element.GetProperty("id").GetString();
        else if (element.TryGetProperty("link", out _) && element.TryGetProperty("from", out var from))
            document = from.GetString();
        foreach (var property in element.EnumerateObject())
        {
            if (IsSpan(property.Value))
                visit(document, property.Value[0].GetInt32(), property.Value[1].GetInt32());
            else if (property.Value.ValueKind == JsonValueKind.Array && property.Value.GetArrayLength() > 0 && property.Value.EnumerateArray().All(IsSpan))
                property.Value.EnumerateArray().ToList().ForEach(s => visit(document, s[0].GetInt32(), s[1].GetInt32()));
            else
                Walk(property.Value, document, visit);
        }
    }

    private static bool IsSpan(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 2 && value.EnumerateArray().All(x => x.ValueKind == JsonValueKind.Number);

    private static string Folded(string words) => Regex.Replace(words, @"\s+", " ", RegexOptions.NonBacktracking).Trim();
}
