using Readout.Text;

namespace Readout.Annotations;

/// <summary>The words around an outlet's name that make it a source: "according to …", "reported …", "told …", "… reports".</summary>
internal sealed class UpstreamCues
{
    private readonly Document _document;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly Dictionary<int, Mention> _mentionAt = [];
    private readonly Dictionary<int, int> _firstToken = [];
    private readonly int[] _sentenceOf;

    public UpstreamCues(Document document)
    {
        _document = document;
        _tokens = document.Tokens;
        _sentenceOf = new int[_tokens.Count];
        for (var s = 0; s < document.Sentences.Count; s++)
        {
            for (var t = document.Sentences[s].FirstToken; t < document.Sentences[s].EndToken; t++)
                _sentenceOf[t] = s;
        }
        var token = 0;
        foreach (var mention in document.Mentions)
        {
            if (mention.Form is not (MentionForm.Name or MentionForm.ShortName or MentionForm.Acronym))
                continue;
            while (token < _tokens.Count && _tokens[token].Span.End <= mention.Span.Start)
                token++;
            _firstToken[mention.Span.Start] = token;
            for (var t = token; t < _tokens.Count && _tokens[t].Span.Start < mention.Span.End; t++)
                _mentionAt[t] = mention;
        }
    }

    private string Norm(int t, int near) => t >= 0 && t < _tokens.Count && _sentenceOf[t] == _sentenceOf[near] ? _tokens[t].Norm : "";

    /// <summary>The cue with the name, and the rule; null where the name is no source.</summary>
    public (Span Span, string Rule)? At(Mention mention)
    {
        if (!_firstToken.TryGetValue(mention.Span.Start, out var first) || first >= _tokens.Count)
            return null;
        var end = first;
        while (end < _tokens.Count && _tokens[end].Span.Start < mention.Span.End)
            end++;
        return Before(first, end, first, 0) ?? After(first, end);
    }

    /// <summary>What stands before the name, "the", "the newspaper", "state news agency" passed over.</summary>
    private (Span Span, string Rule)? Before(int first, int end, int near, int depth)
    {
        var t = first - 1;
        for (var steps = 0; steps < 5; steps++, t--)
        {
            var norm = Norm(t, near);
            if (!(norm is "the" or "state" or "local" or "russian" or "news" or "national" or "wire" || Lexicon.En.OrganisationNouns.GetValueOrDefault(norm) is "media" or "agency"
                || Lexicon.En.Demonym(norm) is not null || norm is "state-run" or "state-owned" or "daily" or "television" or "tv"))
            {
                break;
            }
        }
        var one = Norm(t, near);
        var two = Norm(t - 1, near);
        var rule = one switch
        {
            "to" when two is "according" => "according-to",
            "to" when two is "told" or "spoke" or "speaking" or "said" or "interview" or "comments" or "statement" or "remarks" or "confirmed" => "told-outlet",
            "per" => "as-per",
            "citing" or "quoting" => "citing",
            "told" or "tells" => "told-outlet",
            "with" when two is "interview" or "conversation" or "interviewed" => "interview-with",
            "by" when two is "reported" or "published" or "quoted" or "cited" or "carried" or "report" or "reports" or "obtained" or "seen" or "reviewed" or "viewed" or "interviewed" or "released" => "reported-by",
            "in" or "from" or "on" when two is "report" or "reports" or "published" or "article" or "reported" or "wrote" or "writing" or "appeared" or "interview" or "story" => "report-in",
            "reported" or "reports" or "writes" or "wrote" when IsInverted(t, near) => "reported",
            "said" or "says" when IsInverted(t, near) => "reported",
            "via" when depth == 0 => "via",
            _ => null,
        };
        if (rule is not null)
            return rule is "report-in" or "reported-by" && IsDenied(t - 1, near) ? null : (Cover(rule is "told-outlet" or "reported" or "citing" or "as-per" or "via" ? t : t - 1, end), rule);
        return depth < 3 ? Coordinated(t, end, near, depth) : null;
    }

    /// <summary>"reports from Orlen's Harbour News and The Lamp": the second follows the first; an owner's name is passed over.</summary>
    private (Span Span, string Rule)? Coordinated(int t, int end, int near, int depth)
    {
        var norm = Norm(t, near);
        if (norm is "'s" && _mentionAt.TryGetValue(t - 1, out _) && Norm(t - 1, near).Length > 0)
        {
            var owner = t - 1;
            while (owner > 0 && _mentionAt.GetValueOrDefault(owner - 1) is { } m && m == _mentionAt[t - 1])
                owner--;
            return Before(owner, end, near, depth + 1);
        }
        if (norm is not ("and" or "," or "or") || !_mentionAt.TryGetValue(t - 1, out var other) || Norm(t - 1, near).Length == 0)
            return null;
        // ", the agency reports": its own verb says what it does
        if (depth == 0 && norm is "," && After(near, end) is not null)
            return null;
        var first = t - 1;
        while (first > 0 && _mentionAt.GetValueOrDefault(first - 1) == other)
            first--;
        return _document.Entities[other.Entity].Type is EntityType.Organisation && Before(first, t, near, depth + 1) is var (_, rule)
            ? (Cover(t + 1, end), rule)
            : null;
    }

    /// <summary>", reported Orlen Wire": the verb stands before its subject.</summary>
    private bool IsInverted(int verb, int near) => Norm(verb - 1, near) is "," or "\"" or "as" or "";

    private bool IsDenied(int cue, int near)
    {
        for (var t = cue; t > cue - 5; t--)
        {
            if (Norm(t, near) is "denied" or "denies" or "dismissed" or "rejected" or "refuted" or "denying" or "contradicted" or "disputed")
                return true;
        }
        return false;
    }

    private (Span Span, string Rule)? After(int first, int end)
    {
        var t = end;
        while (Norm(t, first) is "news" or "agency" or "newspaper" or "newswire" or "magazine" or "broadcaster" or "daily")
            t++;
        var verb = Norm(t, first);
        if (verb is "has" or "had" or "also" or "first" or "earlier")
            verb = Norm(++t, first);
        var sure = verb is "reports" or "reported" or "writes" or "wrote" or "quoted" or "quotes" or "cited" or "cites";
        // "Orlen Wire said" closes a sentence that it is the source of; at the head of one it may speak for itself
        var closing = verb is "said" or "says" && Norm(first - 1, first) is "," or "the" && Norm(t + 1, first) is "." or "," or ";" or "";
        if (sure || closing)
            return (Cover(first, t + 1), "outlet-reports");
        return verb is "report" && Norm(first - 1, first) is "a" or "an" or "the" && !IsDenied(first - 2, first) ? (Cover(first, t + 1), "outlet-report") : null;
    }

    private Span Cover(int first, int end) => _tokens[Math.Max(0, first)].Span.Cover(_tokens[end - 1].Span);
}
