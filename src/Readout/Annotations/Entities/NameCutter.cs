namespace Readout.Annotations;

/// <summary>Cuts a run of capitalised words into names and the titles before them.</summary>
internal sealed class NameCutter(PageWords words, NameEdges edges, List<Name> names)
{
    private readonly Lexicon _lexicon = Lexicon.En;

    /// <summary>Adds what a run holds: names, each with the title before it.</summary>
    public void Cut(int first, int end)
    {
        if (first >= end)
            return;
        if (IsBodyWithRoleWord(first, end) || (end - first > 1 && edges.IsOnList(first, end)))
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
        (first, end) = edges.Trim(first, end);
        if (first >= end)
            return;
        if (title is null)
            title = PrecedingRole(first, out titleFirst);
        var split = edges.PeopleSplit(first, end, title is not null);
        if (split > first)
        {
            first = split;
            if (first >= end)
                return;
        }
        if (end - first > 1 && edges.DropsOpening(first, end))
        {
            first++;
            if (title is null)
                title = PrecedingRole(first, out titleFirst);
        }
        if (end - first == 1 && !edges.IsNameWord(first))
            return;
        names.Add(new Name(words, first, end) { Title = title, TitleFirst = titleFirst, IsWeak = edges.IsWeak(first, end) });
    }
}
