using System.Collections.Frozen;
using Readout.Languages;

namespace Readout.Annotations;

/// <summary>What opens the words reported behind a cue.</summary>
internal enum Opening { None, That, Clause, Quote, Colon, Wh, To, Object, Phrase }

/// <summary>Where the reported words begin behind a cue, and how.</summary>
/// <param name="Start">First piece of the content; the end of the adverbials where there is none.</param>
internal readonly record struct Complement(Opening Opening, int Start);

/// <summary>Finds where the reported words begin behind a cue: over the hearer, the time, the place and the manner of speaking.</summary>
internal sealed class ComplementFinder(Line line, IReadOnlySet<int> timePieces, IReadOnlyDictionary<int, int> nameStarts)
{
    private const int MaxAdverbial = 45;

    /// <summary>What is denied by being refused: "denied the request".</summary>
    public static readonly FrozenSet<string> RefusedThings = Resource.Set("En/refused-things.txt").ToFrozenSet(StringComparer.Ordinal);

    public Complement After(Cue cue)
    {
        if (cue.IsAccordingTo)
            return new Complement(Opening.None, cue.End);
        var at = cue.End;
        var verb = cue.Verb!;
        if (verb.Takes(Frames.Hearer))
            at = SkipHearer(at, verb);
        var from = at;
        while (at < line.Count && at - from < MaxAdverbial)
        {
            var piece = line[at];
            if (piece.IsQuote)
                return verb.Takes(Frames.Object) ? new(Opening.Object, cue.End) : new(Opening.Quote, at);
            if (timePieces.Contains(at))
            {
                at++;
                continue;
            }
            if (piece.Is(":"))
                return at - from <= 12 || (at + 1 < line.Count && line[at + 1].IsQuote) ? new(Opening.Colon, at + 1) : new(Opening.None, at);
            if (piece.Is(","))
            {
                if (AfterComma(at, verb) is { } found)
                    return found;
                return new(Opening.None, at);
            }
            if (piece.Is("that") && verb.Takes(Frames.That) && !IsPronounThat(at))
                return new(Opening.That, at + 1);
            if (verb.Takes(Frames.Object) && at == cue.End && piece.Norm is "on" or "off" or "out" or "up" || (piece.Is("for") && !HasQuote(at) && verb.Takes(Frames.Object)))
                return new(Opening.None, at);
            if (verb.Takes(Frames.Object))
                return HasQuote(at) ? new(Opening.Object, at) : new(Opening.None, at);
            if (piece.Is(WordClass.Wh) && piece.Norm is not ("which" or "who" or "when" or "where") && verb.Takes(Frames.Wh))
                return new(Opening.Wh, at);
            if (piece.Is("to") && verb.Takes(Frames.To) && !(verb.Sense is VerbSense.Asks && at == cue.End) && at - from <= 1
                && at + 1 < line.Count && (line[at + 1].IsQuote || (line[at + 1].IsWord && !line[at + 1].Capital)))
                return new(Opening.To, at);
            if (at == from && verb.Sense is VerbSense.Denies && Refuses(at))
                return new(Opening.None, at);
            // "denied a rumour in the harbour that S": the noun stands for the words.
            if (at == from && verb.Sense is VerbSense.Denies && FindThat(at) is { } that)
                return new(Opening.That, that);
            if (verb.Takes(Frames.Bare) && StartsClause(at, cue.End, verb))
                return new(Opening.Clause, at);
            if (verb.Takes(Frames.Finite) && at == from && IsClauseStart(at) && HasFinite(at, strict: true))
                return new(Opening.Clause, at);
            if (CueFinder.IsAdverb(piece))
            {
                at++;
                continue;
            }
            if (piece.Is("by") && at + 1 < line.Count && line[at + 1].Norm.EndsWith("ing", StringComparison.Ordinal))
                return new(Opening.None, at);
            if (piece.Is(WordClass.Preposition))
            {
                at = SkipPhrase(at, verb);
                continue;
            }
            if (at == from && verb.Takes(Frames.Np) && (piece.Is(WordClass.Determiner | WordClass.Possessive) || piece.IsWord && !piece.Is(WordClass.Function)))
                return new(Opening.Phrase, at);
            break;
        }
        return new(Opening.None, at);
    }

    private Complement? AfterComma(int comma, ReportingVerb verb)
    {
        if (comma + 1 >= line.Count)
            return null;
        if (line[comma + 1].IsQuote)
            return verb.Takes(Frames.Object) ? null : new(Opening.Quote, comma + 1);
        if (line[comma + 1].Is("that") && verb.Takes(Frames.That) && !IsPronounThat(comma + 1))
            return new(Opening.That, comma + 2);
        if (ReportingVerbs.Of(line[comma + 1].Norm).Any(e => e.Form is VerbForm.Ing))
            return null;
        // A parenthesis between commas, then the words: "said, speaking in Vask, that".
        for (var i = comma + 1; i + 1 < line.Count && i - comma < 20; i++)
        {
            if (line[i].IsQuote || line[i].Is(":"))
                return line[i].IsQuote ? null : new(Opening.Colon, i + 1);
            if (line[i].Is("that") && verb.Takes(Frames.That) && line[i - 1].Is(","))
                return new(Opening.That, i + 1);
            if (line[i].Is(",") && line[i + 1].IsQuote)
                return IsVerbless(comma + 1, i) ? new(Opening.Quote, i + 1) : null;
        }
        return null;
    }

