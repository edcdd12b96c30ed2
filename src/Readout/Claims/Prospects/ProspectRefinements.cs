using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Statements about one prospect that grew narrower: a region, then a house; expected, then accepted.</summary>
internal static class ProspectRefinements
{
    public static IEnumerable<Finding> Find(IReadOnlyList<ProspectMention> group, EntityIndex index)
    {
        var ordered = group.OrderBy(m => Chronology.SortDay(m.Statement.Said)).ThenBy(m => m.Statement.Document.Id, StringComparer.Ordinal).ThenBy(m => m.Statement.Span.Start).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            for (var j = i + 1; j < ordered.Count; j++)
            {
                var (a, b) = (ordered[i], ordered[j]);
                if (a.Statement.Document.Id == b.Statement.Document.Id)
                    continue;
                if (NarrowerPlace(a, b, index) is { } place)
                    yield return place;
                if (NarrowerTime(a, b) is { } time)
                    yield return time;
                if (Firmer(a, b) is { } status)
                    yield return status;
            }
        }
    }

    private static Finding? NarrowerPlace(ProspectMention a, ProspectMention b, EntityIndex index)
    {
        if (Chronology.IsBefore(b.Statement.Said, a.Statement.Said) || a.Place is not { } from || b.Place is null || IsVague(b))
            return null;
        // The later words name a place where the earlier left it open, or one inside the place named before ("at the mill in Orlen").
        var narrower = IsVague(a) ? (b.Place == from ? null : b.Place) : Inside(b, from, index);
        if (narrower is null)
            return null;
        return new Finding(FindingKind.Refinement, DisputeType.Place, a.Statement, index.NameOf(from), b.Statement, index.NameOf(narrower),
            "the place became narrower", "place-narrowed");
    }

    // "at the mill in Orlen": the one name stands right before "in" and the other.
    private static string? Inside(ProspectMention mention, string place, EntityIndex index)
    {
        var document = mention.Statement.Document;
        Mention? before = null;
        foreach (var next in Participants.MentionsIn(document, mention.Event.Clause))
        {
            if (before is not null && index.Of(document, next.Entity) is { } outer && index.PlaceId(outer) == place
                && document.Text.Value.AsSpan(before.Span.End, Math.Max(0, next.Span.Start - before.Span.End)) is " in " or ", " or " in the "
                && document.Entities[before.Entity].Type is EntityType.Place or EntityType.Other or EntityType.Organisation
                && index.Of(document, before.Entity) is { } inner && inner.Id != outer.Id)
            {
                return inner.Id;
            }
            before = next;
        }
        return null;
    }

    private static Finding? NarrowerTime(ProspectMention a, ProspectMention b)
    {
        var (wide, narrow) = (a.Event.Time, b.Event.Time);
        if (!wide.IsBounded || !narrow.IsBounded || wide == narrow || !wide.Contains(narrow) || !Chronology.IsBefore(a.Statement.Said, b.Statement.Said))
            return null;
        if (b.Status is not (ProspectStatus.Scheduled or ProspectStatus.Agreed or ProspectStatus.Expected or ProspectStatus.Conditional))
            return null;
        return new Finding(FindingKind.Refinement, DisputeType.Date, a.Statement, wide.ToString(), b.Statement, narrow.ToString(),
            "the time became narrower", "time-narrowed");
    }

    // "somewhere in", "one of the", "a place in": the speaker left the place open.
    private static bool IsVague(ProspectMention mention)
    {
        var tokens = mention.Statement.Document.Tokens;
        for (var i = mention.Statement.Sentence.FirstToken; i < mention.Statement.Sentence.EndToken; i++)
        {
            if (tokens[i].Norm is "somewhere" or "elsewhere" or "anywhere")
                return true;
        }
        return false;
    }

    private static Finding? Firmer(ProspectMention a, ProspectMention b)
    {
        var (looser, firmer) = (a.Status, b.Status) switch
        {
            (ProspectStatus.Expected or ProspectStatus.Willing, ProspectStatus.Agreed or ProspectStatus.Scheduled) => (a, b),
            (ProspectStatus.Agreed, ProspectStatus.Expected) when !Chronology.IsBefore(a.Statement.Said, b.Statement.Said) => (b, a),
            _ => (null, null),
        };
        if (looser is null || firmer is null || looser.Kind != firmer.Kind || looser.Parties.Count == 0 || !looser.Parties.Any(firmer.Circle.Contains))
            return null;
        return new Finding(FindingKind.Refinement, DisputeType.Value, looser.Statement, looser.Status.ToString(), firmer.Statement, firmer.Status.ToString(),
            "the firmer statement includes the looser one", "status-firmed");
    }
}
