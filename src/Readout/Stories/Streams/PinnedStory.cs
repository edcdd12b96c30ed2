namespace Readout.Stories.Streams;

/// <summary>A story that somebody asked for: discovery proposes events for it and decides nothing.</summary>
internal sealed class PinnedStory(CandidateFinder finder, TermWeights weights)
{
    private const int Candidates = 60;
    private const int MostProposed = 50;

    /// <param name="examples">What the story is about.</param>
    /// <param name="shelves">Days to look at, the latest first.</param>
    /// <param name="home">The event of a text.</param>
    public IReadOnlyList<(string Event, double Score)> Propose(IReadOnlyList<TextFeatures> examples, IReadOnlyList<DayShelf> shelves, Func<int, StreamEvent> home)
    {
        if (examples.Count == 0)
            return [];
        var texts = examples.Select(weights.Weigh).ToList();
        var pinned = Sum(texts);
        var row = new double[EventRow.Width];
        var scores = new Dictionary<StreamEvent, double>(ReferenceEqualityComparer.Instance);
        foreach (var text in texts)
        {
            foreach (var (_, found) in finder.Find(text.Body, shelves, Candidates, (a, b) => home(a).Founder.CompareTo(home(b).Founder)))
            {
                var one = home(found);
                if (scores.ContainsKey(one))
                    continue;
                EventRow.Fill(row, pinned, one);
                scores[one] = EventModel.Score(row, StoryModel.Weights);
            }
        }
        return [.. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key.Founder).Take(MostProposed).Select(s => (s.Key.Founder.EventId(), Math.Round(s.Value, 3)))];
    }

    private static StreamEvent Sum(List<WeighedText> texts)
    {
        StreamEvent? sum = null;
        for (var i = 0; i < texts.Count; i++)
        {
            var one = new StreamEvent(new MemberList(i), texts[i], new StreamPlace(StreamEvent.NoDay, "", (ulong)i), i);
            sum = sum is null ? one : sum.With(one);
        }
        return sum!;
    }
}
