namespace Readout.Annotations;

/// <summary>Finds runs of capitalised words and cuts them into names, titles and what is neither.</summary>
internal sealed class NameFinder(PageWords words, List<Name> names)
{
    private const int LongestName = 14;

    private readonly Lexicon _lexicon = Lexicon.En;
    private readonly Datelines _datelines = new(words);
    private readonly NameBridges _bridges = new(words);

    /// <summary>Adds the names in the order of the text; the weak ones still need support from elsewhere on the page.</summary>
    public void Find()
    {
        for (var s = 0; s < words.Sentences.Count; s++)
        {
            var (first, end) = words.Bounds(s);
            var dateline = _datelines.Read(first, end, names);
            for (var i = first; i < end;)
            {
                if (i == first && dateline > first)
                {
                    i = dateline;
                }
                else if (BeginsName(i))
                {
                    var e = RunEnd(i, end);
                    Cut(i, e);
                    i = e;
                }
                else
                {
                    i++;
                }
            }
        }
    }

    private bool BeginsName(int i)
    {
        var word = words[i];
        if (word.Is(WordShape.Heading | WordShape.Mark | WordShape.Number) || word.Norm is "i" or "'s")
            return false;
        return word.Is(WordShape.Capital) || (HasInnerCapital(i) || word.Norm is "dpa" or "al-qaeda") && !word.Is(WordShape.Glued);
    }

    private bool HasInnerCapital(int i)
    {
        var chars = words.Text.Chars(words[i].Span);
        return chars.Length > 2 && char.IsLower(chars[0]) && chars.Length < 20 && chars[1..].IndexOfAnyInRange('A', 'Z') is 0 or 1 or 2 && !chars.Contains('@');
    }

    private int RunEnd(int start, int end)
    {
        var e = start + 1;
        while (e < end && e - start < LongestName)
        {
            var word = words[e];
            if (word.Is(WordShape.Glued))
                break;
            if (word.Is(WordShape.Capital) && !word.Is(WordShape.Mark))
            {
                if (words[e].Norm is "i")
                    break;
                e++;
                continue;
            }
            var step = _bridges.Length(start, e, end);
            if (step == 0)
                break;
            e += step;
        }
        return e;
    }

    /// <summary>Cuts a run at calendar names, titles and peoples' names.</summary>
    private void Cut(int first, int end)
    {
        while (first < end && IsLead(first, end))
            first++;
        for (var i = first; i < end; i++)
        {
            if (IsDateWord(i, first, end))
            {
                CutAtRoles(first, i);
                Cut(i + 1, end);
                return;
            }
        }
        CutAtRoles(first, end);
    }

    /// <summary>A month or weekday; not "Jan Trell", "Minister May Orlen" or "Ada May".</summary>
    private bool IsDateWord(int i, int first, int end)
    {
        var norm = words[i].Norm;
        if (!Calendar.IsName(norm) || (i > first && i == end - 1 && _lexicon.FirstName(words[i - 1].Fold) is not null && _lexicon.RoleAt(words, i - 1, i) is null))
            return false;
        if (IsNumber(i - 1) || IsNumber(i + 1) || norm[^1] is '.')
            return true;
        if (norm.Length < 4 && norm is not "may")
            return false;
        return !(i + 1 < end && _lexicon.FirstName(words[i].Fold) is not null && !_lexicon.IsOrdinary(words[i + 1].Norm)
            && (i > first || i == 0 || words[i - 1].Norm is not ("in" or "since" or "until" or "by" or "from" or "last" or "next" or "this" or "on" or "of" or "early" or "late" or "to" or "and")));
    }

    private bool IsNumber(int i) => i >= 0 && i < words.Count() && words[i].Is(WordShape.Number);

    /// <summary>A word that only opens the sentence, or an article with a capital.</summary>
    private bool IsLead(int i, int end)
    {
        var word = words[i];
        if (word.Norm is "the" or "a" or "an")
            return true;
        if (!_lexicon.LeadWords.Contains(word.Norm) || word.Is(WordShape.AllCaps) && !word.Is(WordShape.Starts))
            return _lexicon.Connectors.Contains(word.Norm) && !word.Is(WordShape.Capital);
        // "New Orlen", "Great Vask Bridge": seen together inside a sentence they are a name
        return word.Is(WordShape.Starts) && !(word.Norm is "new" or "great" or "old" && i + 1 < end && !_lexicon.IsOrdinary(words[i + 1].Norm) && words[i + 1].Norm is not "'s");
    }

    private void CutAtRoles(int first, int end)
    {
        if (first >= end)
            return;
        if (IsBodyWithRoleWord(first, end) || (end - first > 1 && IsPlaceOnList(first, end)))
        {
            Emit(first, end, null, -1);
            return;
        }
        for (var i = first; i < end; i++)
        {
            if (_lexicon.RoleAt(words, i, end) is not var (role, length) || IsPartOfName(i, length, first, end, role))
                continue;
            Emit(first, i, null, -1);
            var title = i;
            i += length;
            // "President-elect and Senator", "Prime Minister Dr"
            while (i < end && _lexicon.RoleAt(words, i, end) is var (next, more) && !IsPartOfName(i, more, i, end, next))
            {
                if (next.Class is not "honorific")
                    (role, title) = (next, i);
                i += more;
            }
            EmitTitled(i, end, role, title);
            return;
        }
        Emit(first, end, PrecedingRole(first, out var at), at);
    }

