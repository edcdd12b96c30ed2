using Readout.Annotations;
using Readout.Articles;
using Readout.Languages;
using Readout.Origins;
using Readout.Stories;

namespace Readout.Claims;

/// <summary>
/// The original speakers behind a claim's attestations, each once, with the reason of every merge. A body folds into the person who
/// speaks for it, a short name into the long one; whom nobody names adds at most one.
/// </summary>
internal sealed class Voices(Story story, EntityIndex index)
{
    private static readonly HashSet<string> Definite = Resource.Set("En/definite-words.txt");

    private readonly HashSet<string> _unknownOutlets = story.Documents
        .Where(d => d.Article.Outlet is null).Select(Chains.VoiceOf).ToHashSet(StringComparer.Ordinal);

    private readonly HashSet<string> _sources = story.Documents
        .SelectMany(d => d.Upstream.Select(u => u.Name).Append(d.Article.Outlet?.Value)).OfType<string>().Select(OutletNames.Fold).ToHashSet(StringComparer.Ordinal);

    /// <summary>The speakers in the order of their names.</summary>
    public List<Counted> Count(IReadOnlyList<Attestation> attestations)
    {
        var voices = Group(attestations);
        var counted = new List<Counted>();
        var merged = new HashSet<Voice>();
        // People first, so that a body folds into the person who speaks for it.
        foreach (var voice in voices.OrderBy(v => index.ById(v.Who)?.Type != EntityType.Person))
        {
            if (!merged.Add(voice))
                continue;
            var same = voices.Where(v => !merged.Contains(v) && Reason(voice, v) is not null).ToList();
            merged.UnionWith(same);
            var reason = same.Count > 0 ? string.Join("; ", same.Select(v => Reason(voice, v)).Distinct(StringComparer.Ordinal)) : Reason(voice);
            counted.Add(new Counted(Name(voice.Who), [.. same.Prepend(voice).SelectMany(v => v.Documents).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], reason));
        }
        return [.. counted.OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    private List<Voice> Group(IReadOnlyList<Attestation> attestations) =>
    [
        .. attestations
            .GroupBy(a => index.ById(a.Chain[^1].Who) is null ? OutletNames.Fold(a.Chain[^1].Who) : a.Chain[^1].Who, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Voice(g.First().Chain[^1].Who, g.First().Chain[^1].Link, [.. g.Select(a => a.Document).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])),
    ];

    // Why two voices are one; null where nothing says so.
    private string? Reason(Voice voice, Voice other)
    {
        if (index.IsVoiceOf(voice.Who, other.Who))
            return $"{Name(voice.Who)} speaks for {Name(other.Who)}: one voice";
        if (IsUnknown(voice) && IsUnknown(other))
            return "nobody is named: counted once, since nothing shows that these are several";
        var people = index.ById(voice.Who)?.Type == EntityType.Person || index.ById(other.Who)?.Type == EntityType.Person;
        return !people && OutletNames.Same(Name(voice.Who), Name(other.Who)) ? $"{Name(other.Who)} is {Name(voice.Who)}: two names, one voice" : null;
    }

    private static string Reason(Voice voice) => voice.Link switch
    {
        AttributionLink.Byline => "the page says so itself and names nobody",
        AttributionLink.CreditLine or AttributionLink.Dateline => "credited as the source of the text; no speaker is named",
        AttributionLink.ReusedSentences => "the text that the page repeats says so itself and names nobody",
        _ => voice.Documents.Count > 1 ? "one speaker on all these pages" : "named as the speaker",
    };

    // "A diplomat", "traders", "it", or a page that does not say who printed it.
    private bool IsUnknown(Voice voice)
    {
        if (_unknownOutlets.Contains(voice.Who))
            return true;
        if (index.ById(voice.Who) is not null || _sources.Contains(OutletNames.Fold(voice.Who)))
            return false;
        var first = voice.Who.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return !Definite.Contains(first.ToLowerInvariant());
    }

    private string Name(string who) => index.NameOf(who);

    private sealed record Voice(string Who, AttributionLink Link, IReadOnlyList<string> Documents);
}
