using System.Text;
using Readout.Languages;

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
        var found = new Dictionary<string, List<(string Word, ContextKind Kind)>>(StringComparer.Ordinal);
        var mass = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        foreach (var block in blocks)
        {
            if (!found.TryGetValue(block.Block.Context, out var words))
                found[block.Block.Context] = words = Find(block.Block.Context);
            block.Track = TrackOf(block.Block.Context);
            if (!block.IsSentence || block.LinkShare > 0.5)
                continue;
            total += block.Words;
            foreach (var (word, _) in words)
                mass[word] = mass.GetValueOrDefault(word) + block.Words;
        }
        foreach (var block in blocks)
        {
            foreach (var (word, kind) in found[block.Block.Context])
            {
                var outside = total - mass.GetValueOrDefault(word);
                var share = kind == ContextKind.Hard ? MinOutsideHard : MinOutsideSoft;
                if (kind > block.Context && outside >= MinOutsideWords && outside >= total * share)
                    block.Context = kind;
            }
        }
    }

    private static List<(string Word, ContextKind Kind)> Find(string context)
    {
        var found = new List<(string, ContextKind)>();
        var words = Words.Value;
        foreach (var element in context.Split('/'))
        {
            foreach (var token in element.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var kind = KindOf(token, words);
                if (kind != ContextKind.Neutral && !found.Exists(f => f.Item1 == token))
                    found.Add((token, kind));
            }
        }
        return found;
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

    private static string TrackOf(string context)
    {
        var slash = context.LastIndexOf('/');
        var own = context[(slash + 1)..];
        var name = own.IndexOf(' ', StringComparison.Ordinal) is var blank and >= 0 ? own[..blank] : own;
        var path = Readout.Pages.HtmlElements.HoldsWordsOnly(name) && slash >= 0 ? context[..slash] : context;
        var track = new StringBuilder(path.Length);
        foreach (var c in path)
        {
            if (!char.IsDigit(c))
                track.Append(c);
        }
        return track.ToString();
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
