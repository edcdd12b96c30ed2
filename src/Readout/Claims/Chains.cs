using Readout.Annotations;
using Readout.Articles;
using Readout.Origins;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Through whose hands a statement came: page ← outlet it copies ← source it cites ← speaker.</summary>
internal sealed class Chains
{
    // Characters of "on Monday", of quotation marks or a stop around words that are all somebody says.
    private const int ShortLead = 12;

    private readonly Story _story;
    private readonly EntityIndex _index;
    private readonly Dictionary<string, FamilyLink> _copies;
    private readonly ILookup<string, FamilyLink> _reuse;

    public Chains(Story story, EntityIndex index)
    {
        _story = story;
        _index = index;
        _copies = story.Families
            .SelectMany(f => f.Links)
            .Where(l => l.Link == AttributionLink.ReusedSentences)
            .GroupBy(l => l.From, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        _reuse = story.Reuse.ToLookup(l => l.From, StringComparer.Ordinal);
    }

    /// <summary>The chain of a sentence, from the page outward; its last link is the original speaker or body.</summary>
    public IReadOnlyList<ChainLink> Of(Document document, Span sentence, Quotation? quotation)
    {
        var chain = new List<ChainLink>();
        var copied = Copied(document, sentence);
        if (copied is var (source, words))
            chain.Add(new ChainLink(VoiceOf(_story.Document(source)), AttributionLink.ReusedSentences, words));
        // "Moll told the Courier, the agency reports": the agency has it from the Courier.
        foreach (var upstream in document.Upstream.OrderBy(u => u.Rule is "told-outlet" or "interview-with"))
        {
            var cited = upstream.Link == AttributionLink.Citation && sentence.Contains(upstream.Span);
            if (cited && !chain.Exists(c => OutletNames.Same(c.Who, upstream.Name)) && !IsSpeaker(document, quotation, upstream)
                && !(quotation?.Setting.Cited is { } last && last.Words.Overlaps(upstream.Span)))
                chain.Add(new ChainLink(upstream.Name, upstream.Link, upstream.Span));
        }
        if (quotation is not null && Speaker(document, quotation) is { } speaker)
        {
            chain.Add(new ChainLink(speaker, AttributionLink.Citation, quotation.SpeakerSpan ?? quotation.Cue ?? quotation.Content[0]));
            AddInner(chain, document, quotation);
            if (quotation.Setting.Cited is { } cited)
                chain.Add(new ChainLink(Name(document, cited), AttributionLink.Citation, cited.Words));
        }
        else if (quotation is null && Reported(document, sentence) is { } reported)
            chain.Add(reported);
        if (copied is var (from, taken) && chain.Count == 1)
            AddOrigin(chain, _story.Document(from), taken);
        var spoken = chain.Count > 0 && (_index.ById(chain[^1].Who) is not null || (quotation is not null && chain[^1].Who == Speaker(document, quotation)));
        if (chain.Count == 0)
            chain.AddRange(OwnVoice(document, sentence));
        else if (spoken && !_copies.ContainsKey(document.Id) && Credit(document) is { } credit && !chain.Exists(c => OutletNames.Same(_index.NameOf(c.Who), credit.Name)))
            chain.Insert(0, new ChainLink(credit.Name, credit.Link, credit.Span));
        return chain;
    }

    // The page that a sentence was taken from, and the words taken.
    private (string Source, Span Words)? Copied(Document document, Span sentence)
    {
        var links = _copies.TryGetValue(document.Id, out var copy) ? _reuse[document.Id].Prepend(copy) : _reuse[document.Id];
        foreach (var link in links)
        {
            foreach (var span in link.Spans)
            {
                if (span.Overlaps(sentence))
                    return (link.To, span);
            }
        }
        return null;
    }

    // Whose words a copied text is: those of the text that the copied page itself took, or of whom that one credits. However many
    // copies stand between, all of them lead to one voice.
    private void AddOrigin(List<ChainLink> chain, Document source, Span words)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal) { source.Id };
        while (_copies.TryGetValue(source.Id, out var link) && passed.Add(link.To))
            source = _story.Document(link.To);
        if (passed.Count > 1 && !OutletNames.Same(chain[^1].Who, VoiceOf(source)))
            chain.Add(new ChainLink(VoiceOf(source), AttributionLink.ReusedSentences, words));
        if (Credit(source) is { } credit && !OutletNames.Same(chain[^1].Who, credit.Name))
            chain.Add(new ChainLink(credit.Name, credit.Link, words));
    }

    private string Name(Document document, SpeechParty party) =>
        party.Entity is { } known && _index.Of(document, known) is { } entity ? entity.Id : document.Slice(party.Words);

    // "X said Y had told him that S": S is Y's. Only where Y's words are all that X says; other words beside them are X's own.
    private void AddInner(List<ChainLink> chain, Document document, Quotation outer)
    {
        for (var i = Ordered.FirstAt(document.Quotations, outer.Extent.Start, q => q.Extent.Start); i < document.Quotations.Count && document.Quotations[i].Extent.Start < outer.Extent.End; i++)
        {
            var inner = document.Quotations[i];
            if (inner.Extent.Length >= outer.Extent.Length || inner.Act is not (SpeechAct.Stated or SpeechAct.Denied) || !IsAllOf(outer, inner) || Speaker(document, inner) is not { } speaker)
                continue;
            if (speaker != chain[^1].Who)
                chain.Add(new ChainLink(speaker, AttributionLink.Citation, inner.SpeakerSpan ?? inner.Cue ?? inner.Content[0]));
            AddInner(chain, document, inner);
            return;
        }
    }

    private static bool IsAllOf(Quotation outer, Quotation inner)
    {
        var first = Math.Min(inner.Extent.Start, Math.Min(inner.SpeakerSpan?.Start ?? int.MaxValue, inner.Cue?.Start ?? int.MaxValue));
        var last = Math.Max(inner.Extent.End, Math.Max(inner.SpeakerSpan?.End ?? 0, inner.Cue?.End ?? 0));
        return first - outer.Extent.Start <= ShortLead && outer.Extent.End - last <= ShortLead;
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

    // "The ministry has signalled its readiness to …": words of nobody are given, but somebody made it known.
    private ChainLink? Reported(Document document, Span sentence)
    {
        foreach (var mention in Participants.MentionsIn(document, sentence))
        {
            if (document.Entities[mention.Entity].Type is not (EntityType.Person or EntityType.Organisation) || _index.Of(document, mention.Entity) is not { } entity)
                continue;
            if (IsSubjectOfReport(document, mention.Span.End, sentence.End))
                return new ChainLink(entity.Id, AttributionLink.Citation, mention.Span);
        }
        return null;
    }

    private static bool IsSubjectOfReport(Document document, int from, int end)
    {
        var skipped = 0;
        for (var i = Ordered.FirstAt(document.Tokens, from, t => t.Span.Start); i < document.Tokens.Count; i++)
        {
            var token = document.Tokens[i];
            if (token.Span.Start >= end || skipped > 3)
                return false;
            if (ReportingVerbs.Of(token.Norm).Any(v => v.Verb.Sense == VerbSense.Says && v.Form is VerbForm.Past or VerbForm.Third or VerbForm.Participle && v.Rest.Count == 0))
                return true;
            if (token.Norm is not ("has" or "have" or "had" or "also" or "repeatedly" or "again" or "already"))
                return false;
            skipped++;
        }
        return false;
    }

    private static Upstream? Credit(Document document) =>
        document.Upstream.FirstOrDefault(u => u.Link is AttributionLink.CreditLine or AttributionLink.Dateline);

    // Without a speaker the statement is the page's own, or that of the text it credits.
    private IEnumerable<ChainLink> OwnVoice(Document document, Span sentence)
    {
        if (Credit(document) is { } credit && _copies.ContainsKey(document.Id) is false)
            yield return new ChainLink(credit.Name, credit.Link, credit.Span);
        else
            yield return new ChainLink(VoiceOf(document), AttributionLink.Byline, document.Article.Outlet?.Span ?? sentence);
    }

    private bool IsSpeaker(Document document, Quotation? quotation, Upstream upstream) =>
        quotation?.Speaker is { } speaker && _index.Of(document, speaker) is { } entity && OutletNames.Same(entity.Name, upstream.Name);
}
