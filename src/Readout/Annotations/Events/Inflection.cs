using System.Collections.Concurrent;
using System.Collections.Frozen;
using Readout.Languages;

namespace Readout.Annotations;

/// <summary>English inflection: from a form back to the lemmas it may belong to.</summary>
internal static class Inflection
{
    private static readonly Lazy<FrozenDictionary<string, string>> Irregular = new(() =>
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Resource.Rows("En/irregular-verbs.tsv"))
        {
            foreach (var form in row.AsSpan(1))
                forms.TryAdd(form, row[0]);
        }
        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    });

    private static readonly Lazy<FrozenSet<string>> PastForms = new(() =>
        Resource.Rows("En/irregular-verbs.tsv").SelectMany(row => row.Skip(1)).ToFrozenSet(StringComparer.Ordinal));

    // Few forms make up a text: what each may be a form of is worked out once. More than so many, or longer ones, hardly come again.
    private const int MostKnown = 1 << 14;
    private const int LongestKnown = 24;

    private static readonly ConcurrentDictionary<string, string[]> Known = new(StringComparer.Ordinal);
    private static int s_known;

    /// <summary>Lemmas the form may belong to, the likeliest first; the form itself is always among them.</summary>
    public static string[] Lemmas(string form)
    {
        if (Known.TryGetValue(form, out var lemmas))
            return lemmas;
        lemmas = [.. Find(form)];
        if (form.Length <= LongestKnown && Volatile.Read(ref s_known) < MostKnown && Known.TryAdd(form, lemmas))
            Interlocked.Increment(ref s_known);
        return lemmas;
    }

    private static IEnumerable<string> Find(string form)
    {
        yield return form;
        if (Irregular.Value.TryGetValue(form, out var lemma))
            yield return lemma;
        if (form.Length < 4)
            yield break;
        if (form.EndsWith("ies", StringComparison.Ordinal) || form.EndsWith("ied", StringComparison.Ordinal))
            yield return form[..^3] + "y";
        if (form[^1] == 's' && form[^2] != 's')
        {
            yield return form[..^1];
            if (form[^2] == 'e')
                yield return form[..^2];
        }
        foreach (var ending in (string[])["ed", "ing"])
        {
            if (form.Length < ending.Length + 3 || !form.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var stem = form[..^ending.Length];
            yield return stem;
            yield return stem + "e";
            if (stem[^1] == stem[^2])
                yield return stem[..^1];
        }
    }

    /// <summary>True for past tense and past participle forms; regular ones by their ending.</summary>
    public static bool IsPast(string form) =>
        PastForms.Value.Contains(form) || (form.Length > 4 && form.EndsWith("ed", StringComparison.Ordinal));
}
