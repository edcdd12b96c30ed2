using NodaTime;

namespace Readout.Stories.Streams;

/// <summary>
/// Tells which texts of a stream report the same event. Texts come in any order; <see cref="Settle"/> decides from all texts of the
/// days concerned, one day after the other, so that what comes out does not depend on the order of arrival.
/// </summary>
/// <remarks>
/// A day's texts and the events before it that share rare words with them are joined best pair first (<see cref="EventMerging"/>).
/// Days can be taken back: a late text has its day and those after it placed anew, as far back as
/// <see cref="EventStreamOptions.Replay"/> texts; <see cref="TooLate"/> lists what came later than that. Not safe for several threads at once.
/// </remarks>
public sealed class EventStream
{
    private static readonly LocalDate s_first = new(1970, 1, 1);

    private readonly EventStreamOptions _options;
    private readonly FeatureReader _reader = new();
    private readonly CandidateFinder _finder = new();
    private readonly StreamCounts _counts = new();
    private readonly List<StreamEntry> _entries = [];
    private readonly SortedDictionary<StreamDayKey, StreamDay> _days = [];
    private readonly EventIds _ids;
    private readonly List<int> _late = [];
    private readonly StoryWeeks? _stories;
    private readonly double[] _model;
    private StreamDayKey _closed = StreamDayKey.None;
    private StreamDayKey? _dirty;

    public EventStream(EventStreamOptions? options = null)
        : this(options ?? new EventStreamOptions(), EventModel.Weights)
    {
    }

    internal EventStream(EventStreamOptions options, double[] model)
    {
        (_options, _model) = (options, model);
        _ids = new EventIds(_entries);
        _stories = options.Stories ? new StoryWeeks(_entries, _finder, _counts) : null;
    }

    /// <summary>A stream that goes on where another stood when <see cref="Keep"/> was asked: only later weeks can come.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another format, or were cut off.</exception>
    public static EventStream From(byte[] state, EventStreamOptions options)
    {
        var memory = StreamState.Read(state);
        var stream = new EventStream(options);
        // Most texts are only counted: nothing is set beside them any more.
        var past = new StreamEntry(default, null);
        stream._entries.AddRange(Enumerable.Repeat(past, memory.Count));
        foreach (var home in memory.Events)
            stream._entries[home.First] = new StreamEntry(home.Founder, null) { Home = home };
        foreach (var kept in memory.Days)
        {
            var day = new StreamDay(kept.Key) { Shelf = kept.Shelf };
            foreach (var (text, place, home) in kept.Texts)
            {
                day.Texts.Add(text);
                stream._entries[text] = new StreamEntry(place, null) { Home = memory.Events[home] };
            }
            stream._days[kept.Key] = day;
        }
        stream._counts.Restore(memory.Week + 1, memory.Counts);
        stream._stories?.Restore(StoryState.Of(memory.Week, memory.Open, memory.Ended));
        stream._closed = new StreamDayKey(StreamCounts.FirstDayOf(memory.Week + 1) - 1, 0);
        return stream;
    }

    /// <summary>All that later weeks need of what came in, as bytes; null where there is nothing, or texts without a day have been placed.</summary>
    public byte[]? Keep()
    {
        if (_days.Count == 0 || _stories is null || _days.Keys.Last().Day == StreamEvent.NoDay)
            return null;
        var week = StreamCounts.WeekOf(_days.Keys.Last().Day);
        var next = StreamCounts.FirstDayOf(week + 1);
        var days = _days.Values.Where(d => d.Shelf is not null && next - (long)d.Key.Day <= _options.ReachDays).ToList();
        var numbers = new Dictionary<StreamEvent, int>(ReferenceEqualityComparer.Instance);
        foreach (var home in days.SelectMany(d => d.Texts).Select(t => _entries[t].Home!.Latest()))
            numbers.TryAdd(home, numbers.Count);
        var remembered = days.ConvertAll(d => new RememberedDay(d.Key, d.Texts.ConvertAll(t => (t, _entries[t].Place, numbers[_entries[t].Home!.Latest()])), d.Shelf!));
        return StreamState.Write(new StreamMemory(
            week, _entries.Count, _counts.Before(next), [.. numbers.OrderBy(n => n.Value).Select(n => n.Key)], remembered, _stories.Now.Open, [.. Chain<StreamEvent>.All(_stories.Now.Ended)]));
    }

    /// <summary>Number of the week that a day belongs to; days of one week are told together.</summary>
    public static int WeekOf(LocalDate day) => StreamCounts.WeekOf(Period.DaysBetween(s_first, day));

    /// <summary>Texts that came in.</summary>
    public int Count => _entries.Count;

    /// <summary>Pairs looked at so far: what settling cost.</summary>
    internal long Looks { get; private set; }

    /// <summary>Ids that were given and now lead elsewhere, in the order in which that came about.</summary>
    public IReadOnlyList<EventRedirect> Redirects => _ids.Redirects;

    /// <summary>Places of texts so late that the days after theirs were not placed anew: for them the order of arrival may show.</summary>
    public IReadOnlyList<int> TooLate => _late;

