using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Where something happened that happens in one place: a meeting, a find, a collapse.</summary>
/// <param name="Parties">Ids of who took part.</param>
internal sealed record PlaceSlot(Statement Statement, string EventClass, Entity Place, DateRange Day, IReadOnlyList<string> Parties);

/// <summary>Compares the places that pages give for one occasion.</summary>
internal static class PlaceSlots
{
    // Fires, protests and attacks are in several places on one day.
    private static readonly HashSet<string> InOnePlace = new(StringComparer.Ordinal)
    {
        "meet", "talk", "sign", "crash", "collapse", "find", "rescue", "born", "try", "testify", "found", "launch", "play",
    };

    // How alike the sentences must be, and by how much surer it must be that they tell of one event.
    private const double Alike = 0.6;
    private const double Surplus = 1;

    // Words between two names of which one lies in the other: "Helsby in Orlen", "Orlen's old port of Helsby".
    private const int FarthestWithin = 4;

    public static IReadOnlyList<PlaceSlot> Read(IReadOnlyList<Statement> statements, EntityIndex index) => [.. statements.SelectMany(s => Read(s, index))];

    private static IEnumerable<PlaceSlot> Read(Statement statement, EntityIndex index)
    {
        var document = statement.Document;
        PlaceSlot? only = null;
        foreach (var e in document.Events)
        {
            if (!statement.Span.Contains(e.Predicate) || e.Modality != Modality.Happened || e.Status is not null || !InOnePlace.Contains(e.Type) || e.Place is not { } place)
                continue;
            if (index.Of(document, place) is not { Type: EntityType.Place or EntityType.Other } named)
                continue;
            // "met in Helsby after talks in Orlen": two occasions of one kind are not told apart
            if (only is not null && only.EventClass == e.Type && only.Place.Id != named.Id)
                yield break;
            only ??= new PlaceSlot(statement, e.Type, named, e.Time, [.. e.Participants.Select(p => index.Of(document, p)?.Id).OfType<string>().Distinct(StringComparer.Ordinal)]);
        }
        if (only is not null)
            yield return only;
    }

    /// <summary>The disputes among the slots.</summary>
    public static IEnumerable<Finding> Compare(IReadOnlyList<PlaceSlot> slots, Similarity similarity, Story story, EntityIndex index)
    {
        foreach (var group in slots.GroupBy(s => s.EventClass, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var list = group.ToList();
            for (var i = 0; i < list.Count; i++)
            {
                for (var j = i + 1; j < list.Count; j++)
                {
                    var (a, b) = (list[i], list[j]);
                    if (MayBeOne(a, b) && similarity.Of(a.Statement, b.Statement) >= Alike && !Contain(a.Place, b.Place, story, index))
                    {
                        yield return new Finding(FindingKind.Dispute, DisputeType.Place, a.Statement, a.Place.Name, b.Statement, b.Place.Name, "one occasion, two places", "occasion-place")
                        {
                            NeedsOneEvent = true,
                            Surplus = Surplus,
                        };
                    }
                }
            }
        }
    }

    private static bool MayBeOne(PlaceSlot a, PlaceSlot b) =>
        a.Place.Id != b.Place.Id && a.Statement.Document.Id != b.Statement.Document.Id && a.Day.IsDay && a.Day == b.Day
        && !a.Statement.Entities.Contains(b.Place.Id) && !b.Statement.Entities.Contains(a.Place.Id)
        // "Moll met Marsh", "Moll met Keld": two occasions
        && (a.Parties.Count <= b.Parties.Count ? a.Parties.All(b.Parties.Contains) : b.Parties.All(a.Parties.Contains));

    // One is named as lying in the other, or as another name of it, on some page of the pile, or in the list of towns.
    private static bool Contain(Entity a, Entity b, Story story, EntityIndex index)
    {
        if (a.Name.Contains(b.Name, StringComparison.OrdinalIgnoreCase) || b.Name.Contains(a.Name, StringComparison.OrdinalIgnoreCase) || Country(a) == b.KnownAs || Country(b) == a.KnownAs)
            return true;
        foreach (var document in story.Documents)
        {
            Mention? last = null;
            foreach (var mention in document.Mentions)
            {
                var id = index.Of(document, mention.Entity)?.Id;
                if (id != a.Id && id != b.Id)
                    continue;
                if (last is not null && index.Of(document, last.Entity)?.Id != id && Words(document, last.Span.End, mention.Span.Start) <= FarthestWithin)
                    return true;
                last = mention;
            }
        }
        return false;
    }

    // "DE:3247449" lies in "DE".
    private static string? Country(Entity place) => place.KnownAs is { } id && id.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? id[..colon] : "";

    private static int Words(Document document, int from, int to)
    {
        var first = Ordered.FirstAt(document.Tokens, from, t => t.Span.Start);
        var words = 0;
        for (var i = first; i < document.Tokens.Count && document.Tokens[i].Span.Start < to; i++)
        {
            if (document.Tokens[i].Norm is "." or ";" or "!" or "?")
                return int.MaxValue;
            words += document.Tokens[i].Kind == TokenKind.Word ? 1 : 0;
        }
        return words;
    }
}
