using System.Globalization;
using System.Text;
using NodaTime.Text;
using Readout.Text;

namespace Readout.Languages;

/// <summary>A person's time in an office; an open end is not known or not yet come.</summary>
internal sealed record Term(string Country, string Office, string Name, DateRange When, bool EndIsKnown);

/// <summary>What the world's record says that helps to date a page: who held which office when, and when things happened.</summary>
internal sealed class WorldKnowledge
{
    private static readonly Lazy<WorldKnowledge> s_english = new(() => new WorldKnowledge("En"));

    private readonly Dictionary<string, List<Term>> _terms = new(StringComparer.Ordinal);

    private WorldKnowledge(string folder)
    {
        foreach (var row in Resource.Rows("officeholders.tsv"))
        {
            var since = LocalDatePattern.Iso.Parse(row[4]);
            if (!since.Success)
                continue;
            var until = LocalDatePattern.Iso.Parse(row.Length > 5 ? row[5] : "");
            var term = new Term(row[0], row[1], row[2], new DateRange(since.Value, until.Success ? until.Value : null), until.Success);
            Add(row[1] + " " + row[3], term);
        }
        foreach (var row in Resource.Rows(folder + "/offices.tsv"))
            Offices[row[0]] = (row[1], row[2] == "elect");
        foreach (var row in Resource.Rows(folder + "/world-events.tsv"))
        {
            foreach (var phrase in row[1].Split('|'))
                Events[phrase] = int.Parse(row[0], CultureInfo.InvariantCulture);
        }
    }

    public static WorldKnowledge English => s_english.Value;

    /// <summary>Titles before a name: the office, and whether its bearer is only chosen for it.</summary>
    public Dictionary<string, (string Office, bool Elect)> Offices { get; } = new(StringComparer.Ordinal);

    /// <summary>Years of events, by words without "the".</summary>
    public Dictionary<string, int> Events { get; } = new(StringComparer.Ordinal);

    /// <summary>The terms a name in an office can stand for; several where names are shared or a person came back.</summary>
    /// <param name="name">The words of the name, lower case without accents.</param>
    public IReadOnlyList<Term> Terms(string office, IReadOnlyList<string> name)
    {
        for (var from = 0; from < name.Count; from++)
        {
            if (!_terms.TryGetValue(office + " " + string.Join(' ', name.Skip(from)), out var terms))
                continue;
            return from == 0 ? terms : [.. terms.Where(t => SameFirstName(t.Name, name[0]))];
        }
        // Chinese, Hungarian and Korean order: the surname first
        return name.Count > 1 && _terms.TryGetValue(office + " " + name[0], out var first) ? [.. first.Where(t => t.Name == string.Join(' ', name))] : [];
    }

    // "Joe" is "Joseph"; "Bola" is not "Lyndon"
    private static bool SameFirstName(string full, string first) => full.Length > 1 && first.Length > 1 && string.CompareOrdinal(full, 0, first, 0, 2) == 0;

    private void Add(string key, Term term)
    {
        if (!_terms.TryGetValue(key, out var terms))
            _terms[key] = terms = [];
        terms.Add(term);
    }

    /// <summary>Lower case without accents, as the list is written.</summary>
    public static string Fold(string norm)
    {
        if (Ascii.IsValid(norm))
            return norm;
        var plain = new StringBuilder(norm.Length);
        foreach (var rune in norm.EnumerateRunes())
        {
            if (rune.Value != 0xFFFD)
                plain.Append(rune);
        }
        var folded = new StringBuilder(norm.Length);
        foreach (var c in plain.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                folded.Append(c);
        }
        return folded.ToString();
    }
}
