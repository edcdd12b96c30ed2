using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Words whose full stop or slash is their own: "U.S.", "Mr.", "J.", "Ph.D.", "example.org", "w/o".</summary>
internal sealed class DottedWords(string text, Abbreviations abbreviations, TokenScanner scanner)
{
    private readonly NormPool _norms = NormPool.OfThread();

    private char At(int index, int end) => index < end ? text[index] : '\0';

    /// <summary>End of "w/o", "b/c"; <paramref name="e"/> where the list has no such word.</summary>
    public int SlashEnd(int i, int e, int end)
    {
        var k = e + 1;
        while (k < end && k - e < 5 && Chars.IsLetter(text[k]))
            k++;
        return !Chars.IsWord(At(k, end)) && abbreviations.Kind(_norms.Of(text.AsSpan(i, k - i))) is not null ? k : e;
    }

    /// <summary>End of "U.S.", "Mr.", "J." or "example.org"; <paramref name="e"/> where the full stop is not the word's own.</summary>
    public int DottedEnd(int i, int e, int end)
    {
        // single letters with dots between: U.S., a.m., U.N.-backed
        var single = e - i == 1 || (e - i == 2 && char.IsSurrogate(text[i]));
        if (single)
        {
            var d = e;
            while (At(d, end) is '.' && d - i < 12 && Chars.IsLetter(At(d + 1, end)) && !Chars.IsWord(At(d + 2, end)))
                d += 2;
            if (d > e)
            {
                if (At(d, end) is '.')
                    d++;
                return Chars.IsHyphen(At(d, end)) && Chars.IsWord(At(d + 1, end)) ? scanner.WordEnd(d + 1, end) : d;
            }
            // an initial
            if (char.IsUpper(text[i]) && text[i] is not 'I' && (i == 0 || text[i - 1] is not '°') && (Chars.IsBlank(At(e + 1, end)) || char.IsUpper(At(e + 1, end))))
                return e + 1;
        }
        if (Chars.IsLetter(At(e + 1, end)) && Addresses.DomainEnd(text, i, e, end) is var domain and > 0)
            return domain;
        return IsAbbreviation(i, e + 1, end) ? e + 1 : Degree(i, e, end);
    }

    /// <summary>Ph.D., D.Phil.: an abbreviation of the list with an inner full stop.</summary>
    private int Degree(int i, int e, int end)
    {
        if (e - i > 3 || !Chars.IsLetter(At(e + 1, end)))
            return e;
        var d = e + 1;
        while (d < end && d - e < 6 && Chars.IsLetter(text[d]))
            d++;
        return At(d, end) is '.' && IsAbbreviation(i, d + 1, end) ? d + 1 : e;
    }

    private bool IsAbbreviation(int i, int e, int end)
    {
        if (e - i > 10 || abbreviations.Kind(_norms.Of(text.AsSpan(i, e - i))) is not { } kind)
            return false;
        var next = e;
        while (next < end && next - e < 4 && Chars.IsBlank(text[next]))
            next++;
        return kind switch
        {
            "number" => Chars.IsDigit(At(next, end)),
            "date" => char.IsUpper(text[i]) && (Chars.IsDigit(At(next, end)) || At(next, end) is ',' || char.IsLower(At(next, end))),
            "capital" => char.IsUpper(text[i]),
            _ => next > e || next == end || !Chars.IsWord(text[e]),
        };
    }
}
