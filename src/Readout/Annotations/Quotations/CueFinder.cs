namespace Readout.Annotations;

/// <summary>Finds the reporting verbs of a line that say something of their own: no nouns, passives, infinitives or hypotheses.</summary>
internal static class CueFinder
{
    private static readonly string[][] s_according = [["according", "to"], ["in", "the", "words", "of"]];

    public static IReadOnlyList<Cue> Find(Line line)
    {
        var cues = new List<Cue>();
        for (var i = 0; i < line.Count; i++)
        {
            if (!line[i].IsWord)
                continue;
            if (Array.Find(s_according, words => Matches(line, i, words)) is { } according)
            {
                cues.Add(new Cue(i, i + according.Length, null, VerbForm.Base, false));
                i += according.Length - 1;
                continue;
            }
            // "the United States": a capital inside a sentence is a name's.
            if (line[i].Capital && i > 0 && !line.IsHeading)
                continue;
            foreach (var entry in ReportingVerbs.Of(line[i].Norm))
            {
                if (!Matches(line, i + 1, entry.Rest))
                    continue;
                if (Read(line, i, entry, cues.Count > 0 ? cues[^1].End : 0) is { } cue)
                {
                    cues.Add(cue);
                    i = cue.End - 1;
                    break;
                }
            }
        }
        return cues;
    }

    private static bool Matches(Line line, int at, IReadOnlyList<string> words)
    {
        if (at + words.Count > line.Count)
            return false;
        for (var k = 0; k < words.Count; k++)
        {
            if (line[at + k].Norm != words[k])
                return false;
        }
        return true;
    }

    private static Cue? Read(Line line, int at, VerbEntry entry, int floor)
    {
        var first = at;
        var seen = WordClass.None;
        var progressive = false;
        var infinitive = false;
        for (var j = at - 1; j >= floor && at - j <= 8; j--)
        {
            var piece = line[j];
            if (!piece.IsWord)
                break;
            if (piece.Is(WordClass.Auxiliary | WordClass.Negation) && !(piece.Is("'s") && !IsContraction(line, j)))
            {
                seen |= piece.Class;
                progressive |= piece.Is(WordClass.Be);
                first = j;
            }
            else if (piece.Is("to") && first == at)
            {
                infinitive = true;
                break;
            }
            else if (IsAdverb(piece) && !(piece.Capital && j == 0))
            {
                first = j;
            }
            else
            {
                break;
            }
        }
        // "(also) said": an adverb alone at the start belongs to the verb only where no comma parts them.
        if (infinitive)
            return null;
        var negated = seen.HasFlag(WordClass.Negation);
        var hypothetical = seen.HasFlag(WordClass.Hypothetical) || seen.HasFlag(WordClass.Future);
        if (hypothetical && !(entry.Form is VerbForm.Ing))
            return null;
        var form = entry.Form;
        if (form is VerbForm.Past or VerbForm.Participle && seen.HasFlag(WordClass.Be) && !seen.HasFlag(WordClass.Have) && !HasHave(line, first, at))
            return null;
        if (form is VerbForm.Past or VerbForm.Participle && progressive && BeIsLast(line, first, at))
            return null;
        if (form is VerbForm.Participle && !seen.HasFlag(WordClass.Have))
            return null;
        if (form is VerbForm.Base && seen.HasFlag(WordClass.Have) && entry.Verb.Lemma is not "read")
            return null;
        if (form is VerbForm.Ing && !IngReports(line, first, at, progressive))
            return null;
        if (form is VerbForm.Base or VerbForm.Third && entry.Verb.Takes(Frames.Noun) && !seen.HasFlag(WordClass.Do) && IsNoun(line, at))
            return null;
        if (form is VerbForm.Base && seen == WordClass.None && IsImperative(line, first))
            return null;
        return new Cue(first, at + 1 + entry.Rest.Count, entry.Verb, form, negated);
    }

    private static bool IsContraction(Line line, int at) =>
        at > 0 && line[at - 1].Is(WordClass.Subject | WordClass.Wh);

    public static bool IsAdverb(Piece piece) =>
        piece.Is(WordClass.Adverb) || (piece.Norm.Length > 4 && !piece.Capital && piece.Norm.EndsWith("ly", StringComparison.Ordinal)
            && piece.Norm is not ("family" or "supply" or "reply" or "apply" or "assembly" or "ally" or "anomaly" or "monopoly"));

    private static bool HasHave(Line line, int first, int at)
    {
        for (var i = first; i < at; i++)
        {
            if (line[i].Is(WordClass.Have))
                return true;
        }
        return false;
    }

    // "has been told": be stands nearest to the verb.
    private static bool BeIsLast(Line line, int first, int at)
    {
        for (var i = at - 1; i >= first; i--)
        {
            if (line[i].Is(WordClass.Be))
                return true;
            if (line[i].Is(WordClass.Have))
                return false;
        }
        return false;
    }

    // "..., saying that", "and saying", "is saying"; not "accused of saying" and not "the saying".
    private static bool IngReports(Line line, int first, int at, bool progressive)
    {
        if (progressive || first == 0)
            return true;
        var before = line[first - 1];
        return before.IsQuote || before.Norm is "," or "-" or "--" or "—" or "–" or "and" or "by" or "while" or "but" or "before" or "after" or "when" or "(";
    }

    // Words that are nouns at least as often as verbs need a subject before them and something reported behind.
    private static bool IsNoun(Line line, int at)
    {
        if (at == 0 || at + 1 >= line.Count)
            return at > 0 && !line[at - 1].Is(",") && !line[at - 1].Capital;
        var before = line[at - 1];
        var after = line[at + 1];
        if (!(after.IsQuote || after.Kind is TokenKind.Punctuation || after.Norm is "that" or "on" or "in" or "no"
            || (after.Is(WordClass.Determiner | WordClass.Possessive | WordClass.Subject | WordClass.Wh) && !after.Norm.StartsWith("wh", StringComparison.Ordinal))
            || after.Capital))
        {
            return true;
        }
        if (before.IsQuote || before.Is(WordClass.Subject | WordClass.Relative | WordClass.Negation) || before.Norm is "," or ")" || IsAdverb(before))
            return false;
        if (before.Is(WordClass.Function) || before.Norm is "'s" or "'" || before.Kind is TokenKind.Number)
            return !IsDemonstrativeSubject(before);
        // A name or a plural noun can be the subject.
        return !before.Capital && !before.Norm.EndsWith('s') && (at < 2 || !line[at - 2].Is(WordClass.Determiner | WordClass.Possessive));
    }

    private static bool IsDemonstrativeSubject(Piece piece) => piece.Norm is "some" or "many" or "most" or "others" or "all" or "both";

    private static bool IsImperative(Line line, int first) =>
        first == 0 || line[first - 1].Norm is "let" or "please";
}
