namespace Readout.Languages;

/// <summary>Words around quantities, lower case.</summary>
internal sealed class CountWords(Language language)
{
    private readonly Language _language = language;

    public string Code => _language.Code;
}
