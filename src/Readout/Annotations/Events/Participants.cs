using Readout.Text;

namespace Readout.Annotations;

/// <summary>Who takes part in an event, where and when, read from the mentions around its predicate.</summary>
internal static class Participants
{
    /// <summary>Entities in the clause that may take part: people and bodies, not those who merely qualify another ("Mira's envoy").</summary>
    public static IReadOnlyList<int> Of(
        Document document, Span clause, Span predicate, IReadOnlyList<Quotation> quotations, Span? condition = null)
    {
        var found = new List<int>();
        foreach (var mention in MentionsIn(document, clause))
        {
            var type = document.Entities[mention.Entity].Type;
            if (type is not (EntityType.Person or EntityType.Organisation or EntityType.Group) || mention.Span.Overlaps(predicate) || IsOnlyIn(condition, mention.Span, predicate))
                continue;
            if (OnlyReports(quotations, mention, predicate) || OnlySpeaksOf(document, mention, predicate) || QualifiesAnother(document, mention, predicate) || found.Contains(mention.Entity))
                continue;
            found.Add(mention.Entity);
        }
        return found;
    }

    /// <summary>The place named nearest after the predicate, else nearest before it, in its clause.</summary>
    public static int? Place(Document document, Span clause, Span predicate)
    {
        int? before = null;
        foreach (var mention in MentionsIn(document, clause))
        {
            // A name after "in" or "at" is a place here, whatever else the page may make of it.
            if (document.Entities[mention.Entity].Type is not (EntityType.Place or EntityType.Other) || mention.Form == MentionForm.Group || !FollowsPreposition(document, mention.Span))
                continue;
            if (mention.Span.Start > predicate.Start)
                return mention.Entity;
            before = mention.Entity;
        }
        return before;
    }

    /// <summary>When the event is or was: the time expression nearest to the predicate in its clause.</summary>
    /// <param name="belongs">Whether a time may be the event's by the tree.</param>
    public static DateRange Time(Document document, Span clause, Span predicate, Func<Span, bool> belongs)
    {
        var best = DateRange.Unknown;
        var distance = int.MaxValue;
        for (var i = Ordered.FirstAt(document.Times, clause.Start, t => t.Span.Start); i < document.Times.Count && document.Times[i].Span.Start < clause.End; i++)
        {
            var time = document.Times[i];
            if (!clause.Contains(time.Span) || time.Type is TimexType.Duration or TimexType.Set || time.When.IsUnknown || FollowsSince(document, time.Span) || !belongs(time.Span))
                continue;
            var gap = time.Span.Start >= predicate.End ? time.Span.Start - predicate.End : predicate.Start - time.Span.End + 20;
            if (gap >= distance)
                continue;
            distance = gap;
            best = time.When;
        }
        return best;
    }

    // "six times since January": January is when the counting began, not when it happened.
    private static bool FollowsSince(Document document, Span time) =>
        document.Text.Value.AsSpan(0, time.Start).TrimEnd().EndsWith("since", StringComparison.OrdinalIgnoreCase)
        || document.Text.Chars(time).StartsWith("since", StringComparison.OrdinalIgnoreCase);

    /// <summary>The mentions inside a span, in text order.</summary>
    public static IEnumerable<Mention> MentionsIn(Document document, Span span)
    {
        var first = Ordered.FirstAt(document.Mentions, span.Start, m => m.Span.Start);
        for (var i = first; i < document.Mentions.Count && document.Mentions[i].Span.Start < span.End; i++)
        {
            // an adjective ("Orlenian ships") names nobody who takes part
            if (span.Contains(document.Mentions[i].Span) && document.Mentions[i].Rule is not Peoples.Adjective)
                yield return document.Mentions[i];
        }
    }

    // Characters between a stance's cue and an event in its content.
    private const int FarthestCue = 400;

    // Who is named only in the condition takes part in what the event waits for.
    private static bool IsOnlyIn(Span? condition, Span mention, Span predicate) =>
        condition is { } span && span.Contains(mention) && !span.Contains(predicate);

    // "…, the spokesman said": who reports the event takes no part in it by that.
    private static bool OnlyReports(IReadOnlyList<Quotation> quotations, Mention mention, Span predicate) =>
        quotations.Any(q => q.SpeakerSpan is { } speaker && speaker.Overlaps(mention.Span)
            && q.Content.Any(c => c.Contains(predicate)) && !q.Content.Any(c => c.Contains(mention.Span)));

    // "The ministry hinted at a meeting", "announced a visit": who speaks of the event takes no part in it by that.
    private static bool OnlySpeaksOf(Document document, Mention mention, Span predicate)
    {
        var stances = document.Stances;
        for (var i = Ordered.FirstAt(stances, predicate.Start - FarthestCue, s => s.Cue.Start); i < stances.Count && stances[i].Cue.Start < predicate.End + FarthestCue; i++)
        {
            if (stances[i].HolderSpan is { } holder && holder.Overlaps(mention.Span) && stances[i].Content.Any(c => c.Contains(predicate))
                && (stances[i].Kind is StanceKind.Mentions or StanceKind.Announces or StanceKind.Sees
                    || (stances[i].Kind is StanceKind.Backs or StanceKind.Opposes && document.Entities[mention.Entity].Type is EntityType.Organisation)))
                return true;
        }
        return false;
    }

    // "Mira's envoy met …": Mira does not meet. "Mira's meeting with …": she does.
    private static bool QualifiesAnother(Document document, Mention mention, Span predicate)
    {
        var text = document.Text.Value.AsSpan();
        var after = mention.Span.End;
        if (after + 1 >= text.Length || text[after] is not ('\'' or '’'))
            return false;
        var possessive = text[after + 1] == 's' ? after + 2 : after + 1;
        return !(predicate.Start >= possessive && predicate.Start - possessive <= 25);
    }

    private static bool FollowsPreposition(Document document, Span span)
    {
        var before = document.Text.Value.AsSpan(Math.Max(0, span.Start - 14), Math.Min(14, span.Start)).TrimEnd();
        // "on the island of", "in the border town of": the noun before "of" makes it a place.
        if (before.EndsWith(" of"))
        {
            foreach (var noun in (string[])["island", "city", "town", "village", "port", "province", "region", "state", "capital", "district"])
            {
                if (before[..^3].EndsWith(noun, StringComparison.Ordinal))
                    return true;
            }
        }
        if (before.EndsWith(" the"))
            before = before[..^4].TrimEnd();
        foreach (var preposition in (string[])["in", "at", "near", "to", "outside", "on"])
        {
            if (before.EndsWith(preposition, StringComparison.Ordinal) && (before.Length == preposition.Length || !char.IsLetter(before[^(preposition.Length + 1)])))
                return true;
        }
        return false;
    }
}
