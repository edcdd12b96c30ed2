using System.Globalization;
using System.Text.Json;

namespace Readout.Tests.Samples;

/// <summary>
/// Five real page dumps about a meeting of two presidents. Their words are not ours to print, so a place is named by its
/// page and its code points, and only names stand here.
/// </summary>
public sealed class SeedTests
{
    private static Pile Seeds => Pile.In(Repository.Seeds);

    [SeedFact]
    public void The_stamp_beside_the_title_is_the_day_and_not_the_clock_of_the_site()
    {
        var published = Seeds.Page("004").Row.GetProperty("published");
        published.GetProperty("basis").GetString().ShouldBe("stated");
        published.GetProperty("earliest").GetString().ShouldBe("2025-05-07");
        published.GetProperty("latest").GetString().ShouldBe("2025-05-07");
    }

    [SeedFact]
    public void A_page_that_states_no_day_gets_an_interval_with_its_evidence()
    {
        foreach (var page in new[] { "000", "001", "002", "003" })
        {
            var published = Seeds.Page(page).Row.GetProperty("published");
            published.ValueKind.ShouldBe(JsonValueKind.Object, page);
            published.GetProperty("basis").GetString().ShouldBe("inferred", page);
            published.GetProperty("earliest").GetString().ShouldNotBe(published.GetProperty("latest").GetString(), $"{page}: a false day");
            published.GetProperty("spans").GetArrayLength().ShouldBeGreaterThan(0, page);
        }
    }

    [SeedFact]
    public void A_foreign_word_or_sentence_does_not_make_a_foreign_page() =>
        Seeds.Documents.ShouldAllBe(d => d.Row.GetProperty("language").GetString() == "en");

    [SeedFact]
    public void Nothing_before_the_report_or_after_it_is_body_entity_claim_or_brief()
    {
        // First and last code point of what each page reports, title included.
        var reports = new Dictionary<string, (int Start, int End)>(StringComparer.Ordinal)
        {
            ["000"] = (0, 2117), ["001"] = (0, 3035), ["002"] = (360, 3603), ["003"] = (49, 2001), ["004"] = (227, 1804),
        };
        foreach (var document in Seeds.Documents)
        {
            var report = reports[document.File[..3]];
            foreach (var (kind, start, end) in Used(document.Id))
                (start >= report.Start && end <= report.End).ShouldBeTrue($"{document.File}: {kind} at [{start},{end})");
        }
    }

    [SeedFact]
    public void Notices_credits_and_stamps_are_not_body()
    {
        foreach (var (page, start, end) in new[] { ("000", 2117, 2298), ("001", 3015, 3062), ("002", 0, 358), ("002", 3582, 3603), ("003", 2001, 6021), ("004", 0, 343), ("004", 1804, 2296) })
        {
            foreach (var block in Seeds.Page(page).Row.GetProperty("body").EnumerateArray())
                (block[1].GetInt32() <= start || block[0].GetInt32() >= end).ShouldBeTrue($"{page}: [{block[0]},{block[1]})");
        }
    }

    [SeedFact]
    public void Named_sources_of_a_text_are_kept()
    {
        Upstream("000").ShouldContain("Reuters");
        Upstream("001").ShouldContain(name => name.Split(' ', StringSplitOptions.None).Contains("ANI", StringComparer.Ordinal));
    }

    [SeedFact]
    public void One_spokesman_is_one_person_on_all_pages_and_not_the_body_he_speaks_for()
    {
        var spokesmen = Seeds.Rows("entities").Where(e => NameHas(e, "Peskov")).ToList();
        spokesmen.Count.ShouldBe(1);
        spokesmen[0].GetProperty("name").GetString().ShouldBe("Dmitry Peskov");
        spokesmen[0].GetProperty("type").GetString().ShouldBe("person");
        spokesmen[0].GetProperty("mentions").EnumerateArray().Select(m => m.GetProperty("document").GetString()).Distinct(StringComparer.Ordinal).Count().ShouldBe(5);
        var bodies = Seeds.Rows("entities").Where(e => NameHas(e, "Kremlin")).ToList();
        bodies.Count.ShouldBe(1);
        bodies[0].GetProperty("type").GetString().ShouldBe("organisation");
    }

    [SeedFact]
    public void The_spokesman_is_the_speaker_of_most_statements()
    {
        var speakers = Seeds.Rows("quotations").Select(q => q.GetProperty("speaker")).Where(s => s.ValueKind == JsonValueKind.Object)
            .Select(s => s.GetProperty("entity").GetString()).OfType<string>().Select(Seeds.NameOf).ToList();
        speakers.Count(n => n == "Dmitry Peskov").ShouldBeGreaterThan(speakers.Count / 2, string.Join(", ", speakers));
    }

