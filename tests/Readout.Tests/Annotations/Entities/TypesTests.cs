using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Text;

namespace Readout.Tests.Annotations.Entities;

public class TypesTests
{
    [Theory]
    [InlineData("They signed the [Treaty of Kolvik] in May.", EntityType.Law)]
    [InlineData("The court cited the [Harbour Safety Act] twice.", EntityType.Law)]
    [InlineData("Both broke the [Convention on Inland Ferries].", EntityType.Law)]
    [InlineData("He fell in the [Battle of Sarn] that year.", EntityType.Event)]
    [InlineData("Ferries were the theme of [COP29] this time.", EntityType.Event)]
    [InlineData("She ran in the [Kolvik Marathon] again.", EntityType.Event)]
    [InlineData("Two [F-16] jets flew over the bay.", EntityType.Product)]
    [InlineData("The [Germans] bought six ferries.", EntityType.Group)]
    [InlineData("Most [Muslims] of the town stayed at home.", EntityType.Group)]
    public void Things_beside_people_bodies_and_places_have_their_types(string marked, EntityType type)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var name = marked[(start + 1)..marked.IndexOf(']', StringComparison.Ordinal)];
        var (mentions, entities) = NamesTests.Tag(marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal));
        var mention = mentions.Single(m => m.Span == new Span(start, start + name.Length));
        entities[mention.Entity].Type.ShouldBe(type);
    }

    [Theory]
    [InlineData("[German] officials have yet to confirm the visit.", "nationality")]
    [InlineData("The fleet met in the [German] capital.", "nationality")]
    [InlineData("The [Germans] have left.", "people")]
    public void A_nationality_before_a_noun_names_nobody_who_acts(string marked, string rule)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var article = Made.Article(text);
        Annotator.Annotate("a", article).Mentions.Single(m => m.Span.Start == start).Rule.ShouldBe(rule);
    }

    [Fact]
    public void A_club_of_states_is_no_machine() =>
        NamesTests.Tag("The G-20 met in Orlen.").Entities.ShouldNotContain(e => e.Type == EntityType.Product);

    [Theory]
    [InlineData("[Paris] said that it would not pay.", "FR-government", "capital-as-government")]
    [InlineData("It was [Paris]'s decision to recall the envoy.", "FR-government", "capital-as-government")]
    [InlineData("The talks between [Paris] and Tokyo failed.", "FR-government", "capital-as-government")]
    [InlineData("He accused [Paris] of breaking its word.", "FR-government", "capital-as-government")]
    [InlineData("The ferry to [Paris] was late.", "geonames:2988507", "capital")]
    [InlineData("He was born in [Paris] and said little.", "geonames:2988507", "capital")]
    [InlineData("The [Kremlin] denied it.", "RU-government", "seat-of-government")]
    [InlineData("A source in the [Kremlin] denied it.", "RU-government", "seat-of-government")]
    [InlineData("They stood outside the [Kremlin] for hours.", null, "seat-as-place")]
    public void A_capital_or_a_seat_of_power_is_the_government_only_where_it_acts(string marked, string? id, string rule)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var (mentions, entities) = NamesTests.Tag(marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal));
        var mention = mentions.Single(m => m.Span.Start == start);
        entities[mention.Entity].KnownAs.ShouldBe(id);
        mention.Rule.ShouldBe(rule);
    }

    [Theory]
    [InlineData("Birmingham is in the United Kingdom.", "Birmingham", "geonames:2655603")]
    [InlineData("Birmingham is large.", "Birmingham", null)]
    public void A_town_has_an_id_where_only_one_can_be_meant(string text, string name, string? id) =>
        NamesTests.Tag(text).Entities.Single(e => e.Name == name).KnownAs.ShouldBe(id);

    [Fact]
    public void Who_held_the_office_on_the_pages_day_is_meant_by_its_title()
    {
        const string Text = "Emmanuel Macron came late. The ferry had left. The French president walked home.";
        var (mentions, entities) = On(new LocalDate(2018, 5, 1), Text);
        var role = mentions.Single(m => m.Form == MentionForm.Role);
        entities[role.Entity].Name.ShouldBe("Emmanuel Macron");
        role.Rule.ShouldBe("office-on-date");
        On(new LocalDate(2014, 5, 1), Text).Mentions.ShouldNotContain(m => m.Form == MentionForm.Role);
    }

    [Fact]
    public void Who_holds_an_office_has_an_id() =>
        NamesTests.Tag("French President Emmanuel Macron came late.").Entities.Single(e => e.Type == EntityType.Person).KnownAs.ShouldBe("holder:FR:emmanuel-macron");

    private static (IReadOnlyList<Mention> Mentions, IReadOnlyList<PageEntity> Entities) On(LocalDate day, string text)
    {
        var article = Made.Article(text) with { Published = new Published(DateRange.Day(day), DateBasis.Stated, [], "made") };
        var tokens = Tokenizer.Tokenize(article);
        return EntityTagger.Tag(article, tokens, SentenceSplitter.Split(article, tokens), []);
    }
}
