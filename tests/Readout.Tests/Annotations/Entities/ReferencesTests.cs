using Readout.Annotations;

namespace Readout.Tests.Annotations.Entities;

public class ReferencesTests
{
    [Theory]
    [InlineData("Transport minister Odo Pellar came late. “We are ready,” [he] said.", "Odo Pellar")]
    [InlineData("Ulla Marn, the mayor, met Odo Pellar. [She] said that the talks were over.", "Ulla Marn")]
    [InlineData("The mayor, Ulla Marn, was in Orlen. [The mayor] said no.", "Ulla Marn")]
    [InlineData("Transport minister Odo Pellar met union leader Ulla Marn. [The minister] declined.", "Odo Pellar")]
    [InlineData("Brenning Freight spokesman Odo Pellar met Kolvik Lines spokesman Jan Trell. [The Kolvik Lines spokesman] said no.", "Jan Trell")]
    [InlineData("The dockers' union Harbour Crew called a strike on Monday. [The union] wants more pay.", "Harbour Crew")]
    [InlineData("Brenning Freight lost a ship. [The company] said it was insured.", "Brenning Freight")]
    [InlineData("Odo Pellar told the Vask Herald that he would go. The deal is dead, [the newspaper] reported.", "Vask Herald")]
    [InlineData("French President Jean Dorlac came. [The French president] smiled.", "Jean Dorlac")]
    [InlineData("Hanna Brook, who heads the Orlen Port Authority, spoke in Orlen. “We count,” [the regulator] said.", "Hanna Brook")]
    [InlineData("Ulla Marn left early. In [her] office the lamp still burned.", "Ulla Marn")]
    [InlineData("When [she] reached Orlen, Ulla Marn was tired.", "Ulla Marn")]
    [InlineData("There was criticism from Ulla Marn over what [she] called a betrayal.", "Ulla Marn")]
    [InlineData("Brenning Freight closed two yards. [It] declined to comment.", "Brenning Freight")]
    [InlineData("The Chilean Foreign Ministry protested on Monday. The note was late, [the foreign ministry] said.", "Chilean Foreign Ministry")]
    [InlineData("The Ministry of Foreign Affairs protested. The note was late, [the foreign ministry] said.", "Ministry of Foreign Affairs")]
    [InlineData("The Chilean Foreign Ministry wrote to the Peruvian Foreign Ministry. In Peru, [the foreign ministry] said nothing.", "Peruvian Foreign Ministry")]
    [InlineData("The Chilean Foreign Ministry wrote to the Peruvian Foreign Ministry. No answer came from [the Peruvian foreign ministry] on Monday.", "Peruvian Foreign Ministry")]
    public void A_phrase_is_resolved_to_whom_it_means(string marked, string name)
    {
        var (text, start) = Unmark(marked);
        var (mentions, entities) = NamesTests.Tag(text);
        var mention = mentions.FirstOrDefault(m => m.Span.Start == start && m.Form is MentionForm.Role or MentionForm.Pronoun);
        mention.ShouldNotBeNull();
        entities[mention.Entity].Name.ShouldBe(name);
        mention.Rule.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("Odo Pellar and Emrik Trell met in Orlen. [He] was late.")]
    [InlineData("Odo Pellar met Jan Trell. “[He] will not come,” said Ulla Marn.")]
    [InlineData("[The minister] said nothing, and Odo Pellar left.")]
    [InlineData("Brenning Freight and Kolvik Lines went to court. A judge fined [the company].")]
    [InlineData("The Chilean Foreign Ministry wrote to the Peruvian Foreign Ministry. [The foreign ministry] gave no answer.")]
    [InlineData("The Chilean Defence Ministry protested on Monday. [The foreign ministry] said nothing.")]
    [InlineData("The Chilean Foreign Ministry protested on Monday. No answer came from [the Peruvian foreign ministry] so far.")]
    public void In_doubt_a_phrase_stays_unresolved(string marked)
    {
        var (text, start) = Unmark(marked);
        NamesTests.Tag(text).Mentions.ShouldNotContain(m => m.Span.Start == start && m.Form != MentionForm.Name);
    }

    [Theory]
    [InlineData("Brenning Freight and Kolvik Lines may merge. [The two companies] said so.", "Brenning Freight, Kolvik Lines")]
    [InlineData("France and Japan agreed on fish. [The two countries] had quarrelled for years.", "France, Japan")]
    [InlineData("President Ada Kovar met President Jan Trell. [Both leaders] smiled.", "Ada Kovar, Jan Trell")]
    public void A_pair_is_one_mention_for_each_of_the_two(string marked, string names)
    {
        var (text, start) = Unmark(marked);
        var (mentions, entities) = NamesTests.Tag(text);
        string.Join(", ", mentions.Where(m => m.Span.Start == start && m.Form is MentionForm.Group).Select(m => entities[m.Entity].Name)).ShouldBe(names);
    }

    [Theory]
    [InlineData("Brenning spokesman Odo Pellar spoke for Brenning Freight.", "Odo Pellar", "spokesman", "Brenning Freight")]
    [InlineData("Ulla Marn, who heads the Orlen Port Authority, left.", "Ulla Marn", "head", "Orlen Port Authority")]
    [InlineData("Brenning Freight's chief executive, Ulla Marn, left.", "Ulla Marn", "chief executive", "Brenning Freight")]
    [InlineData("The chief executive of Brenning Freight, Ulla Marn, left.", "Ulla Marn", "chief executive", "Brenning Freight")]
    [InlineData("Odo Pellar of Brenning Freight left.", "Odo Pellar", "", "Brenning Freight")]
    [InlineData("Odo Pellar, the transport minister of Sarnia Vale, left.", "Odo Pellar", "transport minister", "Sarnia Vale")]
    [InlineData("Odo Pellar was elected president of Harbour Union.", "Odo Pellar", "president", "Harbour Union")]
    public void Roles_and_bodies_are_read_from_the_words_around_a_name(string text, string name, string role, string body)
    {
        var (_, entities) = NamesTests.Tag(text);
        var person = entities.Single(e => e.Name == name);
        string.Join(", ", person.Roles).ShouldBe(role);
        person.Affiliations.Select(a => entities[a].Name).ShouldBe([body]);
    }

    [Theory]
    [InlineData("Odo Pellar, the chief executive of Brenning Lines, said so. Pellar left. Brenning paid.", 2)]
    [InlineData("The World Ferry Council (WFC) met. The WFC said nothing.", 1)]
    [InlineData("Mr Orlen owns Orlen Lines. Orlen's board met. Mr Orlen smiled.", 2)]
    [InlineData("The US and the United States are one, as is the U.S.", 1)]
    public void Names_of_one_entity_are_joined_and_others_kept_apart(string text, int entities) =>
        NamesTests.Tag(text).Entities.Count.ShouldBe(entities);

    private static (string Text, int Start) Unmark(string marked) =>
        (marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal), marked.IndexOf('[', StringComparison.Ordinal));
}
