using Readout.Annotations;
using Readout.Tests.Samples;
using Readout.Text;

namespace Readout.Tests.Annotations.Times;

/// <summary>
/// The English date and time cases of microsoft/Recognizers-Text (MIT), where their conventions are those of TIMEX3.
/// What is left out, and why, stands in recognizers-left-out.tsv; the number passed is pinned.
/// </summary>
public class RecognizersSpecTests
{
    private const int Compared = 609;
    private const int Passed = 376;

    [SharedFact("language/timex-recognizers-specs")]
    public void The_cases_that_share_our_conventions_are_read_as_they_expect()
    {
        var left = LeftOut();
        var cases = RecognizersSpecs.Read(SharedTheoryAttribute.PathOf("language", "timex-recognizers-specs", "English", "DateTimeModel.json.gz"))
            .Where(c => !left.Contains(c.Number)).ToList();
        cases.Count.ShouldBe(Compared);
        cases.Count(IsMet).ShouldBeGreaterThanOrEqualTo(Passed);
    }

    private static bool IsMet(SpecCase c)
    {
        var times = Made.Times(c.Input, c.Reference is { } day ? DateRange.Day(day) : DateRange.Unknown);
        return c.Results.Count == 0 ? times.Count == 0 : c.Results.All(r => RecognizersSpecs.Meets(r, times));
    }

    // Rows: reason, why, the numbers of the cases.
    private static HashSet<int> LeftOut() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "Readout.Tests", "Annotations", "Times", "recognizers-left-out.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .SelectMany(line => line.Split('\t')[2].Split(' '))
            .Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)),
    ];
}
