using NodaTime.Text;
using Readout.Languages;
using Readout.Tests.Samples;
using Readout.Text;

namespace Readout.Tests.Languages;

public class OfficeHoldersTests
{
    // The queries were written by hand; a spelling or two may be missed.
    private const int Floor = 48;

    [SharedTheory("conformance")]
    [InlineData("officeholders/gold_queries.csv")]
    public void Most_offices_are_answered_with_who_held_them_on_the_day(string set)
    {
        var file = SharedTheoryAttribute.PathOf(["conformance", .. set.Split('/')]);
        var wrong = new List<string>();
        var queries = File.ReadLines(file).Skip(1).Select(l => l.Split(',')).ToList();
        foreach (var query in queries)
        {
            var holder = OfficeHolders.All.On(query[0], query[1] is "head_of_state" ? "state" : "government", LocalDatePattern.Iso.Parse(query[2]).Value);
            var surname = WorldKnowledge.Fold(query[3].ToLowerInvariant());
            if (holder is null || !holder.Names.Any(n => WorldKnowledge.Fold(n.ToLowerInvariant()).Contains(surname, StringComparison.Ordinal)))
                wrong.Add($"{query[0]} {query[1]} {query[2]}: {holder?.Names[0] ?? "nobody"}, not {query[3]}");
        }
        Assert.True(queries.Count - wrong.Count >= Floor, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("FR", "president", "2018-05-01", "Emmanuel Macron")]
    [InlineData("DE", "chancellor", "2019-05-01", "Angela Merkel")]
    [InlineData("NO", "king", "2015-05-01", "Harald V")]
    public void A_title_means_who_bore_it_that_day(string country, string role, string day, string name) =>
        Assert.Equal(name, OfficeHolders.All.Bearer(country, role, DateRange.Day(LocalDatePattern.Iso.Parse(day).Value))?.Names[0]);

    [Fact]
    public void A_handover_inside_the_interval_leaves_the_title_open()
    {
        var when = new DateRange(LocalDatePattern.Iso.Parse("2021-11-01").Value, LocalDatePattern.Iso.Parse("2022-01-31").Value);
        Assert.Null(OfficeHolders.All.Bearer("DE", "chancellor", when));
    }

    [Fact]
    public void The_row_stands_as_evidence()
    {
        var holder = OfficeHolders.All.On("FR", "state", LocalDatePattern.Iso.Parse("2018-05-01").Value)!;
        Assert.StartsWith("FR\tstate\tPresident\tEmmanuel Macron\t2017-05-14", holder.Row);
        Assert.True(holder.IsNamed("macron"));
        Assert.True(holder.IsNamed("emmanuel macron"));
        Assert.False(holder.IsNamed("brigitte macron"));
    }
}
