using Readout.Languages;

namespace Readout.Annotations;

/// <summary>Words that say of what hangs on them whether it came about (Karttunen 1971). Lemmas; see the list for what each class means.</summary>
internal static class ImplicativeWords
{
    private static readonly ILookup<string, string> Classes = Resource.Rows("En/factuality-words.tsv").ToLookup(r => r[0], r => r[1], StringComparer.Ordinal);

    public static HashSet<string> Negations { get; } = Resource.Set("En/negations.txt");

    /// <summary>"continued to": the infinitive behind is as so as the verb.</summary>
    public static HashSet<string> AspectVerbs { get; } = Resource.Set("En/aspect-verbs.txt");

    public static HashSet<string> UndoneVerbs { get; } = Class("undone-verb");

    public static HashSet<string> FailingVerbs { get; } = Class("failing-verb");

    public static HashSet<string> UndoneAdjectives { get; } = Class("undone-adjective");

    public static HashSet<string> UndoneNouns { get; } = Class("undone-noun");

    public static HashSet<string> SeemingVerbs { get; } = Class("seeming-verb");

    public static HashSet<string> OpenNouns { get; } = Class("open-noun");

    public static HashSet<string> OpenVerbs { get; } = Class("open-verb");

    public static HashSet<string> OpenWords { get; } = Class("open-word");

    private static HashSet<string> Class(string name) => new(Classes[name], StringComparer.Ordinal);
}
