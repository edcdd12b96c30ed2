using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Readout.Tests.Formats.Exports;

public class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void An_Atom_feed_has_what_RFC_4287_demands()
    {
        foreach (var sample in ExportedSample.All)
        {
            var feed = Feed(sample);
            feed.Name.ShouldBe(Atom + "feed");
            CheckCommon(feed);
            feed.Element(Atom + "author")!.Element(Atom + "name")!.Value.ShouldNotBeEmpty();
            var entries = feed.Elements(Atom + "entry").ToList();
            entries.ShouldNotBeEmpty();
            entries.Select(e => e.Element(Atom + "id")!.Value).ShouldBeUnique();
            foreach (var entry in entries)
            {
                CheckCommon(entry);
                // Markup in the words must stay words.
                entry.Elements(Atom + "content").Single().Attribute("type")!.Value.ShouldBe("text");
                entry.Element(Atom + "content")!.HasElements.ShouldBeFalse();
                foreach (var place in entry.Elements(XName.Get("place", "urn:x-readout:feed")))
                    entry.Element(Atom + "content")!.Value.ShouldContain(Shown(sample.At(place.Attribute("document")!.Value, (int)place.Attribute("start")!, (int)place.Attribute("end")!)));
                entry.Elements(Atom + "link").Count(l => l.Attribute("rel")!.Value == "alternate").ShouldBeLessThanOrEqualTo(1);
                entry.Elements(Atom + "link").ShouldAllBe(l => l.Attribute("href")!.Value.StartsWith("http", StringComparison.Ordinal));
            }
            entries.Select(e => DateTimeOffset.Parse(e.Element(Atom + "updated")!.Value, null)).ShouldBe(entries.Select(e => DateTimeOffset.Parse(e.Element(Atom + "updated")!.Value, null)).OrderDescending());
            feed.Element(Atom + "updated")!.Value.ShouldBe(entries[0].Element(Atom + "updated")!.Value);
        }
    }

    [Fact]
    public void A_JSON_feed_says_the_same()
    {
        foreach (var sample in ExportedSample.All)
        {
            var json = sample.WriteJson("json-feed");
            json.GetProperty("version").GetString().ShouldBe("https://jsonfeed.org/version/1.1");
            json.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
            var items = json.GetProperty("items").EnumerateArray().ToList();
            items.Select(i => i.GetProperty("id").GetString()).ShouldBe(Feed(sample).Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value));
            foreach (var item in items)
            {
                item.EnumerateObject().Select(p => p.Name).Except(["id", "url", "title", "content_text", "date_published", "tags", "_readout"]).ShouldBeEmpty();
                foreach (var place in item.GetProperty("_readout").GetProperty("places").EnumerateArray())
                {
                    var words = sample.At(place.GetProperty("document").GetString()!, place.GetProperty("span")[0].GetInt32(), place.GetProperty("span")[1].GetInt32());
                    item.GetProperty("content_text").GetString()!.ShouldContain(Fold(words));
                }
            }
        }
    }

    [Fact]
    public void Another_copy_is_no_change()
    {
        var pages = HostilePages.All.Skip(1).ToList();
        var copied = new ExportedSample("copied", [.. pages, ("copy.txt", "The Vask Times\n\n"u8.ToArray().Concat(pages[1].Bytes).ToArray())]);
        copied.Rows("families").Count().ShouldBe(1);
        Subjects(copied).ShouldBe(Subjects(new ExportedSample("alone", pages)), ignoreOrder: true);
    }

    [Fact]
    public void A_moved_status_a_dispute_and_a_moved_value_are_changes()
    {
        var dam = ExportedSample.All[0];
        var kinds = dam.WriteJson("json-feed").GetProperty("items").EnumerateArray().ToLookup(i => i.GetProperty("tags")[0].GetString()!, i => i.GetProperty("_readout").GetProperty("subject").GetString(), StringComparer.Ordinal);
        kinds["dispute"].ShouldBe(dam.Rows("disputes").Where(d => d.GetProperty("scope").GetString() == "between-sources").Select(d => d.GetProperty("id").GetString()), ignoreOrder: true);
        foreach (var prospect in dam.Rows("prospects"))
        {
            var statuses = prospect.GetProperty("history").EnumerateArray().Select(s => s.GetProperty("status").GetString()).ToList();
            kinds["prospect"].Count(p => p == prospect.GetProperty("id").GetString()).ShouldBe(statuses.Where((s, i) => i == 0 || s != statuses[i - 1]).Count());
        }
        kinds["claim"].ShouldBe(dam.Rows("claims").Select(c => c.GetProperty("id").GetString()), ignoreOrder: true);
        kinds["update"].ShouldNotBeEmpty();
    }

    private static string Fold(string words) => Regex.Replace(words, @"\s+", " ").Trim();

    // XML has no way to write most control characters.
    private static string Shown(string words) => Regex.Replace(Fold(words), "[\u0000-\u0008\u000b\u000c\u000e-\u001f]", "\uFFFD");

    private static IEnumerable<string> Subjects(ExportedSample sample) =>
        sample.WriteJson("json-feed").GetProperty("items").EnumerateArray().Select(i => i.GetProperty("content_text").GetString()!.Split(" — ")[0]);

    private static XElement Feed(ExportedSample sample)
    {
        using var reader = XmlReader.Create(new StringReader(sample.Write("atom")), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static void CheckCommon(XElement element)
    {
        foreach (var name in new[] { "id", "title", "updated" })
            element.Elements(Atom + name).Count().ShouldBe(1, name);
        Uri.TryCreate(element.Element(Atom + "id")!.Value, UriKind.Absolute, out _).ShouldBeTrue();
        element.Element(Atom + "updated")!.Value.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$");
    }
}