    [SeedFact]
    public void The_conditional_meeting_has_two_reports_and_one_speaker()
    {
        var claim = Seeds.Rows("claims").Where(c => Attests(c, "000", 166, 331)).ShouldHaveSingleItem();
        Pages(claim.GetProperty("attestations")).ShouldBe(["000", "001"]);
        claim.GetProperty("texts").GetInt32().ShouldBe(2);
        claim.GetProperty("speakers").GetInt32().ShouldBe(1);
    }

    [SeedFact]
    public void The_last_meeting_is_disputed() =>
        Between().ShouldContain(d => Sides(d).Exists(s => Hits(s, "001", 2801, 2925)) && Sides(d).Exists(s => Hits(s, "002", 1788, 1909)));

    [SeedFact]
    public void Nothing_else_is_disputed_between_the_pages() => Between().Count.ShouldBe(1);

    [SeedFact]
    public void Five_talks_and_later_at_least_six_are_a_change() =>
        Seeds.Rows("changes").ShouldContain(c => Steps(c, At("003", 645, 796), At("000", 887, 989)));

    [SeedFact]
    public void Expected_and_then_accepted_is_a_refinement() =>
        Seeds.Rows("changes").ShouldContain(c => c.GetProperty("kind").GetString() == "refinement" && (Steps(c, At("000", 351, 448), At("001", 504, 564)) || Steps(c, At("001", 504, 564), At("000", 351, 448))));

    [SeedFact]
    public void An_office_that_is_taken_up_is_a_change() =>
        Seeds.Rows("changes").ShouldContain(c => c.GetProperty("steps").EnumerateArray().Any(s => Hits(s, "002", 660, 718)));

    [SeedFact]
    public void The_damaged_translation_is_flagged_as_the_page_s_own_trouble()
    {
        var diagnostics = Seeds.Page("002").Row.GetProperty("diagnostics").EnumerateArray().ToList();
        diagnostics.ShouldContain(d => d.GetProperty("code").GetString() == "internal-inconsistency" && d.GetProperty("message").GetString()!.Contains("mistranslated", StringComparison.OrdinalIgnoreCase));
    }

    [SeedFact]
    public void The_meeting_moves_from_unprepared_over_expected_and_uncertain_to_conditional()
    {
        var prospect = Meeting();
        var moves = prospect.GetProperty("history").EnumerateArray().Select(h => (Page: Page(h), Status: h.GetProperty("status").GetString())).ToList();
        var order = new[] { moves.FindIndex(m => m is { Page: "002", Status: "not-yet" or "uncertain" or "willing" }), moves.FindIndex(m => m is { Page: "004", Status: "expected" }), moves.FindIndex(m => m is { Page: "003", Status: "uncertain" }), moves.FindIndex(m => m is { Page: "000" or "001", Status: "conditional" }) };
        order.ShouldAllBe(i => i >= 0);
        order.ShouldBeInOrder();
        prospect.GetProperty("status").GetString().ShouldBe("conditional");
        prospect.GetProperty("window").GetProperty("latest").GetString().ShouldBe("2025-09-03");
        moves.ShouldNotContain(m => m.Status == "scheduled" || m.Status == "happened");
    }

    [SeedFact]
    public void The_hedge_of_the_meeting_is_kept_word_for_word() =>
        Meeting().GetProperty("history").EnumerateArray().ShouldContain(h => Page(h) == "000" && h.GetProperty("span")[0].GetInt32() <= 783 && h.GetProperty("span")[1].GetInt32() >= 798);

    [SeedFact]
    public void The_condition_of_the_meeting_is_kept_word_for_word() =>
        Meeting().GetProperty("history").EnumerateArray().ShouldContain(h => Condition(h, "000", 276, 331) || Condition(h, "001", 284, 370));

