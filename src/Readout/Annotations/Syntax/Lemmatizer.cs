namespace Readout.Annotations;

/// <summary>The form a dictionary lists a word under.</summary>
internal static class Lemmatizer
{
    /// <summary>Names as they are written, other words in lower case.</summary>
    public static string Lemma(ReadOnlySpan<char> form, Upos upos, string xpos)
    {
        if (upos == Upos.Propn)
            return form.ToString();
        Span<char> lower = form.Length <= 64 ? stackalloc char[form.Length] : new char[form.Length];
        form.ToLowerInvariant(lower);
        return lower.ToString();
    }
}
