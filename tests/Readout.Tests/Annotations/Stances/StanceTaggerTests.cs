using Readout.Annotations;

namespace Readout.Tests.Annotations.Stances;

public class StanceTaggerTests
{
    [Theory]
    [InlineData("Ada Moll [criticised] {the ferry toll}.", StanceKind.Opposes, "Ada Moll")]
    [InlineData("Jory Pell [has praised] {the crew for its patience}.", StanceKind.Backs, "Jory Pell")]
    [InlineData("The dockers [accused] {the port of hiding the report}.", StanceKind.Accuses, "The dockers")]
    [InlineData("Ada Moll [called for] {a new wall at Orlen}.", StanceKind.Asks, "Ada Moll")]
    [InlineData("The mayor [spoke out against] {the plan}.", StanceKind.Mentions, "The mayor")]
    [InlineData("Jory Pell [described] {the wall as a disgrace}.", StanceKind.Sees, "Jory Pell")]
    [InlineData("The toll [was rejected] by the ferry owners.", StanceKind.Opposes, "the ferry owners")]
    [InlineData("Ada Moll [voiced support for] {the crew}.", StanceKind.Backs, "Ada Moll")]
    [InlineData("Moll's [opposition to] {the toll} is well known.", StanceKind.Opposes, "Moll")]
    [InlineData("Jory Pell [is critical of] {the port}.", StanceKind.Opposes, "Jory Pell")]
    [InlineData("A petition [denounces] {the ferry toll}.", StanceKind.Opposes, "A petition")]
    [InlineData("Some [oppose] {the ferry toll}.", StanceKind.Opposes, "Some")]
    [InlineData("Ada Moll [laid] out {a plan for the harbour}.", StanceKind.Mentions, "Ada Moll")]
    [InlineData("Ada Moll [proposed] {closing the harbour}.", StanceKind.Asks, "Ada Moll")]
    [InlineData("The dockers who [oppose] {the toll} stayed at home.", StanceKind.Opposes, "The dockers who")]
    public void Who_stands_where_is_read_off_the_tree(string marked, StanceKind kind, string holder)
    {
        var (text, cue, content) = Unmark(marked);
        var document = Annotator.Annotate("a", Made.Article(text));
        var stance = document.Stances.ShouldHaveSingleItem();
        stance.Kind.ShouldBe(kind);
        stance.Polarity.ShouldBe(StancePolarity.Yes);
        document.Slice(stance.HolderSpan!.Value).ShouldStartWith(holder);
        document.Slice(stance.Cue).ShouldBe(cue);
        document.Slice(stance.Content[0]).ShouldBe(content ?? "The toll");
    }

    [Theory]
    [InlineData("Ada Moll does not back the toll.", StancePolarity.No)]
    [InlineData("Ada Moll refused to endorse the toll.", StancePolarity.No)]
    [InlineData("Ada Moll may endorse the toll.", StancePolarity.Open)]
    [InlineData("If Ada Moll endorses the toll, the port will close.", StancePolarity.Open)]
    [InlineData("Ada Moll continued to endorse the toll.", StancePolarity.Yes)]
    public void What_is_denied_or_left_open_is_no_stance_taken(string text, StancePolarity polarity) =>
        Annotator.Annotate("a", Made.Article(text)).Stances.ShouldContain(s => s.Kind == StanceKind.Backs && s.Polarity == polarity);

    [Theory]
    [InlineData("The port published a note repeating Ada Moll's intention to close the ferry.", "Ada Moll", "to close the ferry")]
    [InlineData("The crew praised a toll that was backed by Jory Pell.", "Jory Pell", "a toll")]
    public void A_named_owner_and_the_word_a_pronoun_stands_for_are_told(string text, string holder, string content)
    {
        var document = Annotator.Annotate("a", Made.Article(text));
        document.Stances.ShouldContain(s => document.Slice(s.HolderSpan!.Value).StartsWith(holder, StringComparison.Ordinal)
            && document.Slice(s.Content[0]).StartsWith(content, StringComparison.Ordinal));
    }

    [Fact]
    public void A_preposition_without_its_noun_is_no_content()
    {
        var document = Annotator.Annotate("a", Made.Article("Jory Pell made a remark that Ada Moll responded to with a smile."));
        document.Stances.SelectMany(s => s.Content).Select(document.Slice).ShouldNotContain(c => c.StartsWith("to", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_page_leaves_to_nobody_has_no_holder()
    {
        var document = Annotator.Annotate("a", Made.Article("The ferry is expected to leave on Monday."));
        var stance = document.Stances.ShouldHaveSingleItem();
        stance.HolderSpan.ShouldBeNull();
        stance.Content.Select(document.Slice).ShouldBe(["The ferry", "to leave on Monday"]);
    }

    [Theory]
    [InlineData("Asked whether the ferry would sail, Ada Moll shrugged.", "whether the ferry would sail", "stance-asked")]
    [InlineData("Asked about the toll, Ada Moll shrugged.", "the toll", "stance-asked")]
    [InlineData("The dockers seem ready for a strike.", "The dockers|ready for a strike", "stance-seems")]
    [InlineData("It seems that the ferry is late.", "the ferry is late", "stance-it-seems")]
    public void Questions_without_an_asker_and_what_seems_are_left_to_nobody(string text, string content, string rule)
    {
        var document = Annotator.Annotate("a", Made.Article(text));
        var stance = document.Stances.ShouldHaveSingleItem();
        stance.HolderSpan.ShouldBeNull();
        stance.Rule.ShouldBe(rule);
        string.Join('|', stance.Content.Select(document.Slice)).ShouldBe(content);
    }

    [Fact]
    public void What_a_poll_found_is_the_polls()
    {
        var document = Annotator.Annotate("a", Made.Article("In a new poll, Ada Moll leads Jory Pell by six points."));
        var stance = document.Stances.Single(s => s.Rule is "stance-in-poll");
        document.Slice(stance.HolderSpan!.Value).ShouldBe("a new poll");
        document.Slice(stance.Content[^1]).ShouldBe("Ada Moll leads Jory Pell by six points");
    }

    [Theory]
    [InlineData("“I back the toll and I oppose the wall,” Ada Moll said.")]
    [InlineData("Ada Moll said that she supports the toll.")]
    [InlineData("The wall supports the roof.")]
    [InlineData("It attacked the roots of the old oak.")]
    [InlineData("She ate a plan of action for breakfast.")]
    public void Words_given_as_somebodys_and_things_hold_no_stance(string text) =>
        Annotator.Annotate("a", Made.Article(text)).Stances.ShouldBeEmpty();

    private static (string Text, string Cue, string? Content) Unmark(string marked)
    {
        var cue = marked[(marked.IndexOf('[', StringComparison.Ordinal) + 1)..marked.IndexOf(']', StringComparison.Ordinal)];
        var content = marked.Contains('{', StringComparison.Ordinal) ? marked[(marked.IndexOf('{', StringComparison.Ordinal) + 1)..marked.IndexOf('}', StringComparison.Ordinal)] : null;
        return (string.Concat(marked.Where(c => c is not ('[' or ']' or '{' or '}'))), cue, content);
    }
}
