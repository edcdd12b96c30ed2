using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>A sentence that says where a prospective event stands.</summary>
/// <param name="Parties">Ids of the participants.</param>
/// <param name="Circle">The parties and the bodies they belong to: what two sentences about one event share.</param>
internal sealed record ProspectMention(
    Statement Statement, EventMention Event, ProspectStatus Status, IReadOnlyList<string> Parties, IReadOnlySet<string> Circle)
{
    /// <summary>Kind of event: a talk face to face is a meeting.</summary>
    public string Kind => Event.Type == "talk" ? "meet" : Event.Type;
}

/// <summary>Finds the events that may happen and joins their mentions across pages and months.</summary>
internal static class ProspectFinder
{
    // Happenings that people wait for. Others ("find", "say", "cost") may be hedged but are no events to track.
    private static readonly HashSet<string> Awaited = new(StringComparer.Ordinal)
    {
        "meet", "talk", "visit", "sign", "agree", "merge", "approve", "vote", "try", "rule", "strike", "truce", "open", "close", "launch", "resign",
        "appoint", "transfer", "play", "exchange", "withdraw", "deploy", "publish", "build", "lift", "pay",
    };

    /// <summary>Groups of mentions, one group a prospect, the most covered first.</summary>
    public static IReadOnlyList<IReadOnlyList<ProspectMention>> Find(IReadOnlyList<Statement> statements, EntityIndex index)
    {
        var mentions = statements.Select(s => Best(s, index)).OfType<IReadOnlyList<ProspectMention>>().SelectMany(m => m).ToList();
        var groups = new List<List<ProspectMention>>();
        foreach (var mention in mentions.Where(m => m.Parties.Count > 0).OrderByDescending(m => m.Parties.Count))
        {
            var home = groups
                .Where(g => g[0].Kind == mention.Kind)
                .Select(g => (Group: g, Shared: Shared(g, mention)))
                .Where(x => x.Shared > 0)
                .OrderByDescending(x => x.Shared).ThenByDescending(x => x.Group.Count)
                .Select(x => x.Group)
                .FirstOrDefault();
            if (home is null)
                groups.Add([mention]);
            else
                home.Add(mention);
        }
        // "No date has been set", "the meeting will take place": the event the page is about.
        foreach (var mention in mentions.Where(m => m.Parties.Count == 0))
        {
            var home = groups
                .Where(g => g[0].Kind == mention.Kind && g.Exists(m => m.Statement.Document.Id == mention.Statement.Document.Id))
                .MaxBy(g => g.Count)
                ?? groups.Where(g => g[0].Kind == mention.Kind).MaxBy(g => g.Count);
            if (home is null)
                groups.Add([mention]);
            else
                home.Add(mention);
        }
        return
        [
            .. groups
                .Where(IsWorthTracking)
                .OrderByDescending(g => g.Select(m => m.Statement.Document.Id).Distinct(StringComparer.Ordinal).Count())
                .ThenByDescending(g => g.Count)
                .ThenBy(g => g[0].Statement.Document.Id, StringComparer.Ordinal)
                .ThenBy(g => g[0].Event.Predicate.Start),
        ];
    }

    // How many parties a group and a mention share; both sides of an affiliation count ("the group" and its head).
    private static int Shared(List<ProspectMention> group, ProspectMention mention)
    {
        var most = 0;
        foreach (var member in group)
        {
            var shared = mention.Parties.Count(member.Circle.Contains);
            var needed = Math.Min(2, Math.Min(member.Parties.Count, mention.Parties.Count));
            if (shared >= needed)
                most = Math.Max(most, shared);
        }
        return most;
    }

    private static bool IsWorthTracking(List<ProspectMention> group) =>
        group.Select(m => m.Statement.Document.Id).Distinct(StringComparer.Ordinal).Count() > 1 || group.Count > 2;

    // One mention a sentence and kind of event: the one with most to say.
    private static IReadOnlyList<ProspectMention> Best(Statement statement, EntityIndex index)
    {
        var found = new List<ProspectMention>();
        foreach (var e in statement.Document.Events)
        {
            if (e.Status is not { } status || !statement.Span.Contains(e.Predicate) || !Awaited.Contains(e.Type) || IsInCondition(e))
                continue;
            var parties = e.Participants
                .Select(p => index.Of(statement.Document, p)).OfType<Entity>()
                .Select(p => p.Id).Distinct(StringComparer.Ordinal).ToList();
            var circle = new HashSet<string>(parties, StringComparer.Ordinal);
            foreach (var party in parties)
                circle.UnionWith(index.Affiliations(party));
            found.Add(new ProspectMention(statement, e, status, parties, circle));
        }
        return [.. found.GroupBy(m => m.Kind, StringComparer.Ordinal).Select(g => g.OrderByDescending(m => m.Parties.Count).First())];
    }

    private static bool IsInCondition(EventMention e) => e.Condition is { } condition && condition.Contains(e.Predicate);
}
