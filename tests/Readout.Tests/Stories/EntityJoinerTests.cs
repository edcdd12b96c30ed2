using Readout.Annotations;
using Readout.Stories;
using Readout.Tests.Annotations;

namespace Readout.Tests.Stories;

public class EntityJoinerTests
{
    private static Document Page(string id, string text) => Annotator.Annotate(id, Made.Article(text));

    private static string Join(params string[] texts)
    {
        var pages = texts.Select((t, i) => Page("d" + (char)('a' + i), t)).ToList();
        var joined = EntityJoiner.Join(pages);
        pages.Reverse();
        EntityJoiner.Join(pages).Select(Show).ShouldBe(joined.Select(Show));
        joined.Select(e => e.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(joined.Count);
        return string.Join("; ", joined.Select(e => $"{e.Name} {e.Members.Count}"));

        static string Show(Entity e) => $"{e.Id} {e.Name} {string.Join(' ', e.Members)}";
    }

    [Fact]
    public void A_surname_alone_joins_the_only_person_of_that_name() =>
        Join("Minister Odo Pellar left.", "“No,” Pellar said.").ShouldBe("Odo Pellar 2");

    [Fact]
    public void A_surname_that_two_bear_stays_alone() =>
        Join("Minister Odo Pellar left.", "Minister Jan Pellar left.", "“No,” Pellar said.").ShouldBe("Jan Pellar 1; Odo Pellar 1; Pellar 1");

    [Fact]
    public void A_person_and_a_firm_of_one_name_are_never_joined() =>
        Join("Minister Odo Pellar left.", "Pellar's board met and Pellar's shares fell.").ShouldBe("Odo Pellar 1; Pellar 1");

    [Fact]
    public void A_firm_without_its_generic_word_is_the_same_firm() =>
        Join("Brenning Freight lost a ship.", "Brenning spokesman Odo Pellar left.").ShouldBe("Brenning Freight 2; Odo Pellar 1");

    [Fact]
    public void An_acronym_joins_its_full_name() =>
        Join("The Vask Press Agency was founded here.", "The VPA said so.").ShouldBe("Vask Press Agency 2");

    [Fact]
    public void Another_spelling_joins_where_the_office_is_the_same() =>
        Join("Kolvik mayor Sergei Marinov left.", "Kolvik mayor Sergey Marinov left.").ShouldBe("Kolvik 2; Sergei Marinov 2");

    [Fact]
    public void Accents_and_quotes_make_no_difference() =>
        Join("Minister Hanne Brüggel left.", "Minister Hanne Bruggel left.").ShouldBe("Hanne Bruggel 2");

    [Fact]
    public void An_id_of_the_lists_stays_where_the_pages_agree_on_it()
    {
        var pages = new[] { Page("da", "The United Nations met in Chile."), Page("db", "The UN met in Chile.") };
        EntityJoiner.Join(pages).Select(e => e.KnownAs).ShouldBe(["CL", "un"]);
        pages[1] = pages[1] with { Entities = [.. pages[1].Entities.Select(e => e.KnownAs is "CL" ? e with { KnownAs = "geonames:1" } : e)] };
        EntityJoiner.Join(pages).Single(e => e.Name == "Chile").KnownAs.ShouldBeNull();
    }
}
