namespace Readout.Languages;

/// <summary>A language: a folder of word lists, and the rules that read them. Lists are read when first used.</summary>
internal sealed class Language
{
    private readonly Lazy<Dictionary<string, string[]>> _abbreviations;
    private readonly Lazy<HashSet<string>> _sentenceStarters;
    private readonly Lazy<HashSet<string>> _reportingVerbs;
    private readonly Lazy<NumberWords> _numbers;
    private readonly Lazy<TimeWords> _times;
    private readonly Lazy<VerbWords> _verbs;
    private readonly Lazy<CountWords> _counts;

    private Language(string code, string folder)
    {
        Code = code;
        Folder = folder;
        _abbreviations = new(() => Table("abbreviations.tsv"));
        _sentenceStarters = new(() => Words("sentence-starters.txt"));
        _reportingVerbs = new(() => Words("reporting-inversion.txt"));
        _numbers = new(() => new NumberWords(this));
        _times = new(() => new TimeWords(this));
        _verbs = new(() => new VerbWords(this));
        _counts = new(() => new CountWords(this));
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

    /// <summary>Words that, capitalised after an abbreviation, begin a new sentence.</summary>
    public IReadOnlySet<string> SentenceStarters => _sentenceStarters.Value;

    /// <summary>Reporting verbs that continue a sentence after a quotation that ends in a question or exclamation mark.</summary>
    public IReadOnlySet<string> ReportingVerbs => _reportingVerbs.Value;

    public NumberWords Numbers => _numbers.Value;

    public TimeWords Times => _times.Value;

    public VerbWords Verbs => _verbs.Value;

    public CountWords Counts => _counts.Value;

    /// <summary>True for the name of a month or a weekday.</summary>
    public bool IsTimeName(string norm) => Times.IsCalendarName(norm);

    /// <summary>The language of a BCP 47 code; English where Readout has no folder for it.</summary>
    public static Language Of(string? code) =>
        All.FirstOrDefault(l => code is not null && code.StartsWith(l.Code, StringComparison.OrdinalIgnoreCase)) ?? En;

    /// <summary>True where Readout has a folder for the language of a BCP 47 code.</summary>
    public static bool Has(string code) => All.Any(l => code.StartsWith(l.Code, StringComparison.OrdinalIgnoreCase) && (code.Length == l.Code.Length || code[l.Code.Length] is '-' or '_'));

    /// <summary>True where Readout reads pages in a language (BCP 47); text in an unknown one is read as English.</summary>
    public static bool Reads(string? code) => code is null || Has(code);

    /// <summary>A table of this language: the first column is the key.</summary>
    public Dictionary<string, string[]> Table(string name) =>
        Resource.Rows($"{Folder}/{name}").ToDictionary(row => row[0], row => row[1..], StringComparer.Ordinal);

    /// <summary>A list of single words of this language, several a line.</summary>
    public HashSet<string> Words(string name) =>
        new(Resource.Lines($"{Folder}/{name}").SelectMany(line => line.Split(' ')), StringComparer.Ordinal);
}
