namespace Readout.Text;

/// <summary>Something about a page that a reader of the record should know. Travels with the page to the brief.</summary>
public sealed record Diagnostic(string Code, string Message, Span? Span = null);

/// <summary>The closed list of diagnostic codes; <c>docs/formats.md</c> explains each.</summary>
public static class DiagnosticCode
{
    public const string NoDate = "no-date";
    public const string InferredDate = "inferred-date";
    public const string DateConflict = "date-conflict";
    public const string StaleRepublication = "stale-republication";
    public const string InternalInconsistency = "internal-inconsistency";
    public const string MachineTranslation = "machine-translation";
    public const string ForeignText = "foreign-text";
    public const string UnsupportedLanguage = "unsupported-language";
    public const string IndexPage = "index-page";
    public const string NoArticle = "no-article";
    public const string ErrorPage = "error-page";
    public const string Paywalled = "paywalled";
    public const string NoTitle = "no-title";
    public const string UnknownOutlet = "unknown-outlet";
    public const string WrongCharset = "wrong-charset";
    public const string UnknownCharset = "unknown-charset";
    public const string HiddenText = "hidden-text";
    public const string InvalidCharacters = "invalid-characters";
    public const string DeepNesting = "deep-nesting";
    public const string OversizedPage = "oversized-page";

    public static IReadOnlyList<string> All { get; } =
    [
        NoDate, InferredDate, DateConflict, StaleRepublication, InternalInconsistency, MachineTranslation, ForeignText, UnsupportedLanguage,
        IndexPage, NoArticle, ErrorPage, Paywalled, NoTitle, UnknownOutlet, WrongCharset, UnknownCharset, HiddenText, InvalidCharacters, DeepNesting,
        OversizedPage,
    ];
}
