using Readout.Languages;

namespace Readout.Annotations;

/// <summary>What may stand with a reporting verb.</summary>
[Flags]
internal enum Frames
{
    None = 0,
    That = 1,
    Bare = 2,
    Finite = 4,
    Tail = 8,
    Quote = 16,
    Hearer = 32,
    Wh = 64,
    To = 128,
    Np = 256,
    Object = 512,
    Noun = 1024,
    Gerund = 2048,
}

/// <summary>What a reporting verb does with what is said.</summary>
internal enum VerbSense { Says, Denies, Declines, Asks, Doubts, Promises, Orders, Expects }

/// <summary>Which form of its verb a word is.</summary>
internal enum VerbForm { Base, Third, Past, Participle, Ing }

/// <summary>A reporting verb with its signature.</summary>
internal sealed record ReportingVerb(string Lemma, VerbSense Sense, Frames Frames)
{
    public bool Takes(Frames frames) => (Frames & frames) != Frames.None;
}

/// <summary>A reporting verb in one of its forms; <paramref name="Rest"/> are the further words of a phrase verb.</summary>
internal sealed record VerbEntry(ReportingVerb Verb, VerbForm Form, IReadOnlyList<string> Rest);

/// <summary>The reporting verbs of English, by form.</summary>
internal static class ReportingVerbs
{
    private static readonly Dictionary<string, VerbEntry[]> s_byForm = Load();

    /// <summary>Entries for a form, phrase verbs first.</summary>
    public static IReadOnlyList<VerbEntry> Of(string norm) => s_byForm.TryGetValue(norm, out var entries) ? entries : [];

    private static Dictionary<string, VerbEntry[]> Load()
    {
        var byForm = new Dictionary<string, List<VerbEntry>>(StringComparer.Ordinal);
        foreach (var row in Resource.Rows("En/reporting-verbs.tsv"))
        {
            var words = row[0].Split(' ');
            var frames = row[2].Split(',').Aggregate(Frames.None, (all, name) => all | Enum.Parse<Frames>(name, ignoreCase: true));
            var verb = new ReportingVerb(row[0], Enum.Parse<VerbSense>(row[1], ignoreCase: true), frames);
            var past = row.Length > 3 && row[3].Length > 0 ? row[3] : RegularForms.Past(words[0]);
            var participle = row.Length > 4 && row[4].Length > 0 ? row[4] : past;
            Add(words[0], VerbForm.Base);
            Add(RegularForms.Third(words[0]), VerbForm.Third);
            Add(past, VerbForm.Past);
            if (participle != past)
                Add(participle, VerbForm.Participle);
            Add(RegularForms.Ing(words[0]), VerbForm.Ing);

            void Add(string form, VerbForm kind)
            {
                if (!byForm.TryGetValue(form, out var entries))
                    byForm[form] = entries = [];
                entries.Add(new VerbEntry(verb, kind, words[1..]));
            }
        }
        return byForm.ToDictionary(
            p => p.Key, p => p.Value.OrderByDescending(e => e.Rest.Count).ToArray(), StringComparer.Ordinal);
    }
}

/// <summary>Regular English verb forms.</summary>
internal static class RegularForms
{
    public static string Third(string verb) =>
        verb switch
        {
            "go" => "goes",
            "have" => "has",
            _ when EndsInConsonantY(verb) => verb[..^1] + "ies",
            _ when verb[^1] is 's' or 'x' or 'z' || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) => verb + "es",
            _ => verb + "s",
        };

    public static string Past(string verb) =>
        verb switch
        {
            "go" => "went",
            "have" => "had",
            "make" => "made",
            "put" or "let" or "read" or "spread" => verb,
            _ when verb[^1] == 'e' => verb + "d",
            _ when EndsInConsonantY(verb) => verb[..^1] + "ied",
            _ => Doubled(verb) + "ed",
        };

    public static string Ing(string verb) =>
        verb[^1] == 'e' && verb[^2] is not ('e' or 'y') ? verb[..^1] + "ing" : Doubled(verb) + "ing";

    private static bool EndsInConsonantY(string verb) => verb[^1] == 'y' && !IsVowel(verb[^2]);

    // One short vowel before one consonant doubles it (plan, beg, quip, admit); longer verbs only where the stress is known to fall last.
    private static string Doubled(string verb)
    {
        var closed = verb.Length >= 3 && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') && IsVowel(verb[^2])
            && (!IsVowel(verb[^3]) || (verb[^3] == 'u' && verb.Length > 3 && verb[^4] == 'q'));
        var oneSyllable = verb.Count(IsVowel) == 1 || verb is "quip";
        return closed && (oneSyllable || verb is "admit" or "rebut" or "signal" or "label") ? verb + verb[^1] : verb;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
