using Readout.Annotations;

namespace Readout.Tests.Annotations.Events;

public class EventTyperTests
{
    [Fact]
    public void An_event_bears_its_types_of_the_schemes()
    {
        var visit = Read("Ada Moll will visit Vask in May.").Events.Single();
        (visit.Type, visit.Plover, visit.Cameo).ShouldBe(("visit", "AGREE", "03"));
        var talks = Read("Ada Moll and Jory Pell held talks on Friday.").Events.Single();
        (talks.Type, talks.Plover, talks.Cameo).ShouldBe(("meet", "CONSULT", "04"));
    }

    [Theory]
    [InlineData("Ada Moll accused Jory Pell of fraud.", "Ada Moll", "Jory Pell")]
    [InlineData("Jory Pell was arrested by Ada Moll.", "Ada Moll", "Jory Pell")]
    [InlineData("Ada Moll agreed to meet Jory Pell.", "Ada Moll", "Jory Pell")]
    [InlineData("Ada Moll urged Jory Pell to resign.", "Jory Pell", "")]
    public void The_tree_says_who_did_it_to_whom(string text, string source, string target)
    {
        var document = Read(text);
        var last = document.Events.Concat(document.OpenEvents).OrderBy(e => e.Predicate.Start).Last();
        Names(last.Source).ShouldBe(source);
        Names(last.Target).ShouldBe(target);

        string Names(IReadOnlyList<int> entities) => string.Join(", ", entities.Select(e => document.Entities[e].Name));
    }

    [Fact]
    public void A_verb_outside_the_classes_is_an_event_by_type_or_lemma()
    {
        var document = Read("Ada Moll painted the bridge. She kidnapped Jory Pell.");
        document.Events.ShouldBeEmpty();
        document.OpenEvents.Select(e => (e.Type, e.Lemma)).ShouldBe([(EventTypes.Open, "paint"), ("kidnap", "kidnap")]);
    }

    [Theory]
    [InlineData("Ada Moll seems tired.")]
    [InlineData("Ada Moll said that the bridge was old.")]
    public void States_and_sayings_are_no_events(string text)
    {
        var document = Read(text);
        document.Events.Concat(document.OpenEvents).ShouldBeEmpty();
    }

    private static Document Read(string text) => Annotator.Annotate("a", Made.Article(text));
}
