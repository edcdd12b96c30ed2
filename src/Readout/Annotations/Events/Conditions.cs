using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Finds the clause an event depends on: "if …", "provided that …", "should the court agree".</summary>
internal static class Conditions
{
    private static readonly Lazy<PhrasePatterns> Markers = new(() =>
        new PhrasePatterns(Resource.Rows("En/condition-markers.tsv").Select(row => (row[1], row[0]))));

    private const int LongestMarker = 2;

    /// <summary>A condition of a sentence.</summary>
    /// <param name="Span">The condition, its marker included.</param>
    /// <param name="Kind">Kind of the marker.</param>
    /// <param name="Holder">The word that its clause hangs on; −1 where the tree does not tell.</param>
    /// <param name="Root">The verb of its clause; −1 where the tree does not tell.</param>
    public readonly record struct Found(Span Span, string Kind, int Holder, int Root);

    /// <summary>Every condition of a sentence, in order.</summary>
    public static List<Found> All(Document document, WordTree tree, int sentence)
    {
        var found = new List<Found>();
        var tokens = document.Tokens;
        var (first, end) = (document.Sentences[sentence].FirstToken, document.Sentences[sentence].EndToken);
        for (var i = first; i < end; i++)
        {
            var kind = IsInversion(document, i, first, end) ? "inversion"
                : Markers.Value.Find(tokens, i, Math.Min(end, i + 6)).FirstOrDefault(m => m.First == i) is { Label: not null } m && IsCondition(document, tree, m, first) ? m.Label
                : null;
            if (kind is null)
                continue;
            var (stop, holder, root) = Reach(document, tree, i, first, end);
            if (stop - i < 2)
                continue;
            found.Add(new Found(new Span(tokens[i].Span.Start, tokens[stop - 1].Span.End), kind, holder, root));
            i = stop - 1;
        }
        return found;
    }

    // Where its clause ends and what it hangs on: by the tree where the clause begins at the marker there too, else at the next comma.
    private static (int Stop, int Holder, int Root) Reach(Document document, WordTree tree, int marker, int first, int end)
    {
        var (words, tokens) = (document.Words, document.Tokens);
        var word = tree.WordFrom(tokens[marker].Span.Start);
        var root = word < words.Count ? words[word].Head : -1;
        while (root >= 0 && words[root].Head >= 0 && words[root].Relation is not ("advcl" or "obl" or "nmod" or "acl" or "advmod"))
            root = words[root].Head;
        if (tokens[marker].Norm == "only" && ClauseEnd(tokens, marker, end) is var inverted && inverted < end && tokens[inverted].Kind == TokenKind.Word)
            return (inverted, -1, -1);
        if (root < 0 || words[root].Head < 0 || words[root].Relation is not "advcl")
            return (ClauseEnd(tokens, marker, end), -1, -1);
        // "…, the court ruled": not the reporting clause behind
        var holder = words[root].Head;
        while (words[holder].Relation is "parataxis" && words[holder].Head is >= 0 and var above)
            holder = above;
        var (low, high) = Extent(words, tree, root);
        var starts = words[low].Token >= marker - 1 && words[low].Token <= marker + LongestMarker;
        var surface = ClauseEnd(tokens, marker, end);
        // what follows the clause behind a comma only adds to the sentence, unless the clause's own verb is still to come
        if (!starts || surface > words[root].Token)
            return (surface, starts || surface > words[root].Token ? holder : -1, root);
        return (words[high].Token + 1, holder, root);
    }

    // Without its marks: a full stop may hang on a word far before it.
    private static (int First, int Last) Extent(IReadOnlyList<Word> words, WordTree tree, int word)
    {
        int first = word, last = word;
        foreach (var child in tree.Children(word))
        {
            if (words[child].Upos is Upos.Punct)
                continue;
            var (low, high) = Extent(words, tree, child);
            (first, last) = (Math.Min(first, low), Math.Max(last, high));
        }
        return (first, last);
    }

    private static bool IsCondition(Document document, WordTree tree, PhrasePatterns.Match match, int first)
    {
        var (words, tokens) = (document.Words, document.Tokens);
        var word = tree.WordFrom(tokens[match.First].Span.Start);
        switch (match.Label)
        {
            case "if" when tokens[match.First].Norm is "if":
                if (match.First > first && tokens[match.First - 1].Norm is "as" or "even")
                    return false;
                // "if anything", "if only to spare them", "if not": set phrases
                if (match.End < tokens.Count && tokens[match.End].Norm is "anything" or "only" or "not" or "ever" or "any" or "so" or ",")
                    return false;
                var root = words[word].Relation is "mark" ? words[word].Head : -1;
                if (root >= 0 && words[root].Relation is "ccomp" or "csubj")
                    return false;
                var negation = new EventNegation(words, tree);
                if (root >= 0 && words[root].Head is >= 0 and var holder && holder < word && EventGovernors.AsksWhether(words[holder], negation.Of(holder)) && (word == 0 || words[word - 1].Upos is not Upos.Punct))
                    return false;
                return word == 0 || match.First == first || !EventGovernors.AsksWhether(words[word - 1], negation.Of(word - 1));
            // "without a deal by Friday, they will strike"
            case "lacking":
                return match.First == first || tokens[match.First].Norm is "barring";
            case "provided" when match.End == match.First + 1:
                return IsProviso(words, tree, word);
            // "when" alone tells a time; only what is to come hangs on it
            case "until":
                return true;
            default:
                return IsCondition(tokens, match, first);
        }
    }

