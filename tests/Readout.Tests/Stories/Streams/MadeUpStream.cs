using NodaTime;
using Readout.Stories.Streams;

namespace Readout.Tests.Stories.Streams;

/// <summary>Invented reports: each event has its place, people and figures, and several outlets tell it in their own words.</summary>
internal static class MadeUpStream
{
    private static readonly string[] s_places = ["Orlen", "Vask", "Torrim", "Helsby", "Quarn", "Dunmore", "Pellick", "Sorvane", "Brackwell", "Ystad Minor"];
    private static readonly string[] s_people = ["Ada Moll", "Jory Pell", "Ina Sorrel", "Tove Harrick", "Bram Oskell", "Lise Vantor", "Edo Marsh", "Runa Keld", "Piet Salloway", "Mara Quill"];

    private static readonly (string Title, string Text)[] s_kinds =
    [
        ("Dam breach floods {0}", "A dam burst above {0} on {3}, and water swept through {2} houses. Engineer {1} said the spillway gates had jammed."),
        ("{0} bakers walk out over wages", "Bakers in {0} walked out on {3} over wages; {2} ovens stayed cold. Union leader {1} said talks with the mill owners had collapsed."),
        ("Ferry runs aground off {0}", "A ferry with {2} passengers ran aground near {0} on {3}. Captain {1} told the coastguard that fog had hidden the beacon."),
        ("{1} elected mayor of {0}", "{1} won the vote for mayor of {0} on {3} by {2} ballots, the returning officer said after a recount."),
        ("Museum theft in {0}: paintings gone", "Thieves took {2} paintings from the museum at {0} on {3}. Curator {1} said the alarm had been cut with pliers."),
    ];

    private static readonly (string Title, string Text)[] s_retold =
    [
        ("Dam bursts at {0}, {2} houses under water", "{0}: Water from a broken dam has swept into {2} houses. Jammed spillway gates were to blame, said engineer {1}."),
        ("Cold ovens as {0} bakers strike", "The mill owners of {0} face a strike of bakers over wages. {2} ovens are cold, and union leader {1} says talks have collapsed."),
        ("Fog blamed as ferry with {2} aboard grounds near {0}", "Fog hid the beacon, captain {1} told the coastguard after a ferry carrying {2} passengers ran aground off {0}."),
        ("{0} has a new mayor, {1}", "After a recount the returning officer declared {1} mayor of {0}, {2} ballots ahead in the vote."),
        ("Paintings stolen from {0} museum", "The alarm of the museum in {0} was cut with pliers and {2} paintings are gone, curator {1} said. Thieves came at night."),
    ];

    /// <summary>Texts of so many events, each told two or three times on neighbouring days.</summary>
    public static List<(StreamText Text, int Event)> Events(int count)
    {
        var texts = new List<(StreamText, int)>();
        for (var e = 0; e < count; e++)
        {
            var kind = e % s_kinds.Length;
            var day = new LocalDate(2031, 3, 1).PlusDays(e * 3 / 2 % 60);
            object[] facts = [s_places[e * 7 % s_places.Length], s_people[e * 3 % s_people.Length], 17 + (e * 13 % 400), day.DayOfWeek.ToString()];
            texts.Add((Told(s_kinds[kind], facts, $"a{e}", day), e));
            texts.Add((Told(s_retold[kind], facts, $"b{e}", day.PlusDays(e % 2)), e));
            if (e % 3 == 0)
                texts.Add((Told((s_retold[kind].Title, s_kinds[kind].Text), facts, $"c{e}", day.PlusDays(1)), e));
        }
        return texts;
    }

    private static StreamText Told((string Title, string Text) words, object[] facts, string id, LocalDate day) =>
        new(id, Fill(words.Title, facts), Fill(words.Text, facts), day);

    private static string Fill(string words, object[] facts) => string.Format(System.Globalization.CultureInfo.InvariantCulture, words, facts);
}
