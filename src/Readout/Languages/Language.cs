namespace Readout.Languages;

/// <summary>A language: a folder of word lists, and the rules that read them. Lists are read when first used.</summary>
internal sealed class Language
{
    private readonly Lazy<Dictionary<string, string[]>> _abbreviations;
    private readonly Lazy<Dictionary<string, string[]>> _calendar;
    private readonly Lazy<HashSet<string>> _sentenceStarters;
    private readonly Lazy<HashSet<string>> _reportingVerbs;

    private Language(string code, string folder)
    {
        Code = code;
        Folder = folder;
        _abbreviations = new(() => Table($"{folder}/abbreviations.tsv"));
        _calendar = new(() => Table($"{folder}/calendar.tsv"));
        _sentenceStarters = new(() => Words($"{folder}/sentence-starters.txt"));
        _reportingVerbs = new(() => Words($"{folder}/reporting-inversion.txt"));
    }

    public static Language En { get; } = new("en", "En");

    /// <summary>Every language Readout reads; a new one is a folder and a line here.</summary>
    public static IReadOnlyList<Language> All { get; } = [En];

    /// <summary>BCP 47 code.</summary>
    public string Code { get; }

    /// <summary>Folder of its word lists.</summary>
    public string Folder { get; }

    /// <summary>Abbreviations with their full stop, lower case; the value says when the full stop may end a sentence.</summary>
    public IReadOnlyDictionary<string, string[]> Abbreviations => _abbreviations.Value;

    /// <summary>Names of months, weekdays and seasons, lower case: kind and number.</summary>
    public IReadOnlyDictionary<string, string[]> Calendar => _calendar.Value;

    /// <summary>Words that, capitalised after an abbreviation, begin a new sentence.</summary>
    public IReadOnlySet<string> SentenceStarters => _sentenceStarters.Value;

    /// <summary>Reporting verbs that continue a sentence after a quotation that ends in a question or exclamation mark.</summary>
    public IReadOnlySet<string> ReportingVerbs => _reportingVerbs.Value;

    /// <summary>True for the name of a month or a weekday.</summary>
    public bool IsTimeName(string norm) => _calendar.Value.TryGetValue(norm, out var row) && row[0] is "month" or "weekday";

    /// <summary>The language of a BCP 47 code; English where Readout has no folder for it.</summary>
    public static Language Of(string? code) =>
        All.FirstOrDefault(l => code is not null && code.StartsWith(l.Code, StringComparison.OrdinalIgnoreCase)) ?? En;

    private static Dictionary<string, string[]> Table(string name) =>
        Resource.Rows(name).ToDictionary(row => row[0], row => row[1..], StringComparer.Ordinal);

    // Short words are easier to read side by side: several a line, parted by spaces.
    private static HashSet<string> Words(string name) =>
        new(Resource.Lines(name).SelectMany(line => line.Split(' ')), StringComparer.Ordinal);
}
