namespace Readout.Annotations;

/// <summary>What a name's own words say of its being a person's: first names, initials, particles, endings.</summary>
internal sealed class PersonShape(PageWords words)
{
    private readonly Lexicon _lexicon = Lexicon.En;

    public void Weigh(Name name, PageWord first, PageWord last)
    {
        if (name.Length > 5 || HasMarkOrDigit(name.Surface))
            return;
        for (var i = name.First; i < name.End; i++)
        {
            if (words[i].Norm is "of" or "for" or "and" or "on" or "the" or "'s" or "'")
                return;
        }
        var firstName = _lexicon.FirstName(first.Fold) is not null
            || (first.Norm.IndexOf('-', StringComparison.Ordinal) is var hyphen and > 0 && _lexicon.FirstName(first.Fold.AsSpan(0, hyphen)) is not null);
        if (firstName)
            name.Add(EntityType.Person, _lexicon.IsOrdinary(first.Norm) || _lexicon.IsOrdinary(last.Norm) && name.Length == 2 ? 3 : 7, "first-name");
        for (var i = name.First; i < name.End - 1; i++)
        {
            if (words[i].Is(WordShape.Initial))
            {
                name.Add(EntityType.Person, 6, "initial");
                break;
            }
        }
        for (var i = name.First + 1; i < name.End - 1; i++)
        {
            if (words[i].Norm is "bin" or "ibn" or "bint" or "von" or "van" or "ben" or "al" && !words[i].Is(WordShape.Capital))
                name.Add(EntityType.Person, 4, "name-particle");
        }
        if (last.Norm is "jr" or "jr." or "sr." or "sr")
            name.Add(EntityType.Person, 8, "name-suffix");
        if (HasSurnameEnding(last.Fold))
            name.Add(EntityType.Person, 2, "surname-ending");
        var allOrdinary = true;
        var shouted = false;
        for (var i = name.First; i < name.End; i++)
        {
            allOrdinary &= _lexicon.IsOrdinary(words[i].Norm);
            shouted |= words[i].Is(WordShape.AllCaps);
        }
        // Two or three words that English does not know: most often somebody.
        if (!allOrdinary && !shouted && name.Length <= 4 && !_lexicon.IsOrdinary(last.Norm))
            name.Add(EntityType.Person, _lexicon.IsOrdinary(first.Norm) ? 1 : 2.5, "two-names");
    }

    private static bool HasMarkOrDigit(string surface)
    {
        foreach (var c in surface)
        {
            if (c is '&' || char.IsDigit(c))
                return true;
        }
        return false;
    }

    private static bool HasSurnameEnding(string fold) =>
        fold.Length > 4 && (fold.EndsWith("ov", StringComparison.Ordinal) || fold.EndsWith("ova", StringComparison.Ordinal) || fold.EndsWith("ev", StringComparison.Ordinal)
            || fold.EndsWith("enko", StringComparison.Ordinal) || fold.EndsWith("sky", StringComparison.Ordinal) || fold.EndsWith("ski", StringComparison.Ordinal)
            || fold.EndsWith("skiy", StringComparison.Ordinal) || fold.EndsWith("sson", StringComparison.Ordinal) || fold.EndsWith("sen", StringComparison.Ordinal)
            || fold.EndsWith("escu", StringComparison.Ordinal) || fold.EndsWith("dze", StringComparison.Ordinal) || fold.EndsWith("shvili", StringComparison.Ordinal)
            || fold.EndsWith("oglu", StringComparison.Ordinal) || fold.EndsWith("yan", StringComparison.Ordinal) || fold.EndsWith("vic", StringComparison.Ordinal)
            || fold.EndsWith("vich", StringComparison.Ordinal) || fold.EndsWith("ez", StringComparison.Ordinal) || fold.EndsWith("berg", StringComparison.Ordinal)
            || fold.EndsWith("stein", StringComparison.Ordinal) || fold.EndsWith("mann", StringComparison.Ordinal) || fold.EndsWith("opoulos", StringComparison.Ordinal));
}
