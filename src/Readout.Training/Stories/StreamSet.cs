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
/// <param name="Part">0 or 1: by day where all texts have one, else by topic. What is fitted on one part is scored on the other.</param>
/// <param name="Pairs">Texts worth comparing.</param>
internal sealed record StreamSet(string Name, double Weight, IReadOnlyList<StreamEvent> Events, IReadOnlyList<string> Gold, IReadOnlyList<int> Part, IReadOnlyList<(int A, int B)> Pairs)
{
    public static StreamSet Read(string path, double weight, int keepOneIn)
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
            texts.Add(new StreamText(Of(row, "id")!, Of(row, "title") ?? "", Of(row, "text") ?? "", day.Success ? day.Value : null, Of(row, "lang")));
            gold.Add(cluster);
            topics.Add(Of(row, "topic") ?? cluster);
        }
        return Prepare(Path.GetFileName(path).Split('.')[0], weight, texts, gold, topics);
    }

    /// <summary>Invented reports that differ in place, people and figures alone: see <see cref="MadeUpReports"/>.</summary>
    public static StreamSet MadeUp(double weight)
    {
        var made = MadeUpReports.Make();
        return Prepare("made-up", weight, made.ConvertAll(m => m.Text), made.ConvertAll(m => m.Event), made.ConvertAll(m => m.Topic));
    }

    /// <summary>Event numbers after joining: what <see cref="BCubed"/> scores.</summary>
    public int[] Found(EventMerging merging)
    {
        var found = new int[Events.Count];
        foreach (var one in merging.Events)
        {
            foreach (var member in one.Members.All())
                found[member] = one.First;
        }
        return found;
    }

    /// <summary>Joining of the texts of a part; 2 is both.</summary>
    public EventMerging Start(int part, double[] model, double least) =>
        new(Events, Pairs.Where(p => part == 2 || (Part[p.A] == part && Part[p.B] == part)), model, least);

    private static StreamSet Prepare(string name, double weight, List<StreamText> texts, List<string> gold, List<string> topics)
    {
        var reader = new FeatureReader();
        var weights = new TermWeights(new StreamCounts().Before(0));
        var days = texts.ConvertAll(t => t.Published is { } d ? Period.DaysBetween(new LocalDate(1970, 1, 1), d) : StreamEvent.NoDay);
        var events = texts.Select((t, i) => new StreamEvent(new MemberList(i), weights.Weigh(reader.Read(t)), new StreamPlace(days[i], t.Id, 0), i)).ToList();
        var dated = !days.Contains(StreamEvent.NoDay);
        var keys = dated ? gold.ConvertAll(g => gold.Select((o, i) => (o, i)).Where(p => p.o == g).Min(p => days[p.i])) : [.. topics.Select(Sum)];
        var middle = keys.Order().ElementAt(keys.Count / 2);
        var part = keys.ConvertAll(k => dated ? k >= middle ? 1 : 0 : k % 2);
        return new StreamSet(name, weight, events, gold, part, Compare(events));
    }

    private static List<(int A, int B)> Compare(List<StreamEvent> events)
    {
        var finder = new CandidateFinder();
        var order = Enumerable.Range(0, events.Count).OrderBy(i => events[i].Founder).ToList();
        var shelves = order.GroupBy(i => events[i].FirstDay).ToDictionary(g => g.Key, g => DayShelf.Of([.. g.Select(i => (i, events[i].Sum.Body))]));
        var pairs = new HashSet<(int, int)>();
        foreach (var i in order)
        {
            var day = events[i].FirstDay;
            var reach = shelves.Where(s => s.Key <= day && (day == StreamEvent.NoDay || day - s.Key <= 30)).OrderByDescending(s => s.Key).Select(s => s.Value).ToList();
            foreach (var (_, other) in finder.Find(events[i].Sum.Body, reach, 24, (a, b) => events[a].Founder.CompareTo(events[b].Founder)))
            {
                if (other != i)
                    pairs.Add((Math.Min(i, other), Math.Max(i, other)));
            }
        }
        return [.. pairs];
    }

    // string.GetHashCode differs from run to run
    private static int Sum(string text) => text.Sum(c => c);

    private static string? Of(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
