using Readout.Languages;

namespace Readout.Annotations;

/// <summary>The form a dictionary lists a word under, as Universal Dependencies' English treebanks write it.</summary>
internal static class Lemmatizer
{
    // A longer word is a broken page's; its lemma is itself.
    private const int LongestWord = 64;

    // So many lemmas a thread keeps; then it begins anew, so that memory stays bounded whatever it reads.
    private const int Kept = 30_000;

    private static readonly Lazy<LemmaModel> English = new(() => LemmaModel.Read(Resource.Bytes("models/lemmas-en.bin")));

    [ThreadStatic]
    private static HashSet<string>? _seen;

    /// <summary>"go" for "went"; names keep their capital. A lemma seen before is the same string and costs no memory.</summary>
    public static string Lemma(ReadOnlySpan<char> form, Upos upos, string xpos) => Lemma(English.Value, form, upos, xpos);

    /// <summary>The lemma by another model.</summary>
    public static string Lemma(LemmaModel model, ReadOnlySpan<char> form, Upos upos, string xpos)
    {
        if (form.Length is 0 or > LongestWord)
            return form.ToString();
        Span<char> key = stackalloc char[LongestWord + 16];
        key[0] = LemmaForms.ClassOf(upos, xpos);
        var length = 1 + LemmaForms.Spell(form, key[0], key[1..]);
        if (model.Exception(key[..length]) is { } exception)
            return exception;
        var edit = model.Rule(key[..length]);
        length = Math.Max(1, length - edit.Cut);
        edit.Add.CopyTo(key[length..]);
        return Seen(key[1..(length + edit.Add.Length)]);
    }

    private static string Seen(ReadOnlySpan<char> lemma)
    {
        var seen = _seen;
        if (seen is null || seen.Count >= Kept)
            _seen = seen = new(StringComparer.Ordinal);
        var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(lemma, out var known))
            return known;
        var made = lemma.ToString();
        seen.Add(made);
        return made;
    }
}
