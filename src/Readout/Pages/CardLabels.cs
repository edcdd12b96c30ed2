using Readout.Pages.Dom;

namespace Readout.Pages;

/// <summary>
/// Reads the labelled values of a page's preview card (<c>twitter:label1</c> "Written by", <c>twitter:data1</c> "Ada Moll"),
/// where many publishing systems name the writer and nowhere else.
/// </summary>
internal sealed class CardLabels(PageWriter writer)
{
    private const int MaxPairs = 8;

    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);

    /// <summary>Takes a meta element; a value whose label came before it is written as <c>card.label</c>.</summary>
    public void Read(DomElement meta)
    {
        var name = (meta.Attribute("name") ?? meta.Attribute("property"))?.Trim().ToLowerInvariant();
        if (name is null || _labels.Count >= MaxPairs)
            return;
        if (name.StartsWith("twitter:label", StringComparison.Ordinal))
            _labels[name["twitter:label".Length..]] = meta.Attribute("content") ?? "";
        else if (name.StartsWith("twitter:data", StringComparison.Ordinal) && _labels.TryGetValue(name["twitter:data".Length..], out var label))
            writer.Line("meta", "card:" + label.Trim().TrimEnd(':').ToLowerInvariant(), "card." + label.Trim(), meta.Attribute("content"));
    }
}
