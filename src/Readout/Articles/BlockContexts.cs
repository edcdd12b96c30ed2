using Readout.Languages;
using Readout.Pages;

namespace Readout.Articles;

/// <summary>What the markup around a block says about its purpose.</summary>
internal enum ContextKind { Neutral, Soft, Hard }

/// <summary>Reads purposes from class names, ids and roles, and forgets those that cover the whole page.</summary>
internal static class BlockContexts
{
    // A word that stands around nearly all text of a page (a layout's name, a page builder's) says nothing about a part of it.
    private const double MinOutsideSoft = 0.35;
    private const double MinOutsideHard = 0.12;
    private const int MinOutsideWords = 60;

    private static readonly Lazy<Dictionary<string, ContextKind>> Words = new(Load);

    public static void Classify(IReadOnlyList<BlockView> blocks)
    {
        var found = new Dictionary<PageElement, List<(string Word, ContextKind Kind)>>();
        var tracks = new Dictionary<PageElement, ulong>();
        var mass = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        foreach (var block in blocks)
        {
            var words = Find(block.Block.Element, found);
            block.Track = TrackOf(block.Block.Element, tracks);
            if (!block.IsSentence || block.LinkShare > 0.5)
                continue;
            total += block.Words;
            foreach (var (word, _) in words)
                mass[word] = mass.GetValueOrDefault(word) + block.Words;
        }
        foreach (var block in blocks)
        {
            foreach (var (word, kind) in Find(block.Block.Element, found))
            {
                var outside = total - mass.GetValueOrDefault(word);
                var share = kind == ContextKind.Hard ? MinOutsideHard : MinOutsideSoft;
                if (kind > block.Context && outside >= MinOutsideWords && outside >= total * share)
                    block.Context = kind;
            }
        }
    }

    // What stands around an element stands around all that is in it: an element adds its own words to its parent's.
    private static List<(string Word, ContextKind Kind)> Find(PageElement? element, Dictionary<PageElement, List<(string Word, ContextKind Kind)>> found)
    {
        if (element is null)
            return [];
        if (found.TryGetValue(element, out var known))
            return known;
        var outer = Find(element.Parent, found);
        var all = outer;
        Add(element.Name, outer, ref all);
        foreach (var range in element.Label.AsSpan().Split(' '))
            Add(element.Label.AsSpan(range), outer, ref all);
        return found[element] = all;
    }

    private static void Add(ReadOnlySpan<char> token, List<(string Word, ContextKind Kind)> outer, ref List<(string Word, ContextKind Kind)> all)
    {
        var kind = token.IsEmpty ? ContextKind.Neutral : KindOf(token);
        if (kind == ContextKind.Neutral)
            return;
        foreach (var (word, _) in all)
        {
            if (token.SequenceEqual(word))
                return;
        }
        if (ReferenceEquals(all, outer))
            all = [.. outer];
        all.Add((token.ToString(), kind));
    }

    // Templates repeat a few thousand tokens; what one means is looked up once. Bounded, because pages choose the tokens.
    private const int MaxKnown = 20_000;
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, ContextKind> Known = new(StringComparer.Ordinal);

    /// <summary>What one class name or id says about a part's purpose.</summary>
    public static ContextKind KindOf(ReadOnlySpan<char> token)
    {
        var lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(token, out var known))
            return known;
        var kind = KindOf(token.ToString(), Words.Value);
        if (Known.Count < MaxKnown)
            lookup.TryAdd(token, kind);
        return kind;
    }

    private static ContextKind KindOf(string token, Dictionary<string, ContextKind> words)
    {
        if (words.TryGetValue(token, out var whole))
            return whole;
        // "has-sidebar", "no-comments" describe the layout, not the part.
        if (token.StartsWith("has-", StringComparison.Ordinal) || token.StartsWith("no-", StringComparison.Ordinal) || token.StartsWith("with", StringComparison.Ordinal))
            return ContextKind.Neutral;
        var best = ContextKind.Neutral;
        foreach (var (word, kind) in words)
        {
            if (kind <= best)
                continue;
            var at = token.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && (word.Length >= 6 || IsPart(token, at, word.Length)))
                best = kind;
        }
        return best;
    }

    private static bool IsPart(string token, int at, int length) =>
        (at == 0 || !char.IsLetter(token[at - 1])) && (at + length == token.Length || !char.IsLetter(token[at + length]));

    // Templates are compared, never read, so the path of names without their numbers is kept as a hash (FNV-1a, 64 bits).
    private static ulong TrackOf(PageElement? element, Dictionary<PageElement, ulong> tracks)
    {
        if (element is { Parent: { } parent } && HtmlElements.HoldsWordsOnly(element.Name))
            element = parent;
        return PathOf(element, tracks);
    }

    private static ulong PathOf(PageElement? element, Dictionary<PageElement, ulong> tracks)
    {
        if (element is null)
            return 14695981039346656037;
        if (tracks.TryGetValue(element, out var known))
            return known;
        return tracks[element] = Hash(element.Label, Hash(element.Name, PathOf(element.Parent, tracks)));
    }

    private static ulong Hash(string words, ulong hash)
    {
        foreach (var c in words)
        {
            if (!char.IsDigit(c))
                hash = (hash ^ c) * 1099511628211;
        }
        return (hash ^ '/') * 1099511628211;
    }

    private static Dictionary<string, ContextKind> Load()
    {
        var words = new Dictionary<string, ContextKind>(StringComparer.Ordinal);
        foreach (var line in Resource.Lines("context.txt"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            words[line[(tab + 1)..]] = line.StartsWith("hard", StringComparison.Ordinal) ? ContextKind.Hard : ContextKind.Soft;
        }
        return words;
    }
}
