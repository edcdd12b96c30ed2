namespace Readout.Annotations;

/// <summary>Finds runs of capitalised words and cuts them into names, titles and what is neither.</summary>
internal sealed class NameFinder
{
    private const int LongestName = 14;

    private readonly Lexicon _lexicon = Lexicon.En;
    private readonly PageWords _words;
    private readonly List<Name> _names;
    private readonly Datelines _datelines;
    private readonly NameBridges _bridges;
    private readonly NameEdges _edges;
    private readonly NameCutter _cutter;

    /// <param name="names">Where the names are added.</param>
    public NameFinder(PageWords words, List<Name> names)
    {
        _words = words;
        _names = names;
        _datelines = new Datelines(words);
        _bridges = new NameBridges(words);
        _edges = new NameEdges(words);
        _cutter = new NameCutter(words, _edges, names);
    }

    /// <summary>Adds the names in the order of the text; the weak ones still need support from elsewhere on the page.</summary>
    public void Find()
    {
        for (var s = 0; s < _words.Sentences.Count; s++)
        {
            var (first, end) = _words.Bounds(s);
            var dateline = _datelines.Read(first, end, _names);
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
        var word = _words[i];
        if (word.Is(WordShape.Heading | WordShape.Mark | WordShape.Number) || word.Norm is "i" or "'s")
            return false;
        return word.Is(WordShape.Capital) || (_edges.HasInnerCapital(i) || word.Norm is "dpa" or "al-qaeda") && !word.Is(WordShape.Glued);
    }

    private int RunEnd(int start, int end)
    {
        var e = start + 1;
        while (e < end && e - start < LongestName)
        {
            var word = _words[e];
            if (word.Is(WordShape.Glued))
                break;
            if (word.Is(WordShape.Capital) && !word.Is(WordShape.Mark))
            {
                if (_words[e].Norm is "i")
                    break;
                e++;
                continue;
            }
            var step = _bridges.Length(start, e, end);
            if (step == 0)
                break;
            e += step;
        }
        // "Organisation for the Prohibition of Chemical Weapons": a known body goes on where an unknown one would end
        for (var i = start; i < e; i++)
            e = Math.Max(e, _lexicon.KnownEnd(_words, i, end));
        return e;
    }

    /// <summary>Cuts a run at calendar _names, titles and peoples' _names.</summary>
    private void Cut(int first, int end)
    {
        while (first < end && _edges.IsLead(first, end))
            first++;
        for (var i = first; i < end; i++)
        {
            if (IsDateWord(i, first, end))
            {
                _cutter.Cut(first, i);
                Cut(i + 1, end);
                return;
            }
        }
        _cutter.Cut(first, end);
    }

    /// <summary>A month or weekday; not "Jan Trell", "Minister May Orlen" or "Ada May".</summary>
    private bool IsDateWord(int i, int first, int end)
    {
        var norm = _words[i].Norm;
        if (!Calendar.IsName(norm) || (i > first && i == end - 1 && _lexicon.FirstName(_words[i - 1].Fold) is not null && _lexicon.RoleAt(_words, i - 1, i) is null))
            return false;
        if (IsNumber(i - 1) || IsNumber(i + 1) || norm[^1] is '.')
            return true;
        if (norm.Length < 4 && norm is not "may")
            return false;
        return !(i + 1 < end && _lexicon.FirstName(_words[i].Fold) is not null && !_lexicon.IsOrdinary(_words[i + 1].Norm)
            && (i > first || i == 0 || _words[i - 1].Norm is not ("in" or "since" or "until" or "by" or "from" or "last" or "next" or "this" or "on" or "of" or "early" or "late" or "to" or "and")));
    }

    private bool IsNumber(int i) => i >= 0 && i < _words.Count() && _words[i].Is(WordShape.Number);
}
