using Readout.Articles.Blocks;

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

    /// <summary>Gives each block the facts of its element, and what they say of its purpose.</summary>
    public static void Classify(IReadOnlyList<BlockView> blocks)
    {
        ElementFacts.Give(blocks);
        var mass = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        foreach (var block in blocks)
        {
            if (!block.IsSentence || block.LinkShare > 0.5)
                continue;
            total += block.Words;
            foreach (var word in block.Facts?.Around ?? [])
                mass[word.Token] = mass.GetValueOrDefault(word.Token) + block.Words;
        }
        foreach (var block in blocks)
        {
            if (block.Facts is { InThread: true })
                block.Context = ContextKind.Hard;
            foreach (var word in block.Facts?.Around ?? [])
            {
                if (word.Kind <= block.Context)
                    continue;
                var outside = total - mass.GetValueOrDefault(word.Token);
                var share = word.Kind == ContextKind.Hard ? MinOutsideHard : MinOutsideSoft;
                if (outside >= MinOutsideWords && outside >= total * share)
                    block.Context = word.Kind;
            }
        }
    }
}
