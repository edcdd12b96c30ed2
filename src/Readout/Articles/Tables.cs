using Readout.Pages;

namespace Readout.Articles;

/// <summary>Keeps tables whole: where most of a table's cells belong to the report, the rest and its caption do.</summary>
internal static class Tables
{
    private const double MinShare = 0.5;

    /// <summary>Adds the cells that are missing from tables of which most cells are chosen.</summary>
    public static void Complete(IReadOnlyList<BlockView> blocks, List<int> chosen)
    {
        var taken = new HashSet<int>(chosen);
        var tables = new Dictionary<PageElement, (int Chosen, List<int> All)>();
        var isWhole = true;
        foreach (var block in blocks)
        {
            if (block.Block.Kind is not BlockKind.TableCell || TableOf(block) is not { } table)
                continue;
            var (count, all) = tables.GetValueOrDefault(table, (0, []));
            all.Add(block.Index);
            var isChosen = taken.Contains(block.Index);
            tables[table] = (count + (isChosen ? 1 : 0), all);
            isWhole &= isChosen;
        }
        if (isWhole)
            return;
        foreach (var (count, all) in tables.Values)
        {
            if (count < all.Count && count >= all.Count * MinShare)
                taken.UnionWith(all.Where(i => blocks[i].Furniture == FurnitureKind.None));
        }
        if (taken.Count == chosen.Count)
            return;
        chosen.Clear();
        chosen.AddRange(taken.Order());
    }

    private static PageElement? TableOf(BlockView block)
    {
        for (var element = block.Block.Element; element is not null; element = element.Parent)
        {
            if (element.Name == "table")
                return element;
        }
        return null;
    }
}
