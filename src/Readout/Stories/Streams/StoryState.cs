namespace Readout.Stories.Streams;

/// <summary>The stories as they stand at the end of a week. Never changed: the next week makes a new one.</summary>
/// <param name="Week">The week; <see cref="int.MaxValue"/> for texts without a day.</param>
/// <param name="Open">Stories that later events can join, by their first texts.</param>
/// <param name="Ended">Stories too old for that, in the order in which they ended.</param>
/// <param name="Guests">Events that fit another story nearly as well as their own.</param>
internal sealed record StoryState(int Week, IReadOnlyList<StreamEvent> Open, Chain<StreamEvent>? Ended, Chain<StoryGuest>? Guests)
{
    public static readonly StoryState None = new(int.MinValue, [], null, null);

    /// <summary>Stories kept from an earlier run; guests were not kept.</summary>
    public static StoryState Of(int week, IReadOnlyList<StreamEvent> open, IReadOnlyList<StreamEvent> ended) =>
        new(week, open, ended.Aggregate((Chain<StreamEvent>?)null, (chain, story) => new Chain<StreamEvent>(story, chain)), null);

    /// <summary>The stories with the texts at home in them and those of guests, by their first texts.</summary>
    public IReadOnlyList<Storyline> Tell()
    {
        var stories = Chain<StreamEvent>.All(Ended).Concat(Open).OrderBy(s => s.Founder).ToList();
        var texts = stories.ConvertAll(s => s.Members.All().Order().ToList());
        var homes = new Dictionary<int, int>();
        for (var i = 0; i < stories.Count; i++)
            texts[i].ForEach(t => homes[t] = i);
        var also = new Dictionary<int, SortedSet<int>>();
        foreach (var guest in Chain<StoryGuest>.All(Guests))
        {
            var story = homes[guest.Host];
            foreach (var text in guest.Texts.All().Where(t => homes[t] != story))
            {
                if (!also.TryGetValue(story, out var found))
                    also[story] = found = [];
                found.Add(text);
            }
        }
        return [.. stories.Select((s, i) => new Storyline("s" + s.Founder.EventId()[1..], texts[i], also.TryGetValue(i, out var found) ? [.. found] : []))];
    }
}

/// <summary>An event at home in one story that belongs to another too.</summary>
/// <param name="Texts">The event's texts.</param>
/// <param name="Host">A text of the other story.</param>
internal sealed record StoryGuest(MemberList Texts, int Host);

/// <summary>A list that grows at its end without being copied, so that each week keeps its own.</summary>
internal sealed record Chain<T>(T Last, Chain<T>? Before)
{
    /// <summary>All, the last first.</summary>
    public static IEnumerable<T> All(Chain<T>? chain)
    {
        for (; chain is not null; chain = chain.Before)
            yield return chain.Last;
    }
}
