using System.Globalization;

namespace Readout.Stories.Streams;

/// <summary>Knows which event ids have been given, and says where one leads that no longer stands.</summary>
internal sealed class EventIds(List<StreamEntry> entries)
{
    private readonly List<EventRedirect> _redirects = [];
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<int, StreamEvent> _before = [];
    private readonly HashSet<StreamEvent> _old = new(ReferenceEqualityComparer.Instance);
    private int _known;

    public IReadOnlyList<EventRedirect> Redirects => _redirects;

    /// <summary>Before days are taken back: where their texts were.</summary>
    public void Remember(IEnumerable<StreamDay> days)
    {
        _before.Clear();
        _old.Clear();
        foreach (var text in days.SelectMany(d => d.Texts))
        {
            if (entries[text].Home?.Latest() is not { } home)
                continue;
            _before[text] = home;
            _old.Add(home);
        }
    }

    /// <summary>Events of other days that went into others.</summary>
    public void Take(IEnumerable<StreamEvent> replaced) => _old.UnionWith(replaced.Where(e => _given.Contains(e.Founder.EventId())));

    /// <summary>After the days have been placed: what became of the events.</summary>
    public void Redirect(IReadOnlyList<StreamDay> days)
    {
        foreach (var old in _old.OrderBy(e => e.Founder))
        {
            var (from, now) = (old.Founder.EventId(), Now(old.First));
            var to = now.Founder.EventId();
            if (to != from && _given.Remove(from))
                _redirects.Add(new EventRedirect(from, to, now.First >= _known ? "an earlier text of it came in" : "joined: one event"));
        }
        foreach (var split in _before.GroupBy(t => t.Value, t => t.Key, ReferenceEqualityComparer.Instance).OrderBy(g => ((StreamEvent)g.Key!).Founder))
            Split((StreamEvent)split.Key!, [.. split]);
        foreach (var text in days.SelectMany(d => d.Texts))
            _given.Add(entries[text].Home!.Latest().Founder.EventId());
        _known = entries.Count;
    }

    private void Split(StreamEvent old, List<int> texts)
    {
        var stays = Now(old.First);
        foreach (var part in texts.GroupBy(Now).Where(p => !ReferenceEquals(p.Key, stays)).OrderBy(p => p.Key.Founder))
        {
            var reason = string.Create(CultureInfo.InvariantCulture, $"split: {part.Count()} texts report another event");
            _redirects.Add(new EventRedirect(old.Founder.EventId(), part.Key.Founder.EventId(), reason));
        }
    }

    private StreamEvent Now(int text) => entries[text].Home!.Latest();
}