    /// <summary>Takes a text in; gives its place, by which its event can be asked for once the stream is settled.</summary>
    public int Add(StreamText text)
    {
        var features = _reader.Read(text);
        var stands = text.Published ?? text.Seen;
        var day = stands is { } date ? Period.DaysBetween(s_first, date) : StreamEvent.NoDay;
        var place = _entries.Count;
        _entries.Add(new StreamEntry(new StreamPlace(day, text.Id, _reader.Words), features));
        var own = DayFor(day, place);
        own.Texts.Add(place);
        _counts.Add(day, features);
        if (_dirty is not { } dirty || own.Key < dirty)
            _dirty = own.Key;
        return place;
    }

    /// <summary>Places all that came in since; where nothing came, nothing changes.</summary>
    public void Settle()
    {
        if (_dirty is not { } from)
            return;
        var again = _days.Values.Where(d => d.Key >= from).ToList();
        _ids.Remember(again);
        for (var i = again.Count - 1; i >= 0; i--)
            again[i].Undo(_entries);
        _stories?.TakeBack(StreamCounts.WeekOf(from.Day));
        foreach (var (at, day) in again.Index())
        {
            var placing = new DayPlacing(_entries, _finder, _model);
            placing.Place(day, Reach(day), new TermWeights(_counts.Before(day.Key.Day)));
            Looks += placing.Looks;
            _ids.Take(day.Replaced);
            var week = StreamCounts.WeekOf(day.Key.Day);
            if (at + 1 == again.Count || StreamCounts.WeekOf(again[at + 1].Key.Day) != week)
                _stories?.Tell(week, [.. _days.Values.Where(d => StreamCounts.WeekOf(d.Key.Day) == week)]);
        }
        _dirty = null;
        _ids.Redirect(again);
        Forget();
    }

    /// <summary>The id of a text's event, by the place that <see cref="Add"/> gave.</summary>
    /// <exception cref="InvalidOperationException">The text came in after the stream was settled last.</exception>
    public string EventOf(int place) =>
        (_entries[place].Home ?? throw new InvalidOperationException("The stream has not been settled since this text came in.")).Latest().Founder.EventId();

    /// <summary>The stories, as the stream was settled last, by their first texts.</summary>
    /// <exception cref="InvalidOperationException">The stream was told to leave stories alone.</exception>
    public IReadOnlyList<Storyline> Storylines() =>
        (_stories ?? throw new InvalidOperationException("This stream tells events only.")).Now.Tell();

    /// <summary>Events that may belong to a story that somebody pinned by a query or by example texts: proposals, the likeliest first.</summary>
    /// <param name="examples">Texts of the story; a query is a headline without a text.</param>
    /// <returns>Ids of events, and how likely each is: above 0, likelier than not.</returns>
    public IReadOnlyList<(string Event, double Score)> Propose(IReadOnlyList<StreamText> examples) =>
        new PinnedStory(_finder, new TermWeights(_counts.Before(StreamEvent.NoDay))).Propose(
            [.. examples.Select(_reader.Read)],
            [.. _days.Values.Select(d => d.Shelf).OfType<DayShelf>().Reverse()],
            text => _entries[text].Home!.Latest());

    // a day that is too old, or holds too many texts, to be placed anew takes no more
    private StreamDay DayFor(int day, int place)
    {
        var key = new StreamDayKey(day, 0);
        if (key <= _closed)
        {
            key = day == _closed.Day ? new StreamDayKey(day, _closed.Part + 1) : _days.Keys.FirstOrDefault(k => k > _closed, new StreamDayKey(_closed.Day, _closed.Part + 1));
            _late.Add(place);
        }
        while (_days.TryGetValue(key, out var full) && full.Shelf is not null && full.Texts.Count >= _options.Replay)
            key = new StreamDayKey(key.Day, key.Part + 1);
        if (!_days.TryGetValue(key, out var own))
            _days[key] = own = new StreamDay(key);
        return own;
    }

    private List<DayShelf> Reach(StreamDay day) =>
        [.. _days.Values.Where(d => d.Shelf is not null && !ReferenceEquals(d, day) && day.Key.Day - (long)d.Key.Day <= Far(day)).Reverse().Select(d => d.Shelf!)];

    private long Far(StreamDay day) => day.Key.Day == StreamEvent.NoDay ? long.MaxValue : _options.ReachDays;

    // the oldest days can no longer be placed anew, still older ones no longer be joined
    private void Forget()
    {
        var (texts, week, kept) = (0, int.MinValue, _days.Values.Reverse().ToList());
        foreach (var day in kept)
        {
            if (texts > _options.Window)
            {
                day.Fade(_entries);
                _days.Remove(day.Key);
            }
            // A week is told as a whole, so that it is closed as a whole.
            else if (texts >= _options.Replay && day.Key > _closed && StreamCounts.WeekOf(day.Key.Day) < week)
                _closed = day.Key;
            week = StreamCounts.WeekOf(day.Key.Day);
            texts += day.Texts.Count;
            if (day.Key <= _closed)
                day.Close(_entries);
        }
        if (_closed == StreamDayKey.None)
            return;
        _counts.Close(_closed.Day);
        _stories?.Close(StreamCounts.WeekOf(_closed.Day));
    }
}
