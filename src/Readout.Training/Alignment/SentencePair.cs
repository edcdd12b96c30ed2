using System.Text.Json;
using Readout.Claims;
using Readout.Text;

namespace Readout.Training.Alignment;

/// <summary>Two sentences of a set, and whether they tell of one event.</summary>
internal sealed record SentencePair(string? Id, int Topic, SentenceOfSet A, SentenceOfSet B, bool Same)
{
    /// <summary>The lines of a file of pairs.</summary>
    public static List<SentencePair> Read(IEnumerable<string> lines)
    {
        var pairs = new List<SentencePair>();
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            var pair = json.RootElement;
            pairs.Add(new SentencePair(
                pair.TryGetProperty("id", out var id) ? id.ToString() : null,
                pair.TryGetProperty("topic", out var topic) ? topic.GetInt32() : 0,
                SentenceOfSet.Of(pair.GetProperty("a")),
                SentenceOfSet.Of(pair.GetProperty("b")),
                pair.TryGetProperty("same_event", out var same) && same.ValueKind == JsonValueKind.True));
        }
        return pairs;
    }

    /// <summary>The numbers that each pair is judged by; the sentences of a topic are one pile, with the pages that the set names.</summary>
    public static List<double[]> Rows(IReadOnlyList<SentencePair> pairs)
    {
        var terms = pairs.SelectMany(p => (SentenceOfSet[])[p.A, p.B]).Distinct().AsParallel().ToDictionary(s => s, s => s.Read());
        var rows = new Dictionary<SentencePair, double[]>(ReferenceEqualityComparer.Instance);
        foreach (var topic in pairs.GroupBy(p => p.Topic))
        {
            var statements = topic.SelectMany(p => (SentenceOfSet[])[p.A, p.B]).Distinct().ToList();
            var places = statements.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => x.i);
            var reader = new PairRow(new StatementPile([.. statements.Select(s => (s.Page, terms[s]))]));
            foreach (var pair in topic)
            {
                rows[pair] = new double[PairRow.Width];
                reader.Fill(rows[pair], places[pair.A], places[pair.B]);
            }
        }
        return [.. pairs.Select(p => rows[p])];
    }
}

/// <summary>A sentence of a set.</summary>
/// <param name="Page">Name of the page it stands on.</param>
/// <param name="Place">Which sentence it is there.</param>
/// <param name="Words">Its words, parted by blanks.</param>
internal sealed record SentenceOfSet(string Page, int Place, string Words)
{
    public static SentenceOfSet Of(JsonElement json) => new(
        json.TryGetProperty("doc", out var page) ? page.GetString()! : "",
        json.TryGetProperty("sent", out var place) ? place.GetInt32() : 0,
        json.GetProperty("text").GetString()!);

    /// <summary>What it is compared by.</summary>
    public StatementTerms Read()
    {
        var document = SetText.Annotate(Words);
        return new StatementTermReader(document).Read(document.Sentences, [new Span(0, document.Text.Value.Length)], Place);
    }
}
