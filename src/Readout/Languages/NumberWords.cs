using System.Globalization;

namespace Readout.Languages;

/// <summary>Words for numbers, lower case.</summary>
internal sealed class NumberWords
{
    public NumberWords(Language language)
    {
        foreach (var (word, row) in language.Table("numbers.tsv"))
        {
            var value = double.Parse(row[1], CultureInfo.InvariantCulture);
            (row[0] switch
            {
                "cardinal" => Cardinals,
                "ordinal" => Ordinals,
                "magnitude" => Magnitudes,
                "suffix" => Suffixes,
                "group" => Groups,
                _ => Plurals,
            })[word.TrimStart('-')] = value;
        }
    }

    /// <summary>one … nineteen, twenty, thirty …</summary>
    public Dictionary<string, double> Cardinals { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, double> Ordinals { get; } = new(StringComparer.Ordinal);

    /// <summary>hundred, thousand, million, bn …</summary>
    public Dictionary<string, double> Magnitudes { get; } = new(StringComparer.Ordinal);

    /// <summary>Magnitudes written to the digits: 3.5bn, 2m.</summary>
    public Dictionary<string, double> Suffixes { get; } = new(StringComparer.Ordinal);

    /// <summary>dozen, score.</summary>
    public Dictionary<string, double> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>dozens, hundreds, thousands: the least that the plural says.</summary>
    public Dictionary<string, double> Plurals { get; } = new(StringComparer.Ordinal);
}