    // "providing the guards agree": a clause follows, and nobody provides anything
    private static bool IsProviso(IReadOnlyList<Word> words, WordTree tree, int word)
    {
        if (words[word].Relation is "mark" || (word + 1 < words.Count && words[word + 1].Xpos is "PRP" && words[word + 1].Relation is "nsubj"))
            return true;
        if (tree.Child(word, "nsubj") >= 0 || tree.Child(word, "nsubj:pass") >= 0 || tree.Child(word, "aux") >= 0 || tree.Child(word, "aux:pass") >= 0)
            return false;
        var (_, last) = tree.Extent(word);
        for (var i = word + 2; i <= last && words[i].Upos is not Upos.Punct; i++)
        {
            if (words[i].Xpos is "VBZ" or "VBP" or "MD" || words[i].Lemma is "be" && words[i].Xpos is "VBD")
                return true;
        }
        return false;
    }

    private static bool IsCondition(IReadOnlyList<Token> tokens, PhrasePatterns.Match match, int first) =>
        match.Label is not "once"
        || !(match.First > first && tokens[match.First - 1].Norm is "at" or "than" or "all" or "only" && match.End == match.First + 1) && !IsAdverbialOnce(tokens, match);

    // "He once ran the port" against "once the ban is lifted".
    private static bool IsAdverbialOnce(IReadOnlyList<Token> tokens, PhrasePatterns.Match match) =>
        match.End < tokens.Count && tokens[match.End].Norm is not ("the" or "a" or "an" or "both" or "all" or "it" or "they" or "he" or "she" or "we" or "this" or "that" or "these");

    // "should Mira attend", "in June should the ministry give", "had the gates been shut": no subject stands before the auxiliary.
    private static bool IsInversion(Document document, int index, int first, int end)
    {
        var tokens = document.Tokens;
        if (tokens[index].Norm is not ("should" or "were" or "had") || index + 2 >= end || tokens[end - 1].Norm == "?")
            return false;
        var next = tokens[index + 1];
        var nominal = next.Norm is "the" or "a" or "an" or "his" or "her" or "their" or "its" or "our" or "my" or "both" or "either" or "neither" or "any" or "all" or "each" or "every"
            or "another" or "no" or "that" or "this" or "these" or "those" or "they" or "he" or "she" or "it" or "we" or "you" or "i" or "one" or "anyone" or "someone" or "nobody" or "talks"
            || (next.Kind == TokenKind.Word && char.IsUpper(document.Text[next.Span.Start]));
        if (!nominal && !(tokens[index].Norm == "should" && index == first))
            return false;
        if (tokens[index].Norm == "should")
            return true;
        // "were" and "had" invert where another clause says what would follow
        var opens = index == first || tokens[index - 1].Norm is "," or "“" or "\"";
        if (!HasWould(tokens, first, index) && !(opens && HasWould(tokens, index, end)))
            return false;
        if (tokens[index].Norm == "were")
            return opens && tokens.Skip(index + 2).Take(6).Any(t => t.Norm is "to" or "not");
        return (opens || tokens[index - 1].Kind == TokenKind.Word) && tokens.Skip(index + 2).Take(6).Any(t => Inflection.IsPast(t.Norm) || t.Norm is "been" or "come" or "run");
    }

    private static bool HasWould(IReadOnlyList<Token> tokens, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (tokens[i].Norm is "would" or "could" or "might" or "'d")
                return true;
        }
        return false;
    }

    // A condition runs to the comma that parts it from the main clause, or to the end.
    private static int ClauseEnd(IReadOnlyList<Token> tokens, int start, int end)
    {
        var isOnly = tokens[start].Norm == "only";
        // "if re-elected she would sign": a participle without a subject
        if (start + 2 < end && Inflection.IsPast(tokens[start + 1].Norm) && tokens[start + 2].Norm is "he" or "she" or "it" or "they" or "we" or "i" or "you")
            return start + 2;
        for (var i = start + 2; i < end; i++)
        {
            // "only if the court agrees can the mill reopen"
            if (isOnly && i > start + 3 && tokens[i].Norm is "can" or "could" or "will" or "would" or "may" or "might" or "should" or "did" or "does" or "do")
                return i;
            if (tokens[i].Norm is "," or ";" or "." or "!" or "?" or "—" or "–" or "\"" or "”" or ":"
                || (tokens[i].Norm is "then" && tokens[i - 1].Norm is not ("by" or "until" or "before" or "since" or "from")))
                return i;
        }
        return end;
    }
}
