using Readout.Stories;

namespace Readout.Tests.Stories;

public class PageChangesTests
{
    private const string First = "The ferry to Vask stopped on Monday, Ada Moll said. It carried 700 passengers a day. Nobody was hurt in the fire on board.";

    [Theory]
    [InlineData("The ferry to Vask stopped on Monday, Ada Moll said. It carried 900 passengers a day. Nobody was hurt in the fire on board.", "- It carried 700 passengers a day.", "+ It carried 900 passengers a day.")]
    [InlineData("The ferry to Vask stopped on Monday, Ada Moll said. Nobody was hurt in the fire on board.", "- It carried 700 passengers a day.")]
    [InlineData("The ferry to Vask stopped on Monday, Ada Moll said. It carried 700 passengers a day. Two boats help out until May. Nobody was hurt in the fire on board.", "+ Two boats help out until May.")]
    [InlineData("The ferry to  Vask stopped on Monday, Ada Moll said. It carried\n700 passengers a day. Nobody was hurt in the fire on board.")]
    public void Sentences_come_go_and_change(string later, params string[] expected)
    {
        var (before, after) = (Read(First), Read(later));
        var changes = PageChanges.Between(before, after);
        changes.Sentences.SelectMany(c => new[] { c.Before is { } b ? "- " + before.Slice(b) : null, c.After is { } a ? "+ " + after.Slice(a) : null }).OfType<string>().ShouldBe(expected);
        changes.IsSilent.ShouldBe(expected.Length > 0);
        // the other way round it is its own inverse
        var back = PageChanges.Between(after, before);
        back.Sentences.Select(c => (c.After, c.Before)).ShouldBe(changes.Sentences.Select(c => (c.Before, c.After)));
    }

    [Fact]
    public void An_edit_that_a_stamp_tells_of_is_not_silent()
    {
        const string page = "<html><head><title>Ferry stops</title><meta property=\"article:published_time\" content=\"2031-05-06T08:00:00Z\"><meta property=\"article:modified_time\" content=\"2031-05-06T0{0}:30:00Z\"></head><body><h1>Ferry stops</h1><p>The ferry to Vask stopped on Monday, Ada Moll, the mayor, said. It carried {1} passengers a day.</p></body></html>";
        string Of(int hour, int passengers) => page.Replace("{0}", $"{hour}", StringComparison.Ordinal).Replace("{1}", $"{passengers}", StringComparison.Ordinal);
        PageChanges.Between(Read(Of(8, 700), "a.html"), Read(Of(9, 900), "a.html")).ShouldSatisfyAllConditions(c => c.Sentences.Count.ShouldBe(1), c => c.IsSilent.ShouldBeFalse());
        PageChanges.Between(Read(Of(8, 700), "a.html"), Read(Of(8, 900), "a.html")).IsSilent.ShouldBeTrue();
        PageChanges.Between(Read(Of(8, 700), "a.html"), Read(Of(9, 700), "a.html")).ShouldSatisfyAllConditions(c => c.Sentences.ShouldBeEmpty(), c => c.IsSilent.ShouldBeFalse());
    }

    private static Readout.Annotations.Document Read(string text, string name = "a.txt") => Desk.Read(new PageInput(name, System.Text.Encoding.UTF8.GetBytes(text)));
}
