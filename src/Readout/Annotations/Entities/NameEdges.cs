namespace Readout.Annotations;

/// <summary>Where a name may begin and end, and which words are none.</summary>
internal sealed class NameEdges(PageWords words)
{
    private readonly Lexicon _lexicon = Lexicon.En;

    public bool IsOnList(int first, int end)
    {
        if (_lexicon.KnownEnd(words, first, end) == end)
            return true;
        var folded = words.Folds(first, end);
        return _lexicon.Country(folded) is not null || _lexicon.IsWorldRegion(folded) || (end - first > 1 && _lexicon.IsCity(folded));
    }

    public bool HasInnerCapital(int i)
    {
        var chars = words.Text.Chars(words[i].Span);
        return chars.Length > 2 && char.IsLower(chars[0]) && chars.Length < 20 && chars[1..].IndexOfAnyInRange('A', 'Z') is 0 or 1 or 2 && !chars.Contains('@');
    }

    /// <summary>A word that only opens the sentence, or an article with a capital.</summary>
    public bool IsLead(int i, int end)
    {
        var word = words[i];
        if (word.Norm is "the" or "a" or "an")
            return true;
        if (!_lexicon.LeadWords.Contains(word.Norm) || word.Is(WordShape.AllCaps) && !word.Is(WordShape.Starts))
            return _lexicon.Connectors.Contains(word.Norm) && !word.Is(WordShape.Capital);
        // "New Orlen", "Great Vask Bridge": seen together inside a sentence they are a name
        return word.Is(WordShape.Starts) && !(word.Norm is "new" or "great" or "old" && i + 1 < end && !_lexicon.IsOrdinary(words[i + 1].Norm) && words[i + 1].Norm is not "'s");
    }

    public (int First, int End) Trim(int first, int end)
    {
        while (first < end && (words[first].Is(WordShape.Mark) || !words[first].Is(WordShape.Capital) && !HasInnerCapital(first) && words[first].Norm is not "dpa" || IsLead(first, end)))
            first++;
        while (end > first && (words[end - 1].Is(WordShape.Mark) || words[end - 1].Norm is "'s" || (!words[end - 1].Is(WordShape.Capital) && !words[end - 1].Is(WordShape.Number) && !HasInnerCapital(end - 1) && words[end - 1].Norm is not "dpa")))
            end--;
        return (first, end);
    }

    /// <summary>Where the name starts behind a people's name: "Orlenian [Ada Kovar]"; "Swiss Federal Court" stays whole.</summary>
    public int PeopleSplit(int first, int end, bool titled)
    {
        if (IsOnList(first, end))
            return first;
        var length = 0;
        while (first + length < end && !(titled && end - first - length == 1))
        {
            if (end - first - length >= 2 && _lexicon.Demonym(words.Folds(first + length, first + length + 2)) is not null)
                length += 2;
            else if (_lexicon.Demonym(words[first + length].Fold) is not null)
                length++;
            else
                break;
        }
        if (length == 0)
            return first;
        if (first + length == end)
            return end;
        var next = words[first + length];
        if (_lexicon.OrganisationHeads.ContainsKey(words[end - 1].Norm) || _lexicon.OrganisationFirsts.Contains(next.Norm) || _lexicon.OtherHeads.ContainsKey(words[end - 1].Norm)
            || _lexicon.PlaceHeads.Contains(words[end - 1].Norm))
        {
            return first;
        }
        return _lexicon.FirstName(next.Fold) is null && _lexicon.IsOrdinary(next.Norm) ? first : first + length;
    }

    /// <summary>An ordinary word that opens the sentence before a name: "Meanwhile Kovar", "Shares Orlen".</summary>
    public bool DropsOpening(int first, int end)
    {
        var word = words[first];
        if (!word.Is(WordShape.Starts) || word.Is(WordShape.AllCaps) || !_lexicon.IsOrdinary(word.Norm))
            return false;
        if (_lexicon.FirstName(word.Fold) is not null && !_lexicon.IsOrdinary(words[first + 1].Norm) && words[first + 1].Norm is not "'s")
            return false;
        for (var i = first + 1; i < end; i++)
        {
            if (_lexicon.OrganisationHeads.ContainsKey(words[i].Norm) || _lexicon.OtherHeads.ContainsKey(words[i].Norm) || _lexicon.PlaceHeads.Contains(words[i].Norm))
                return false;
        }
        var seen = words.Seen(word.Norm);
        return seen.Lower > 0 || seen.Capital < 2 || words[first + 1].Is(WordShape.Capital);
    }

    public bool IsNameWord(int i)
    {
        var word = words[i];
        if (word.Is(WordShape.Initial) || word.Span.Length < 2 || Calendar.IsName(word.Norm) || word.Norm is "mr" or "mrs" or "ms" or "dr")
            return false;
        if (_lexicon.LeadWords.Contains(word.Norm) && !word.Is(WordShape.AllCaps))
            return false;
        if (word.Is(WordShape.AllCaps))
            return !_lexicon.GenericAcronyms.Contains(word.Norm);
        return !word.Norm.StartsWith("http", StringComparison.Ordinal) && !word.Norm.StartsWith("www.", StringComparison.Ordinal);
    }

    /// <summary>A single ordinary word: a capital alone does not make it a name.</summary>
    public bool IsWeak(int first, int end) =>
        end - first == 1 && !words[first].Is(WordShape.AllCaps) && _lexicon.IsOrdinary(words[first].Norm);
}