    private bool IsVerbless(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (line[i].Is(WordClass.Finite))
                return false;
        }
        return true;
    }

    // "that is", "that was": a demonstrative, no conjunction.
    private bool IsPronounThat(int at) =>
        at + 1 >= line.Count || line[at + 1].Is(".") || (line[at + 1].Is(",") && !HasFinite(at + 1));

    // "denied the port's request that the ban be lifted": refused it.
    private bool Refuses(int at)
    {
        for (var i = at; i < line.Count && i - at < 8 && !line[i].Is(",") && !line[i].Is("that") && !line[i].IsQuote; i++)
        {
            if (RefusedThings.Contains(line[i].Norm))
                return true;
        }
        return false;
    }

    private int? FindThat(int at)
    {
        var reports = false;
        for (var i = at; i < line.Count && i - at < 16; i++)
        {
            if (line[i].IsQuote || line[i].Is(","))
                return null;
            if (line[i].Is("that"))
                return reports ? i + 1 : null;
            reports |= QuotationWords.IsReportingNoun(line[i].Norm);
        }
        return null;
    }

    private bool HasQuote(int at)
    {
        for (var i = at; i < line.Count && i - at < 16; i++)
        {
            if (line[i].IsQuote)
                return true;
            if (line[i].Norm is "." or ";" or ":")
                return false;
        }
        return false;
    }

    private int SkipHearer(int at, ReportingVerb verb)
    {
        if (at >= line.Count)
            return at;
        if (line[at].Is(WordClass.Hearer) && !(verb.Takes(Frames.Bare) && line[at].Norm is "it" or "you" && at + 1 < line.Count && line[at + 1].Is(WordClass.Finite)))
            return at + 1;
        var first = at;
        while (at < line.Count && at - first < 12)
        {
            var piece = line[at];
            if (nameStarts.TryGetValue(at, out var end))
            {
                at = end;
                continue;
            }
            if (piece.IsQuote || timePieces.Contains(at) || piece.Norm is "that" or "to" or ":" or "," or "not")
                break;
            if (piece.Is(WordClass.Wh | WordClass.Finite | WordClass.Subordinator) && !piece.Is("'s"))
                break;
            if (piece.Is(WordClass.Subject) && at > first)
                break;
            if (at > first && piece.Is(WordClass.Determiner | WordClass.Possessive) && !line[at - 1].Is(WordClass.Preposition) && !line[at - 1].Is("of"))
                break;
            if (at > first && piece.Is(WordClass.Preposition) && piece.Norm is not ("of" or "for"))
                break;
            at++;
        }
        return at;
    }

    // From a preposition to the end of its noun phrase.
    private int SkipPhrase(int at, ReportingVerb verb)
    {
        var first = at++;
        while (at < line.Count && at - first < MaxAdverbial)
        {
            var piece = line[at];
            if (nameStarts.TryGetValue(at, out var end) && end > at)
            {
                at = end;
                continue;
            }
            if (piece.IsQuote || piece.Norm is ":" or "," or "that" || piece.Is(WordClass.Preposition))
                return at;
            if (timePieces.Contains(at))
                return at;
            if (at > first + 1 && verb.Takes(Frames.Bare))
            {
                if (piece.Is(WordClass.Subject) && !piece.Is(WordClass.Hearer))
                    return at;
                if (piece.Is(WordClass.Determiner) && !line[at - 1].Is(WordClass.Determiner | WordClass.Preposition) && HasFinite(at))
                    return at;
            }
            if (verb.Takes(Frames.Wh) && piece.Norm is "whether" or "if")
                return at;
            at++;
        }
        return at;
    }

    private bool StartsClause(int at, int cueEnd, ReportingVerb verb)
    {
        if (!IsClauseStart(at, verb.Lemma is "say" && at == cueEnd))
            return false;
        var piece = line[at];
        if (at > cueEnd && !piece.Is(WordClass.Subject) && !HasFinite(at))
            return false;
        if (verb.Lemma is not "say" && !HasFinite(at, verb.Lemma is not ("tell" or "think" or "believe" or "hope")))
            return false;
        return line.Count - at > 2;
    }

    private bool IsClauseStart(int at, bool plain = false)
    {
        var piece = line[at];
        if (!piece.IsWord)
            return piece.Kind is TokenKind.Number || piece.Norm is "$" or "£" or "€";
        if (piece.Norm is "if" or "although" or "though" or "unless" or "there" or "once" or "because" or "while" or "not" or "what" or "when")
            return HasFinite(at) && piece.Norm is not ("because" or "while" or "when" or "though" or "although" or "once") || piece.Is("there") || piece.Is("not");
        if (piece.Is(WordClass.Subject) || piece.Is(WordClass.Determiner | WordClass.Possessive))
            return true;
        if (piece.Is(WordClass.Function) || CueFinder.IsAdverb(piece))
            return false;
        return piece.Capital || HasFinite(at) || (plain && line.Count - at > 4 && !piece.Norm.EndsWith("ing", StringComparison.Ordinal));
    }

    // A finite verb within reach shows that the words are a clause.
    private bool HasFinite(int at, bool strict = false)
    {
        for (var i = at; i < line.Count && i - at < 25; i++)
        {
            var piece = line[i];
            if (piece.Norm is "." or ";" or "?" || (strict && piece.Is(",")))
                return false;
            if (i > at && piece.Is(WordClass.Finite) && !(piece.Is("'s") && !(i > 0 && line[i - 1].Is(WordClass.Subject))))
                return true;
            if (i > at && (piece.Is(WordClass.Past) || (piece.IsWord && !piece.Capital && piece.Norm.Length > 4 && piece.Norm.EndsWith("ed", StringComparison.Ordinal))))
                return true;
        }
        return false;
    }
}