    [SeedFact]
    public void Every_printed_sentence_stands_on_its_pages()
    {
        var sentences = Seeds.Root.GetProperty("brief").GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("sentences").EnumerateArray()).ToList();
        sentences.ShouldNotBeEmpty();
        foreach (var sentence in sentences)
        {
            var cited = sentence.GetProperty("citations").EnumerateArray().Select(c => Folded(Seeds.Words(c))).ToList();
            var text = Folded(sentence.GetProperty("text").GetString()!);
            (cited.Count > 0 && (cited.TrueForAll(c => c == text) || string.Join(" … ", cited) == text)).ShouldBeTrue();
        }
    }

    [SeedFact]
    public void Order_and_culture_do_not_change_a_byte()
    {
        Pile.Written(Pile.Of(Seeds.Inputs.Reverse())).ShouldBe(Seeds.Json);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Pile.Written(Pile.Of(Seeds.Inputs.Skip(2).Concat(Seeds.Inputs.Take(2)))).ShouldBe(Seeds.Json);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Every place of the document that the record uses as the report's words.</summary>
    private static List<(string Kind, int Start, int End)> Used(string document)
    {
        var used = new List<(string, int, int)>();
        void Add(string kind, JsonElement place)
        {
            if (place.GetProperty("document").GetString() == document)
                used.Add((kind, place.GetProperty("span")[0].GetInt32(), place.GetProperty("span")[1].GetInt32()));
        }
        foreach (var block in Seeds.Document(document).Row.GetProperty("body").EnumerateArray())
            used.Add(("body", block[0].GetInt32(), block[1].GetInt32()));
        foreach (var mention in Seeds.Rows("entities").SelectMany(e => e.GetProperty("mentions").EnumerateArray()))
            Add("entity", mention);
        foreach (var attestation in Seeds.Rows("claims").SelectMany(c => c.GetProperty("attestations").EnumerateArray()))
            Add("claim", attestation);
        foreach (var time in Seeds.Rows("times"))
            Add("time", time);
        foreach (var section in Seeds.Root.GetProperty("brief").GetProperty("sections").EnumerateArray())
        {
            foreach (var citation in section.GetProperty("sentences").EnumerateArray().SelectMany(s => s.GetProperty("citations").EnumerateArray()))
                Add("brief", citation);
        }
        used.ShouldNotBeEmpty();
        return used;
    }

    private static List<string> Upstream(string page) =>
        [.. Seeds.Page(page).Row.GetProperty("upstream").EnumerateArray().Select(u => u.GetProperty("name").GetString()!)];

    private static JsonElement Meeting() =>
        Seeds.Rows("prospects").Where(p => Parties(p, "Putin") && Parties(p, "Trump")).OrderByDescending(p => p.GetProperty("history").GetArrayLength()).First();

    private static bool Parties(JsonElement prospect, string name) =>
        prospect.GetProperty("parties").EnumerateArray().Any(p => Seeds.NameOf(p.GetString()!).EndsWith(name, StringComparison.Ordinal));

    private static bool NameHas(JsonElement entity, string word) => entity.GetProperty("name").GetString()!.Contains(word, StringComparison.Ordinal);

    private static List<JsonElement> Between() => [.. Seeds.Rows("disputes").Where(d => d.GetProperty("scope").GetString() == "between-sources")];

    private static List<JsonElement> Sides(JsonElement dispute) => [.. dispute.GetProperty("sides").EnumerateArray().SelectMany(s => s.GetProperty("attestations").EnumerateArray())];

    private static bool Attests(JsonElement claim, string page, int start, int end) => claim.GetProperty("attestations").EnumerateArray().Any(a => Hits(a, page, start, end));

    private static (string Page, int Start, int End) At(string page, int start, int end) => (page, start, end);

    private static bool Steps(JsonElement change, params (string Page, int Start, int End)[] places)
    {
        var steps = change.GetProperty("steps").EnumerateArray().ToList();
        var found = places.Select(p => steps.FindIndex(s => Hits(s, p.Page, p.Start, p.End))).ToList();
        return found.TrueForAll(i => i >= 0) && found.Order().SequenceEqual(found);
    }

    private static bool Condition(JsonElement step, string page, int start, int end) =>
        Page(step) == page && step.GetProperty("condition") is { ValueKind: JsonValueKind.Array } c && Overlap(c, start, end);

    private static List<string> Pages(JsonElement places) => [.. places.EnumerateArray().Select(Page).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Page(JsonElement place) => Seeds.Document(place.GetProperty("document").GetString()!).File[..3];

    private static bool Hits(JsonElement place, string page, int start, int end) => Page(place) == page && Overlap(place.GetProperty("span"), start, end);

    // Most of the place must lie in the span: a claim's words may be a clause or its sentence.
    private static bool Overlap(JsonElement span, int start, int end) =>
        Math.Min(end, span[1].GetInt32()) - Math.Max(start, span[0].GetInt32()) > (end - start) / 2;

    private static string Folded(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
