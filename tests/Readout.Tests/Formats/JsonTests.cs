using System.Text;
using System.Text.Json;
using Readout.Briefs;
using Readout.Formats;
using Readout.Tests.House;

namespace Readout.Tests.Formats;

public class JsonTests
{
    [Fact]
    public void A_brief_with_one_of_everything_fits_the_published_schema() =>
        Schema().Errors(Document(InventedBrief.Make(), includeText: true)).ShouldBe([]);

    [Fact]
    public void Every_report_fits_the_published_schema()
    {
        var documents = Directory.GetFiles(Repository.Path("samples", "dam")).Order(StringComparer.Ordinal)
            .Select(f => Desk.Read(new PageInput(Path.GetFileName(f), File.ReadAllBytes(f)))).ToList();
        var about = new Readout.Claims.LedgerFilter(About: "Ilvesen", From: new NodaTime.LocalDate(2022, 3, 1));
        foreach (var report in Report.All)
            Schema().Errors(Document(Desk.Brief(documents, new BriefOptions { Report = report, Filter = about }), includeText: false)).ShouldBe([], report.Name);
    }

    [Fact]
    public void The_samples_fit_the_published_schema()
    {
        foreach (var folder in Directory.GetDirectories(Repository.Path("samples")))
        {
            var documents = Directory.GetFiles(folder).Order(StringComparer.Ordinal)
                .Select(f => Desk.Read(new PageInput(Path.GetFileName(f), File.ReadAllBytes(f))));
            Schema().Errors(Document(Desk.Brief(documents), includeText: true)).ShouldBe([], folder);
        }
    }

    [Fact]
    public void The_schema_notices_what_is_missing_added_or_misspelt()
    {
        var text = Write(InventedBrief.Make(), includeText: false);
        foreach (var (from, to) in new[] { ("\"sha256\"", "\"sha\""), ("\"conditional\"", "\"Conditional\""), ("\"texts\": 1", "\"texts\": null"), ("\"readout\": 1", "\"readout\": 2") })
        {
            text.ShouldContain(from);
            using var wrong = JsonDocument.Parse(text.Replace(from, to, StringComparison.Ordinal));
            Schema().Errors(wrong.RootElement).ShouldNotBeEmpty(to);
        }
    }

    [Fact]
    public void Offsets_count_code_points()
    {
        // The bell takes two UTF-16 units and one code point.
        var document = Document(InventedBrief.Make(), includeText: true);
        var wire = document.GetProperty("documents")[0];
        var title = wire.GetProperty("title").GetProperty("span");
        title[0].GetInt32().ShouldBe(2);
        Slice(wire.GetProperty("text").GetString()!, title).ShouldBe("Bridge talks may open in Vask");
    }

    [Fact]
    public void Each_count_is_the_length_of_its_list()
    {
        var claim = Document(InventedBrief.Make(), includeText: false).GetProperty("claims")[0];
        claim.GetProperty("outlets").GetInt32().ShouldBe(claim.GetProperty("outletList").GetArrayLength());
        claim.GetProperty("texts").GetInt32().ShouldBe(claim.GetProperty("textList").GetArrayLength());
        claim.GetProperty("speakers").GetInt32().ShouldBe(claim.GetProperty("speakerList").GetArrayLength());
        claim.GetProperty("speakerList")[0].GetProperty("name").GetString().ShouldBe("Ines Hald");
    }

    [Fact]
    public void Text_is_written_only_when_asked_for()
    {
        Write(InventedBrief.Make(), includeText: false).ShouldNotContain("\"text\": \"🔔");
        Document(InventedBrief.Make(), includeText: false).GetProperty("documents")[0].TryGetProperty("text", out _).ShouldBeFalse();
    }

    [Fact]
    public void What_is_unknown_is_null_and_never_left_out()
    {
        var copy = Document(InventedBrief.Make(), includeText: false).GetProperty("documents")[1];
        copy.GetProperty("outlet").ValueKind.ShouldBe(JsonValueKind.Null);
        copy.GetProperty("published").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Writing_twice_gives_the_same_bytes() =>
        Write(InventedBrief.Make(), includeText: true).ShouldBe(Write(InventedBrief.Make(), includeText: true));

    [Fact]
    public void An_entity_bears_its_id_in_the_lists_and_null_where_there_is_none()
    {
        const string text = "Harbour talks open\n\nORLEN, 4 March 2021 - The United Nations sent Ada Moll to France, the mayor of Orlen said on Thursday.\n";
        var entities = Document(Desk.Brief([Desk.Read(new PageInput("a.txt", Encoding.UTF8.GetBytes(text)))]), includeText: false).GetProperty("entities").EnumerateArray()
            .ToDictionary(e => e.GetProperty("name").GetString()!, e => e.GetProperty("knownAs").GetString(), StringComparer.Ordinal);
        entities["United Nations"].ShouldBe("un");
        entities["France"].ShouldBe("FR");
        entities["Ada Moll"].ShouldBeNull();
    }

    [Fact]
    public void Ids_are_unique()
    {
        var document = Document(InventedBrief.Make(), includeText: false);
        foreach (var list in new[] { "documents", "entities", "quotations", "events", "families", "claims", "disputes", "changes", "prospects" })
        {
            var ids = document.GetProperty(list).EnumerateArray().Select(r => r.GetProperty("id").GetString()).ToList();
            ids.ShouldNotBeEmpty(list);
            ids.ShouldBeUnique(list);
        }
    }

    internal static string Write(Brief brief, bool includeText)
    {
        using var stream = new MemoryStream();
        Json.Write(brief, new FormatOptions(includeText), stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static JsonElement Document(Brief brief, bool includeText)
    {
        using var json = JsonDocument.Parse(Write(brief, includeText));
        return json.RootElement.Clone();
    }

    private static JsonSchema Schema()
    {
        using var json = JsonDocument.Parse(Json.Schema());
        return new JsonSchema(json.RootElement.Clone());
    }

    private static string Slice(string text, JsonElement span) =>
        string.Concat(text.EnumerateRunes().Skip(span[0].GetInt32()).Take(span[1].GetInt32() - span[0].GetInt32()));
}
