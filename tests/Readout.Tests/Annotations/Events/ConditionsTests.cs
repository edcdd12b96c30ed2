using Readout.Annotations;

namespace Readout.Tests.Annotations.Events;

public sealed class ConditionsTests
{
    [Theory]
    [InlineData("They will talk [if the ban is lifted], the mayor said.")]
    [InlineData("The ferry will sail [unless the storm returns].")]
    [InlineData("They could meet in June, [provided that the council agrees first], she said.")]
    [InlineData("The trial will open [as long as the judge recovers].")]
    [InlineData("The talks go on [only if both sides want them].")]
    [InlineData("[Should the court agree], the bridge will open.")]
    [InlineData("The two chiefs will sit down in June [should the harbour ministry give its blessing], Pell added.")]
    [InlineData("A vote can be held [once the lists are closed].")]
    [InlineData("They will not meet [until the prisoners are free].")]
    [InlineData("[Were the council to agree], work could begin.")]
    [InlineData("[Had the gates been shut], nobody would have died.")]
    [InlineData("The bank will pay [provided the town pays half].")]
    public void A_condition_runs_from_its_marker_to_the_end_of_its_clause(string marked)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var end = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        Find(text).ShouldBe([text[start..end]]);
    }

    [Theory]
    [InlineData("They should meet soon.")]
    [InlineData("He asked if the ferry had sailed.")]
    [InlineData("It looked as if the bridge would fall.")]
    [InlineData("She once ran the port.")]
    [InlineData("The town provided help.")]
    [InlineData("Should the council resign?")]
    [InlineData("The mayor had the bridge closed.")]
    public void Words_that_only_look_like_a_condition_are_none(string text) => Find(text).ShouldBeEmpty();

    private static IEnumerable<string> Find(string text)
    {
        var document = Annotator.Annotate("a", Made.Article(text));
        return Conditions.All(document, new WordTree(document), 0).Select(c => document.Slice(c.Span));
    }
}
