using System.IO.Compression;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Readout.Stories.Streams;

namespace Readout.Training.Stories;

/// <summary>A stream whose events are known, its texts compared pair by pair where they share rare words.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Weight">What it counts among the sets.</param>
/// <param name="Events">Each text by itself.</param>
/// <param name="Gold">The event of each.</param>
/// <param name="Part">0 or 1: by day where texts have one, else by topic. What is fitted on one part is scored on the other.</param>
/// <param name="Near">Of each text, those of its day and of the days before worth comparing.</param>
internal sealed record StreamSet(string Name, double Weight, IReadOnlyList<StreamEvent> Events, IReadOnlyList<string> Gold, IReadOnlyList<int> Part, IReadOnlyList<List<int>> Near)
{
    /// <summary>The texts of each day, in order.</summary>
    public IReadOnlyList<List<int>> Days { get; } = [.. Enumerable.Range(0, Events.Count).GroupBy(i => Events[i].FirstDay).OrderBy(g => g.Key).Select(g => g.OrderBy(i => Events[i].Founder).ToList())];

    /// <param name="path">The set.</param>
    /// <param name="weight">What it counts among the sets.</param>
    /// <param name="keepOneIn">Of so many events one is taken.</param>
    /// <param name="undatedOneIn">Of so many texts one loses its day, as in piles where some pages bear none; 0 for none.</param>
    public static StreamSet Read(string path, double weight, int keepOneIn, int undatedOneIn)
    {
        var (texts, gold, topics) = (new List<StreamText>(), new List<string>(), new List<string>());
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            var cluster = Of(row, "cluster") ?? "";
            if (Sum(cluster) % keepOneIn != 0)
                continue;
            var day = LocalDatePattern.Iso.Parse(Of(row, "published") is { Length: >= 10 } stamp ? stamp[..10] : "");
            var bears = day.Success && (undatedOneIn == 0 || Sum(Of(row, "id")!) % undatedOneIn != 0);
            texts.Add(new StreamText(Of(row, "id")!, Of(row, "title") ?? "", Of(row, "text") ?? "", bears ? day.Value : null, Of(row, "lang")));
            gold.Add(cluster);
            topics.Add(Of(row, "topic") ?? cluster);
        }
        return Prepare(Path.GetFileName(path).Split('.')[0] + (undatedOneIn == 0 ? "" : ", some undated"), weight, texts, gold, topics);
    }

    /// <summary>Invented reports that differ in place, people and figures alone: see <see cref="MadeUpReports"/>.</summary>
    public static StreamSet MadeUp(double weight)
    {
        var made = MadeUpReports.Make();
        return Prepare("made-up", weight, made.ConvertAll(m => m.Text), made.ConvertAll(m => m.Event), made.ConvertAll(m => m.Topic));
    }

    /// <summary>Joins the texts day after day, as a stream does; gives each text's event by a number.</summary>
    /// <param name="part">Texts of this part alone; 2 is both.</param>
    /// <param name="join">Is given each day's joining and ends it.</param>
    public int[] Place(int part, double[] model, double least, Action<EventMerging> join)
    {
        var homes = Events.ToArray();
        foreach (var day in Days)
        {
            var own = part == 2 ? day : [.. day.Where(i => Part[i] == part)];
            var (events, places) = (own.ConvertAll(i => homes[i]), new Dictionary<int, int>());
            for (var i = 0; i < events.Count; i++)
                places[events[i].First] = i;
            var pairs = new List<(int, int)>();
            foreach (var (i, other) in own.SelectMany((text, i) => Near[text].Where(o => part == 2 || Part[o] == part).Select(o => (i, o))))
            {
                var home = homes[other];
                if (!places.TryGetValue(home.First, out var place))
                {
                    places[home.First] = place = events.Count;
                    events.Add(home);
                }
                if (place != i)
                    pairs.Add((Math.Min(i, place), Math.Max(i, place)));
            }
            var merging = new EventMerging(events, pairs, model, least);
            join(merging);
            foreach (var one in merging.Events)
            {
                foreach (var member in one.Members.All())
                    homes[member] = one;
            }
        }
        return [.. homes.Select(h => h.First)];
    }

    private static StreamSet Prepare(string name, double weight, List<StreamText> texts, List<string> gold, List<string> topics)
    {
        var reader = new FeatureReader();
        var weights = new TermWeights(new StreamCounts().Before(0));
        var days = texts.ConvertAll(t => t.Published is { } d ? Period.DaysBetween(new LocalDate(1970, 1, 1), d) : StreamEvent.NoDay);
        var events = texts.Select((t, i) => new StreamEvent(new MemberList(i), weights.Weigh(reader.Read(t)), new StreamPlace(days[i], t.Id, 0), i)).ToList();
        var dated = days.Exists(d => d != StreamEvent.NoDay);
        var keys = dated ? gold.ConvertAll(g => gold.Select((o, i) => (o, i)).Where(p => p.o == g).Min(p => days[p.i])) : [.. topics.Select(Sum)];
        var middle = keys.Order().ElementAt(keys.Count / 2);
        var part = keys.ConvertAll(k => dated ? k >= middle ? 1 : 0 : k % 2);
        return new StreamSet(name, weight, events, gold, part, Compare(events));
    }

    private static List<List<int>> Compare(List<StreamEvent> events)
    {
        var finder = new CandidateFinder();
        var shelves = Enumerable.Range(0, events.Count).OrderBy(i => events[i].Founder)
            .GroupBy(i => events[i].FirstDay).ToDictionary(g => g.Key, g => DayShelf.Of([.. g.Select(i => (i, events[i].Sum.Body))]));
        var near = new List<List<int>>();
        foreach (var (i, one) in events.Index())
        {
            var day = one.FirstDay;
            var reach = shelves.Where(s => s.Key <= day && (day == StreamEvent.NoDay || day - s.Key <= 30)).OrderByDescending(s => s.Key).Select(s => s.Value).ToList();
            var found = finder.Find(one.Sum.Body, reach, 24, (a, b) => events[a].Founder.CompareTo(events[b].Founder));
            near.Add([.. found.Select(f => f.Text).Where(other => other != i)]);
        }
        return near;
    }

    // string.GetHashCode differs from run to run
    private static int Sum(string text) => text.Sum(c => c);

    private static string? Of(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
