namespace Readout.Annotations;

/// <summary>Finds runs of capitalised words and cuts them into names, titles and what is neither.</summary>
internal sealed class NameFinder(PageWords words)
{
    private const int LongestName = 14;

    private readonly Lexicon _lexicon = Lexicon.En;
    private readonly List<Name> _names = [];

    /// <summary>Names in the order of the text; the weak ones still need support from elsewhere on the page.</summary>
    public List<Name> Find()
    {
        for (var s = 0; s < words.Sentences.Count; s++)
        {
            var (first, end) = words.Bounds(s);
            var dateline = Dateline(first, end);
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
        return _names;
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

    /// <summary>"VASK, March 3 (ORW) -": the town before the dash, cut off from what follows.</summary>
    private int Dateline(int first, int end)
    {
        if (words.Sentences[words[first].Sentence] is not { Paragraph: >= 0 } sentence || words[first].Is(WordShape.Heading))
            return first;
        var isFirst = words[first].Sentence == 0 || words.Sentences[words[first].Sentence - 1].Paragraph != sentence.Paragraph;
        if (!isFirst)
            return first;
        var e = first;
        while (e < end && e < first + 4 && words[e].Is(WordShape.Capital) && !words[e].Is(WordShape.Mark))
            e++;
        if (e == first || e >= end || !EndsWithDash(e, end))
            return first;
        var shouted = Enumerable.Range(first, e - first).All(i => words[i].Is(WordShape.AllCaps));
        if (!shouted && !HasDateOrBracket(e, end))
            return first;
        AddPlace(first, e);
        // ORLEN/VASK
        while (e + 1 < end && words[e].Norm is "/" && words[e + 1].Is(WordShape.Capital))
        {
            var next = e + 1;
            e = next;
            while (e < end && words[e].Is(WordShape.Capital))
                e++;
            AddPlace(next, e);
        }
        return e;

        void AddPlace(int from, int to)
        {
            var name = new Name(words, from, to);
            name.Add(EntityType.Place, 9, "dateline");
            _names.Add(name);
        }
    }

    private bool EndsWithDash(int from, int end)
    {
        for (var i = from; i < end && i < from + 12; i++)
        {
            if (words[i].Norm is "-" && i > from - 1)
                return true;
            if (!(words[i].Is(WordShape.Mark | WordShape.Number | WordShape.Capital) || words[i].Norm.Length <= 3))
                return false;
        }
        return false;
    }

    private bool HasDateOrBracket(int from, int end)
    {
        for (var i = from; i < end && i < from + 12 && words[i].Norm is not "-"; i++)
        {
            if (words[i].Norm is "(" || words[i].Is(WordShape.Number) || Calendar.IsName(words[i].Norm))
                return true;
        }
        return false;
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
            var step = Bridge(start, e, end);
            if (step == 0)
                break;
            e += step;
        }
        return e;
    }

    private bool IsCapital(int i, int end) => i < end && words[i].Is(WordShape.Capital) && !words[i].Is(WordShape.Mark | WordShape.Glued);

    /// <summary>How many words to go on with where the name continues behind a small word or mark; 0 where it ends.</summary>
    private int Bridge(int start, int e, int end)
    {
        var norm = words[e].Norm;
        var last = words[e - 1];
        switch (norm)
        {
            case "&":
                return IsCapital(e + 1, end) ? 2 : 0;
            case "," when e + 1 < end && words[e + 1].Norm is "inc" or "inc." or "ltd" or "ltd." or "llc" or "jr" or "jr." or "sr." or "plc":
                return 2;
            case "of" or "for" or "on":
                if (RoleAcross(start, e, end) is var role and > 0)
                    return role;
                var the = words.IsNorm(e + 1, "the") ? 1 : 0;
                return IsCapital(e + 1 + the, end) && TakesComplement(start, e, norm) ? 2 + the : 0;
            case "and":
                return IsCapital(e + 1, end) && JoinsAnd(start, e, end) ? 2 : 0;
            case "'s" or "'":
                return IsCapital(e + 1, end) && JoinsGenitive(start, e, end) ? 2 : 0;
        }
        if (words[e].Is(WordShape.Number))
            return last.Norm is "channel" or "radio" or "formula" or "terminal" or "highway" or "route" or "studio" or "apollo" or "flight" or "cop" ? 1 : 0;
        if (_lexicon.Connectors.Contains(norm) && !words[e].Is(WordShape.Mark) && !(last.Is(WordShape.Starts) && _lexicon.LeadWords.Contains(last.Norm)))
        {
            if (IsCapital(e + 1, end))
                return 2;
            if (e + 2 < end && _lexicon.Connectors.Contains(words[e + 1].Norm) && IsCapital(e + 2, end))
                return 3;
        }
        return 0;
    }

    /// <summary>"Secretary of State": how far a title reaches beyond its small word.</summary>
    private int RoleAcross(int start, int e, int end)
    {
        for (var i = Math.Max(start, e - 4); i < e; i++)
        {
            if (_lexicon.RoleAt(words, i, end) is var (_, length) && i + length > e)
                return i + length - e;
        }
        return 0;
    }

    /// <summary>"Ministry of …", "Bank of the …", "Gulf of …", "Centre for …": the words before ask for a complement.</summary>
    private bool TakesComplement(int start, int e, string preposition)
    {
        var last = words[e - 1].Norm;
        if (_lexicon.LeadWords.Contains(last) || _lexicon.FindRole(last) is not null || Calendar.IsName(last))
            return false;
        if (preposition is "on")
            return last is "committee" or "commission" or "council" or "conference" or "convention" or "treaty" or "forum" or "institute";
        if (_lexicon.OrganisationFirsts.Contains(last) || _lexicon.OrganisationFirsts.Contains(words[start].Norm) && e - start <= 4 && preposition is "for")
            return true;
        if (preposition is "for")
            return false;
        if (_lexicon.PlaceHeads.Contains(last) || last is "gulf" or "isle" or "states" or "republic" or "cape" or "horn" or "statue" or "church")
            return true;
        // "Declaration of …", "Hall of …": ordinary words with capitals in the middle of a sentence; an unknown name ends here
        return _lexicon.IsOrdinary(last) && !words[e - 1].Is(WordShape.Starts) && _lexicon.Demonym(last) is null && !_lexicon.OrganisationHeads.ContainsKey(last);
    }

    /// <summary>"Ministry of Trade and Industry", "Food and Drug Administration"; never two names side by side.</summary>
    private bool JoinsAnd(int start, int e, int end)
    {
        var next = words[e + 1].Norm;
        var last = words[e - 1].Norm;
        if (!_lexicon.IsOrdinary(next) || !_lexicon.IsOrdinary(last) || _lexicon.FindRole(next) is not null || _lexicon.LeadWords.Contains(last))
            return false;
        for (var i = start; i < e; i++)
        {
            if (words[i].Norm is "of" or "for" or "on" && i > start && _lexicon.OrganisationFirsts.Contains(words[i - 1].Norm))
                return true;
        }
        if (_lexicon.OrganisationHeads.ContainsKey(last))
            return false;
        // the head comes after: "Press and Information Office"
        var tail = e + 2;
        while (IsCapital(tail, end) && tail < e + 5)
            tail++;
        return tail > e + 2 && _lexicon.OrganisationHeads.ContainsKey(words[tail - 1].Norm);
    }

    /// <summary>"Carriers' Council", "People's Party": an ordinary word in the genitive and the head of a body behind it.</summary>
    private bool JoinsGenitive(int start, int e, int end)
    {
        var owner = words[e - 1].Norm;
        if (!_lexicon.IsOrdinary(owner) || words[e - 1].Is(WordShape.Starts) && e - start == 1 && words[e].Norm is "'s" && !owner.EndsWith("men", StringComparison.Ordinal) && owner is not ("people" or "children"))
            return false;
        if (_lexicon.FindRole(owner) is { } role && words[e].Norm is "'s" && role.Class is not "other")
            return false;
        var tail = e + 1;
        while (IsCapital(tail, end) && tail < e + 5)
            tail++;
        for (var i = e + 1; i < tail; i++)
        {
            if (_lexicon.OrganisationHeads.ContainsKey(words[i].Norm) || _lexicon.OtherHeads.ContainsKey(words[i].Norm))
                return true;
        }
        return false;
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
        _names.Add(new Name(words, first, end) { Title = title, TitleFirst = titleFirst, IsWeak = IsWeak(first, end) });
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