    private bool IsPlaceOnList(int first, int end)
    {
        var folded = words.Folds(first, end);
        return _lexicon.Country(folded) is not null || _lexicon.IsWorldRegion(folded) || (end - first > 1 && _lexicon.IsCity(folded));
    }

    private void EmitTitled(int first, int end, Role role, int title)
    {
        // "Secretary of State of Orlen Ada Kovar": what a name cannot open with is left out
        while (first < end && (words[first].Norm is "of" or "for" or "and" or "on" or "the" or "'s" or "," or "'" || words[first].Is(WordShape.Mark)))
            first++;
        if (first < end)
            Emit(first, end, role, title);
    }

    /// <summary>"Justice Department", "Premier League", "President's Office": a role word inside a body's name.</summary>
    private bool IsBodyWithRoleWord(int first, int end)
    {
        var last = words[end - 1].Norm;
        if (end - first < 2 || !(_lexicon.OrganisationHeads.ContainsKey(last) || _lexicon.OtherHeads.ContainsKey(last)))
            return false;
        if (_lexicon.RoleAt(words, first, end) is not var (role, length))
            return false;
        // "President Ada Bank" has a first name behind the title
        return first + length < end && _lexicon.FirstName(words[first + length].Fold) is null && role.Class is not "honorific"
            && (length == 1 || words[first + length].Norm is "'s");
    }

    /// <summary>A role word that is a name here: "Bishop" as a surname, "General Motors", "Ada Baker".</summary>
    private bool IsPartOfName(int i, int length, int first, int end, Role role)
    {
        if (length > 1 || role.Class is "honorific" && i == first)
            return false;
        var isLast = i + length == end;
        // "Workers' Union"
        if (!isLast && words[i + length].Norm is "'" or "'s")
            return true;
        if (i > first && isLast)
        {
            // "Ada Baker", "Tom King"; "Orlen Mayor" with nothing behind stays a title
            return _lexicon.FirstName(words[i - 1].Fold) is not null && role.Class is not ("state" or "honorific" or "local" or "body") && i - first == 1;
        }
        if (i + length < end && (_lexicon.OrganisationHeads.ContainsKey(words[i + length].Norm) && i + length == end - 1))
            return role.Class is not "honorific";
        return i > first && i + length < end && words[i + length].Norm is "of" or "and" && role.Class is "other";
    }

    /// <summary>A role in lower case directly before: "spokesman Ada Kovar".</summary>
    private Role? PrecedingRole(int first, out int at)
    {
        at = -1;
        Role? found = null;
        // the longest role that ends here
        for (var length = 1; length <= 4 && first - length >= 0 && words[first - length].Sentence == words[first].Sentence; length++)
        {
            if (words[first - length].Is(WordShape.Mark))
                break;
            if (_lexicon.RoleAt(words, first - length, first) is var (role, covered) && covered == length)
            {
                found = role;
                at = first - length;
            }
        }
        return found;
    }

    private void Emit(int first, int end, Role? title, int titleFirst)
    {
        (first, end) = Trim(first, end);
        if (first >= end)
            return;
        if (title is null)
            title = PrecedingRole(first, out titleFirst);
        var split = PeopleSplit(first, end, title is not null);
        if (split > first)
        {
            first = split;
            if (first >= end)
                return;
        }
        if (end - first > 1 && DropsOpening(first, end))
        {
            first++;
            if (title is null)
                title = PrecedingRole(first, out titleFirst);
        }
        if (end - first == 1 && !IsNameWord(first))
            return;
        names.Add(new Name(words, first, end) { Title = title, TitleFirst = titleFirst, IsWeak = IsWeak(first, end) });
    }

    private (int First, int End) Trim(int first, int end)
    {
        while (first < end && (words[first].Is(WordShape.Mark) || !words[first].Is(WordShape.Capital) && !HasInnerCapital(first) && words[first].Norm is not "dpa" || IsLead(first, end)))
            first++;
        while (end > first && (words[end - 1].Is(WordShape.Mark) || words[end - 1].Norm is "'s" || (!words[end - 1].Is(WordShape.Capital) && !words[end - 1].Is(WordShape.Number) && !HasInnerCapital(end - 1) && words[end - 1].Norm is not "dpa")))
            end--;
        return (first, end);
    }

    /// <summary>Where the name starts behind a people's name: "Orlenian [Ada Kovar]"; "Swiss Federal Court" stays whole.</summary>
    private int PeopleSplit(int first, int end, bool titled)
    {
        if (IsPlaceOnList(first, end))
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
    private bool DropsOpening(int first, int end)
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

    private bool IsNameWord(int i)
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
    private bool IsWeak(int first, int end) =>
        end - first == 1 && !words[first].Is(WordShape.AllCaps) && _lexicon.IsOrdinary(words[first].Norm);
}
