using Readout.Annotations;
using Readout.Articles;
using Readout.Origins;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Through whose hands a statement came: page ← outlet it copies ← source it cites ← speaker.</summary>
internal sealed class Chains
{
    private readonly Story _story;
    private readonly EntityIndex _index;
    private readonly Dictionary<string, FamilyLink> _copies;

    public Chains(Story story, EntityIndex index)
    {
        _story = story;
        _index = index;
        _copies = story.Families
            .SelectMany(f => f.Links)
            .Where(l => l.Link == AttributionLink.ReusedSentences)
            .GroupBy(l => l.From, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    /// <summary>The chain of a sentence, from the page outward; its last link is the original speaker or body.</summary>
    public IReadOnlyList<ChainLink> Of(Document document, Span sentence, Quotation? quotation)
    {
        var chain = new List<ChainLink>();
        if (_copies.TryGetValue(document.Id, out var copy) && copy.Spans.Any(s => s.Overlaps(sentence)))
            chain.Add(new ChainLink(VoiceOf(_story.Document(copy.To)), AttributionLink.ReusedSentences, copy.Spans.First(s => s.Overlaps(sentence))));
        foreach (var upstream in document.Upstream)
        {
            var cited = upstream.Link == AttributionLink.Citation && sentence.Contains(upstream.Span);
            if (cited && !chain.Exists(c => OutletNames.Same(c.Who, upstream.Name)) && !IsSpeaker(document, quotation, upstream))
                chain.Add(new ChainLink(upstream.Name, upstream.Link, upstream.Span));
        }
        if (quotation is not null && Speaker(document, quotation) is { } speaker)
            chain.Add(new ChainLink(speaker, AttributionLink.Citation, quotation.SpeakerSpan ?? quotation.Cue ?? quotation.Content[0]));
        if (chain.Count == 0)
            chain.AddRange(OwnVoice(document, sentence));
        return chain;
    }

    /// <summary>Entity id of a quotation's speaker, or the words that name an unnamed one; null where nothing names them.</summary>
    public string? Speaker(Document document, Quotation quotation)
    {
        if (quotation.Speaker is { } speaker && _index.Of(document, speaker) is { } entity)
            return entity.Id;
        return quotation.SpeakerSpan is { } span ? document.Slice(span) : null;
    }

    /// <summary>The page's own voice: its outlet, or the file where the outlet is unknown.</summary>
    public static string VoiceOf(Document document) => document.Article.Outlet?.Value ?? document.Article.Page.FileName;

    // Without a speaker the statement is the page's own, or that of the text it credits.
    private IEnumerable<ChainLink> OwnVoice(Document document, Span sentence)
    {
        var credit = document.Upstream.FirstOrDefault(u => u.Link is AttributionLink.CreditLine or AttributionLink.Dateline);
        if (credit is not null && _copies.ContainsKey(document.Id) is false)
            yield return new ChainLink(credit.Name, credit.Link, credit.Span);
        else
            yield return new ChainLink(VoiceOf(document), AttributionLink.Byline, document.Article.Outlet?.Span ?? sentence);
    }

    private bool IsSpeaker(Document document, Quotation? quotation, Upstream upstream) =>
        quotation?.Speaker is { } speaker && _index.Of(document, speaker) is { } entity && OutletNames.Same(entity.Name, upstream.Name);
}
