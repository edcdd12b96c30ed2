namespace Readout.Annotations;

/// <summary>How lemmas of Universal Dependencies' English are spelled before any ending is taken off: capitals, apostrophes, digits.</summary>
internal static class LemmaForms
{
    /// <summary>Names written in capitals throughout that are this long are shouted, not acronyms.</summary>
    private const int ShoutedName = 6;

    /// <summary>Words that take the same endings, by part of speech and tag: one character each, the key of rules and exceptions.</summary>
    public static char ClassOf(Upos upos, string xpos) => (upos, xpos) switch
    {
        (_, "NNP") => 'P',
        (_, "NNPS") => 'Q',
        (Upos.Propn, _) => 'P',
        (Upos.Verb or Upos.Aux or Upos.Adj, "VBD" or "VBN") => upos is Upos.Aux ? 'X' : 'D',
        (Upos.Verb or Upos.Aux or Upos.Adj, "VBG") => 'G',
        (Upos.Verb or Upos.Aux, "VBZ") => 'Z',
        (Upos.Verb, _) => 'V',
        (Upos.Aux, _) => 'W',
        (_, "JJR") => 'R',
        (_, "JJS") => 'T',
        (_, "RBR") => 'r',
        (_, "RBS") => 't',
        (_, "NNS") => 'S',
        (Upos.Noun, _) => 'N',
        (Upos.Adj, _) => 'J',
        (_, "PRP$" or "WP$") => 'h',
        (Upos.Pron, _) => 'p',
        (Upos.Num, _) => 'n',
        (Upos.Adv, _) => 'A',
        (Upos.Det, _) => 'd',
        (Upos.Adp or Upos.Sconj, _) => 'i',
        (Upos.Part, _) => 'q',
        (Upos.Punct or Upos.Sym, _) => '.',
        (Upos.X, _) => 'x',
        _ => 'o',
    };

    /// <summary>Writes the spelling that rules start from.</summary>
    /// <returns>Its length; never more than the form's.</returns>
    public static int Spell(ReadOnlySpan<char> form, char type, Span<char> into)
    {
        if (type is '.')
        {
            form.CopyTo(into);
            return form.Length;
        }
        var keep = KeepsCapitals(form, type);
        var length = 0;
        for (var i = 0; i < form.Length; i++)
        {
            var c = form[i];
            // 1,100
            if (type is 'n' && c is ',' && i > 0 && char.IsAsciiDigit(form[0]))
                continue;
            into[length++] = Chars.IsApostrophe(c) ? '\'' : keep ? c : char.ToLowerInvariant(c);
        }
        if (type is 'P' or 'Q' && length > 2)
            Name(into[..length]);
        return length;
    }

    private static bool KeepsCapitals(ReadOnlySpan<char> form, char type) => type switch
    {
        'P' or 'Q' => true,
        'x' => true,
        'n' => IsUpper(form),
        'p' => form is "I",
        'N' => IsAcronym(form),
        'S' => IsAcronym(form) || (form.Length > 2 && form[^1] is 's' && IsUpper(form[..^1])),
        // Palestinian, Dutch, Japanese
        'J' => form.Length > 4 && char.IsUpper(form[0]) && !IsUpper(form)
            && (form.EndsWith("ian") || form.EndsWith("ean") || form.EndsWith("can") || form.EndsWith("ese") || form.EndsWith("ish")),
        _ => false,
    };

    private static bool IsUpper(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
        {
            if (char.IsLower(c))
                return false;
        }
        return char.IsUpper(form[0]);
    }

    private static bool IsAcronym(ReadOnlySpan<char> form) =>
        IsUpper(form) && (form.Length is 1 or 3 || form.ContainsAnyInRange('0', '9') || !form.ContainsAny("AEIOU"));

    /// <summary>A name without its capital gets it; one in capitals throughout keeps the first.</summary>
    private static void Name(Span<char> name)
    {
        var lower = true;
        var upper = name.Length >= ShoutedName;
        foreach (var c in name)
        {
            lower &= char.IsLower(c);
            upper &= char.IsUpper(c);
        }
        if (lower)
            name[0] = char.ToUpperInvariant(name[0]);
        for (var i = 1; upper && i < name.Length; i++)
            name[i] = char.ToLowerInvariant(name[i]);
    }
}
