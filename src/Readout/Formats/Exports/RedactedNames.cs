using System.Globalization;
using System.Text.RegularExpressions;

namespace Readout.Formats.Exports;

/// <summary>
/// Names to be replaced, and everything on the pages that stands for them: each way in which the person is named, and each
/// word of the name alone, for a surname in an address tells as much as the name. Rather a namesake too many than one line
/// that gives somebody away.
/// </summary>
internal sealed class RedactedNames
{
    // Shorter words of a name ("de", "al") stand everywhere.
    private const int ShortestWord = 3;

    private readonly List<(Regex Pattern, string Label)> _patterns = [];
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public RedactedNames(RecordView record, IReadOnlyList<string> names)
    {
        var taken = record.Root.Rows("entities").Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, number) in names.Select((n, i) => (n, i + 1)))
        {
            var label = string.Create(CultureInfo.InvariantCulture, $"[name {number}]");
            var forms = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { name };
            foreach (var entity in Bearers(record, name).Where(e => !_ids.ContainsKey(e.Id)))
            {
                forms.UnionWith(Forms(record, entity));
                // An id is made of the name; whoever guesses the name could make it again.
                _ids[entity.Id] = Fresh(taken);
                if (entity.Text("knownAs") is { } known)
                    _known.Add(known);
            }
            var words = forms.SelectMany(Words).Where(w => w.Length >= ShortestWord);
            var alternatives = forms.Concat(words).Select(f => string.Join("[^\\p{L}\\p{Nd}]+", Words(f).Select(Regex.Escape))).Where(p => p.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(p => p.Length).ThenBy(p => p, StringComparer.Ordinal);
            _patterns.Add((new Regex($"(?<![\\p{{L}}\\p{{Nd}}])(?:{string.Join('|', alternatives)})(?![\\p{{L}}\\p{{Nd}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), label));
        }
    }

    /// <summary>Somebody on the pages is called so.</summary>
    public static bool IsKnown(RecordView record, string name) => Bearers(record, name).Any();

    public bool IsIn(string text) => _known.Contains(text) || _patterns.Exists(p => p.Pattern.IsMatch(text));

    /// <summary>The text with a label for each name, the same for the same person, and other ids for theirs.</summary>
    public string Replaced(string text)
    {
        if (_patterns.Count == 0)
            return text;
        if (_ids.TryGetValue(text, out var id))
            return id;
        foreach (var (pattern, label) in _patterns)
            text = pattern.Replace(text, label);
        foreach (var (own, other) in _ids)
            text = text.Replace(own, other, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Where names stand in a text (UTF-16).</summary>
    public IEnumerable<(int Start, int Length)> Places(string text) => _patterns.SelectMany(p => p.Pattern.Matches(text).Select(m => (m.Index, m.Length)));

    private static IEnumerable<Row> Bearers(RecordView record, string name) =>
        record.Root.Rows("entities").Where(e => e.Id == name || Forms(record, e).Contains(string.Join(' ', Words(name)), StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> Forms(RecordView record, Row entity) =>
        entity.Rows("mentions").Where(m => m.Text("form") is "name" or "short-name" or "acronym").Select(m => record.Words(m)).Append(entity.Text("name")).OfType<string>()
            .Select(f => string.Join(' ', Words(f))).Distinct(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Words(string text) => Regex.Split(text, "[^\\p{L}\\p{Nd}]+").Where(w => w.Length > 0);

    private static string Fresh(HashSet<string> taken)
    {
        for (var i = 1; ; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"e{i:x6}");
            if (taken.Add(id))
                return id;
        }
    }
}
