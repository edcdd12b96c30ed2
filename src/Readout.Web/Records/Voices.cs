namespace Readout.Web.Records;

/// <summary>Somebody with what they said.</summary>
/// <param name="Utterances">What stands on several pages, in several wordings.</param>
/// <param name="Direct">What stands in marks on one page.</param>
/// <param name="Reported">What one page tells in its own words.</param>
public sealed record Voice(string Name, string? Role, IReadOnlyList<UtteranceRecord> Utterances, IReadOnlyList<QuotationRecord> Direct, IReadOnlyList<QuotationRecord> Reported)
{
    private const string Nobody = "nobody named";

    public int Count => Utterances.Count + Direct.Count + Reported.Count;

    /// <summary>Everybody who is quoted, who said most first.</summary>
    public static IReadOnlyList<Voice> Of(StoryView story)
    {
        var record = story.Record;
        var inUtterances = record.Utterances.SelectMany(u => u.Wordings.Select(w => w.Quotation)).ToHashSet(StringComparer.Ordinal);
        var utterances = record.Utterances.ToLookup(u => Speaker(story, u), StringComparer.Ordinal);
        var alone = record.Quotations.Where(q => !inUtterances.Contains(q.Id)).ToLookup(q => Speaker(story, q), StringComparer.Ordinal);
        return
        [
            .. utterances.Select(u => u.Key).Concat(alone.Select(a => a.Key)).Distinct(StringComparer.Ordinal)
                .Select(name => new Voice(
                    name, story.Record.Entities.FirstOrDefault(e => e.Name == name)?.Type, [.. utterances[name]],
                    [.. InOrder(story, alone[name].Where(q => q.Form != "indirect"))], [.. InOrder(story, alone[name].Where(q => q.Form == "indirect"))]))
                .OrderByDescending(v => v.Count).ThenBy(v => v.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Who said it: a name, else the words the page has for them, else nobody.</summary>
    public static string Speaker(StoryView story, QuotationRecord quotation) =>
        story.Entity(quotation.Speaker?.Entity)?.Name
        ?? (quotation.Speaker?.Span is { } span && story.Words(quotation.Document, span) is { Length: > 0 } words ? words : Nobody);

    // A statement of somebody without a name bears the words of the first wording that has some for them.
    private static string Speaker(StoryView story, UtteranceRecord utterance) => utterance.Speaker is { } who ? story.Name(who)
        : utterance.Wordings.Select(w => story.Quotation(w.Quotation)).OfType<QuotationRecord>().Select(q => Speaker(story, q)).FirstOrDefault(s => s != Nobody) ?? Nobody;

    private static IEnumerable<QuotationRecord> InOrder(StoryView story, IEnumerable<QuotationRecord> quotations) =>
        quotations.OrderBy(q => q.SaidOn.Key ?? story.Page(q.Document)?.Day.Key ?? "9", StringComparer.Ordinal).ThenBy(q => q.Id, StringComparer.Ordinal);
}
