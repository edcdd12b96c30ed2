using Readout.Pages;

namespace Readout.Articles.Blocks;

/// <summary>What the body model is told of the markup around a block: its kind, and what the elements around it are for.</summary>
internal static class MarkupFeatures
{
    /// <summary>Adds them.</summary>
    public static void Add(FeatureRow row, BlockView block)
    {
        var kind = block.Block.Kind;
        row.Add("heading", block.Block.Level);
        row.Add("list item", kind == BlockKind.ListItem ? 1 : 0);
        row.Add("cell", kind == BlockKind.TableCell ? 1 : 0);
        row.Add("caption", kind == BlockKind.Caption ? 1 : 0);
        row.Add("quote", kind == BlockKind.Quote ? 1 : 0);
        var facts = block.Facts;
        var name = facts?.Element.Name ?? "";
        row.Add("p", name == "p" ? 1 : 0);
        row.Add("div", name is "div" or "section" ? 1 : 0);
        row.Add("button", name == "button" ? 1 : 0);
        row.Add("hard", facts?.HardDistance ?? ElementFacts.Far);
        row.Add("soft", facts?.SoftDistance ?? ElementFacts.Far);
        row.Add("body", facts?.BodyDistance ?? ElementFacts.Far);
        row.Add("hard minus body", facts is null ? 0 : facts.HardDistance - facts.BodyDistance);
        var inside = facts?.Inside ?? ElementFacts.Part.None;
        foreach (var part in (ReadOnlySpan<ElementFacts.Part>)[ElementFacts.Part.Article, ElementFacts.Part.Main, ElementFacts.Part.Aside, ElementFacts.Part.Frame, ElementFacts.Part.Figure, ElementFacts.Part.Form, ElementFacts.Part.List, ElementFacts.Part.Table, ElementFacts.Part.Quote])
            row.Add("in ", (int)part, (inside & part) != ElementFacts.Part.None ? 1 : 0);
    }
}
