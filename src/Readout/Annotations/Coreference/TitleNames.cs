namespace Readout.Annotations;

/// <summary>Which people the headline names, and whether it is nothing but one's name, as that of a portrait.</summary>
internal sealed class TitleNames
{
    private const int LongestName = 5;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly bool _isName;
    private readonly List<EntityDraft> _entities;

    public TitleNames(string? title, List<EntityDraft> entities, Lexicon lexicon)
    {
        _entities = entities;
        if (title is null)
            return;
        var words = title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        _isName = words.Length <= LongestName;
        foreach (var word in words)
        {
            var bare = word.Trim(',', '.', ':', ';', '\'', '"', '’', '“', '”', '(', ')', '?', '!');
            _isName &= bare.Length > 0 && (char.IsUpper(bare[0]) || lexicon.Connectors.Contains(bare));
            var folded = Lexicon.Fold(bare.ToLowerInvariant());
            _words.Add(folded.EndsWith("’s", StringComparison.Ordinal) || folded.EndsWith("'s", StringComparison.Ordinal) ? folded[..^2] : folded);
        }
    }

    /// <summary>The title is this name, or one that it shortens.</summary>
    public bool IsExactly(int entity) => _isName && Names(entity);

    public bool Names(int entity)
    {
        if (_words.Count == 0)
            return false;
        var name = Lexicon.Fold(_entities[entity].Name.ToLowerInvariant());
        return _words.Contains(name[(name.LastIndexOf(' ') + 1)..]);
    }
}
