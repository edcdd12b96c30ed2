using System.Net;
using Readout.Languages;

namespace Readout.Claims;

/// <summary>A person as a list of authors names them.</summary>
/// <param name="Surname">Letters only, lower case, without accents: what people are joined by.</param>
/// <param name="Given">Given names or initials as written; empty where none are.</param>
/// <param name="Family">The surname as written.</param>
internal sealed record ListedPerson(string Surname, string Given, string Family)
{
    /// <summary>The surname; with the first initial where two of one surname stand in one list.</summary>
    public string Key { get; init; } = Surname;
}

/// <summary>
/// Reads lists of authors as sellers and libraries write them: "Pell, Jory; Moll, Ada", "Jory Pell and Ada Moll", "PELL/MOLL",
/// "Pell, Jory (Author) Moll, Ada (Author)". People are told apart by surname.
/// </summary>
internal static class NameLists
{
    // A list in which a name has more words runs names together.
    private const int MostWords = 4;

    // A surname of two letters is found in anything.
    private const int ShortestFound = 3;

    private const char Break = '\u0001';

    private static readonly Lazy<HashSet<string>> NoNames = new(() => Language.En.Words("name-list-words.txt"));

    /// <summary>
    /// The people of each of several lists of the same people. A list without marks between names ("PELL, JORYMOLL, ADA") is read by
    /// the surnames that the others give. A list of nobody is empty.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<ListedPerson>> Read(IReadOnlyList<string> lists)
    {
        var read = lists.Select(Read).ToList();
        var shared = read.Where(r => r.IsClear).SelectMany(r => r.People.GroupBy(p => p.Surname, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)).ToHashSet(StringComparer.Ordinal);
        var known = read.Where(r => r.IsClear).SelectMany(r => r.People).DistinctBy(p => p.Surname).Where(p => !shared.Contains(p.Surname)).OrderBy(p => p.Surname, StringComparer.Ordinal).ToList();
        return [.. read.Select((r, i) => Keyed(r.IsClear ? r.People : Found(lists[i], known), shared))];
    }

    // Of two Molls "Moll" alone is neither.
    private static List<ListedPerson> Keyed(IReadOnlyList<ListedPerson> people, HashSet<string> shared) =>
    [
        .. people.Where(p => !shared.Contains(p.Surname) || Initial(p).Length > 0)
            .Select(p => shared.Contains(p.Surname) ? p with { Key = $"{p.Surname} {Initial(p)}" } : p)
            .DistinctBy(p => p.Key),
    ];

    private static string Initial(ListedPerson person) => Letters(person.Given) is { Length: > 0 } letters ? letters[..1] : "";

    private static List<ListedPerson> Found(string list, List<ListedPerson> known)
    {
        var letters = Letters(WebUtility.HtmlDecode(list));
        var found = known.FindAll(p => p.Surname.Length >= ShortestFound && letters.Contains(p.Surname, StringComparison.Ordinal));
        return found.FindAll(p => !found.Exists(o => o.Surname.Length > p.Surname.Length && o.Surname.Contains(p.Surname, StringComparison.Ordinal)));
    }

    private static (IReadOnlyList<ListedPerson> People, bool IsClear) Read(string list)
    {
        var people = new List<ListedPerson>();
        var isClear = true;
        foreach (var part in Parts(Clean(list)))
            isClear &= ReadPart(part, people);
        return ([.. people.DistinctBy(p => (p.Surname, Initial(p)))], isClear);
    }

    // One or more names with nothing but commas between them; false where they can't be told apart.
    private static bool ReadPart(string part, List<ListedPerson> people)
    {
        var segments = part.Split(',').Select(Words).Where(w => w.Count > 0).ToList();
        if (segments.Count == 1)
        {
            Add(people, segments[0][..^1], segments[0][^1]);
            return segments[0].Count <= MostWords;
        }
        if (segments.TrueForAll(s => s.Count >= 2))
        {
            foreach (var name in segments)
                Add(people, name[..^1], name[^1]);
            return segments.TrueForAll(s => s.Count <= MostWords);
        }
        if (segments.Count == 2)
        {
            Add(people, segments[1], segments[0][^1]);
            return segments[0].Count <= 2 && segments[1].Count <= 3;
        }
        // Pell, Jory, Moll, Ada
        var isPaired = segments.Count % 2 == 0 && !segments.Where((s, i) => i % 2 == 0 && s.Count > 1).Any();
        for (var i = 0; isPaired && i < segments.Count; i += 2)
            Add(people, segments[i + 1], segments[i][0]);
        return isPaired && segments.TrueForAll(s => s.Count <= 3);
    }

    private static void Add(List<ListedPerson> people, List<string> given, string family)
    {
        var surname = Letters(family);
        if (surname.Length > 0)
            people.Add(new ListedPerson(surname, string.Join(' ', given), family));
    }

    private static IEnumerable<string> Parts(string list) => list.Split(Break).Where(p => Words(p).Count > 0);

    // Entities decoded, parts played left out; marks and words between names, and brackets, become breaks.
    private static string Clean(string list)
    {
        var text = WebUtility.HtmlDecode(WebUtility.HtmlDecode(list));
        var clean = new System.Text.StringBuilder(text.Length);
        var depth = 0;
        foreach (var c in text)
        {
            if (c is '(' or '[')
            {
                depth++;
                clean.Append(Break);
            }
            else if (c is ')' or ']')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (depth == 0)
            {
                clean.Append(c is ';' or '/' or '|' or '&' or '~' or '<' or '>' ? Break : c is '’' ? '\'' : c);
            }
        }
        var words = clean.ToString().Replace(Break.ToString(), $" {Break} ", StringComparison.Ordinal).Replace(",", " , ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select(w => w.Equals("and", StringComparison.OrdinalIgnoreCase) || w.Equals("und", StringComparison.OrdinalIgnoreCase) ? Break.ToString() : w)
            .Select(w => w.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && IsNoName(w[..hyphen]) ? w[(hyphen + 1)..] : w)
            .Where(w => !IsNoName(w)));
    }

    private static bool IsNoName(string word) => NoNames.Value.Contains(word.TrimEnd('.', ':').ToLowerInvariant());

    private static List<string> Words(string text) =>
        [.. text.Split([' ', '.', '"', ':'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetter))];

    private static string Letters(string text)
    {
        var letters = new System.Text.StringBuilder(text.Length);
        foreach (var c in text.Normalize(System.Text.NormalizationForm.FormKD))
        {
            if (char.IsLetter(c))
                letters.Append(char.ToLowerInvariant(c));
        }
        return letters.ToString();
    }
}
