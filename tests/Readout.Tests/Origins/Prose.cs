using NodaTime;
using Readout.Origins;

namespace Readout.Tests.Origins;

/// <summary>Invented sentences: the same seed gives the same ones, different seeds share hardly a run of five words.</summary>
internal static class Prose
{
    private static readonly string[] Words =
        ("harbour pier council ferry toll island storm mayor board chairwoman crown autumn water sand bank fisher tide landing port "
        + "morning vote meeting letter plan road bridge school winter price market farmer court judge hearing evening ship crew captain "
        + "repair engine night signal tower lamp keeper village church square garden festival music singer visitor train station").Split(' ');

    public static IReadOnlyList<string> Sentences(string seed, int count)
    {
        var random = new Random(seed.Aggregate(17, (h, c) => (h * 31) + c));
        return [.. Enumerable.Range(0, count).Select(_ => Sentence(random))];
    }

    /// <summary>Families of edited copies, strangers among them, some without a day.</summary>
    public static IEnumerable<CopyText> Pile(int count)
    {
        var random = new Random(7);
        for (var i = 0; i < count; i++)
        {
            var story = Sentences("story" + (i % 17), 14);
            var kept = story.Where(_ => random.Next(10) < 7).ToList();
            if (i % 5 == 0)
                kept.InsertRange(0, Sentences("story" + (i % 11), 14).Take(4));
            kept.Add("Read more in the " + (i % 4) + " evening edition of this paper.");
            var day = i % 6 == 0 ? (LocalDate?)null : new LocalDate(2031, 3, 1).PlusDays(random.Next(20));
            yield return new CopyText("t" + i, "Outlet " + (i % 4), day, Shingling.Of(string.Join(' ', kept)));
        }
    }

    private static string Sentence(Random random)
    {
        var words = Enumerable.Range(0, 9 + random.Next(6)).Select(_ => Words[random.Next(Words.Length)]).ToArray();
        return char.ToUpperInvariant(words[0][0]) + words[0][1..] + " " + string.Join(' ', words.Skip(1)) + ".";
    }
}
