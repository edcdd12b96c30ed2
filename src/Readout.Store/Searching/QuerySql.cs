using System.Text;
using Dapper;

namespace Readout.Store.Searching;

/// <summary>
/// A search as SQL: the words that every hit must have go into one full-text match, by which hits are ranked; everything else is a
/// condition on the hit.
/// </summary>
internal sealed class QuerySql
{
    private readonly IReadOnlyList<string?> _languages;
    private readonly string? _visit;
    private readonly bool _asksNumberOnly;

    /// <param name="languages">Languages of the workspace: a word is looked for by its stem in each.</param>
    /// <param name="visit">When the user last looked; null for never.</param>
    public QuerySql(Query query, IReadOnlyList<string?> languages, string? visit)
    {
        (_languages, _visit) = (languages, visit);
        IReadOnlyList<Query> parts = query is Query.And all ? all.Parts : [query];
        var words = parts.Where(IsWords).ToList();
        var match = words.Count > 0 ? Match(words.Count == 1 ? words[0] : new Query.And(words)) : null;
        if (match is not null)
            Values.Add("match", match);
        MatchText = match;
        var others = parts.Where(p => !IsWords(p)).ToList();
        Conditions = [.. others.Select(Condition)];
        _asksNumberOnly = match is not null && others.TrueForAll(AsksNumberOnly);
    }

    public DynamicParameters Values { get; } = new();

    /// <summary>What FTS5 is asked; null where the search names no words.</summary>
    public string? MatchText { get; }

    /// <summary>Conditions that hold beside.</summary>
    public IReadOnlyList<string> Conditions { get; }

    /// <summary>What a hit's number is called.</summary>
    public string Id => MatchText is null ? "h.id" : "s.rowid";

    /// <summary>From where the hits come, with all conditions; only the index is asked where that is enough.</summary>
    public string From => _asksNumberOnly ? $"FROM search s WHERE {Where}" : FromHits;

    /// <summary>From where the hits come, the hit itself under the name <c>h</c>.</summary>
    public string FromHits => MatchText is null ? $"FROM hit h WHERE {Where}" : $"FROM search s JOIN hit h ON h.id = s.rowid WHERE {Where}";

    private string Where => string.Join(" AND ", [.. MatchText is null ? [] : (string[])["search MATCH @match"], .. Conditions.DefaultIfEmpty("true")]);

    private static bool AsksNumberOnly(Query query) => query switch
    {
        Query.Filter filter => FilterValues.AsksNumberOnly(filter),
        Query.Not but => AsksNumberOnly(but.Part),
        Query.And all => all.Parts.All(AsksNumberOnly),
        Query.Or either => either.Parts.All(AsksNumberOnly),
        _ => true,
    };

    // FTS5 knows no "everything but", so a part with only a NOT is a condition.
    private static bool IsWords(Query query) => query switch
    {
        Query.Phrase or Query.Near => true,
        Query.And all => all.Parts.All(p => IsWords(p) || p is Query.Not but && IsWords(but.Part)) && all.Parts.Any(IsWords),
        Query.Or either => either.Parts.All(IsWords),
        _ => false,
    };

    private string Condition(Query query)
    {
        switch (query)
        {
            case Query.Filter filter:
                return FilterValues.Condition(filter, Id, Values, _visit);
            case Query.Not but:
                return $"NOT {Condition(but.Part)}";
            case Query.And all when !IsWords(all):
                return $"({string.Join(" AND ", all.Parts.Select(Condition))})";
            case Query.Or either when !IsWords(either):
                return $"({string.Join(" OR ", either.Parts.Select(Condition))})";
            default:
                var name = FormattableString.Invariant($"m{Values.ParameterNames.Count()}");
                Values.Add(name, Match(query));
                return $"{Id} IN (SELECT rowid FROM search WHERE search MATCH @{name})";
        }
    }

    private string Match(Query query) => query switch
    {
        Query.Phrase phrase => InEachLanguage(phrase.Field, l => Text(phrase, l)),
        Query.Near near => InEachLanguage(
            near.Phrases[0].Field, l => FormattableString.Invariant($"NEAR({string.Join(' ', near.Phrases.Select(p => Text(p, l)))}, {near.Distance})")),
        Query.And all => And(all),
        Query.Or either => $"({string.Join(" OR ", either.Parts.Select(Match))})",
        _ => throw new InvalidOperationException($"No words: {query}"),
    };

    private string And(Query.And all)
    {
        var text = new StringBuilder("(").AppendJoin(" AND ", all.Parts.Where(p => p is not Query.Not).Select(Match)).Append(')');
        foreach (var but in all.Parts.OfType<Query.Not>())
            text.Insert(0, '(').Append(" NOT ").Append(Match(but.Part)).Append(')');
        return text.ToString();
    }

    private string InEachLanguage(string? field, Func<string?, string> write)
    {
        var variants = _languages.Select(write).Distinct(StringComparer.Ordinal).ToList();
        var columns = field ?? "{title body}";
        return variants.Count == 1 ? $"{columns} : {variants[0]}" : $"({string.Join(" OR ", variants.Select(v => $"{columns} : {v}"))})";
    }

    private static string Text(Query.Phrase phrase, string? language) =>
        $"\"{string.Join(' ', phrase.Words.Select((w, i) => phrase.IsPrefix && i == phrase.Words.Count - 1 ? w : Terms.Of(w, language)))}\"{(phrase.IsPrefix ? "*" : "")}";
}
