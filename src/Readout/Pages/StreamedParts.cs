using Readout.Pages.Dom;

namespace Readout.Pages;

/// <summary>
/// Puts the parts of a streamed page in their places. Servers that render with React send a page's frame first, with empty
/// templates where something is still being made (<c>&lt;template id="B:1"&gt;</c>), and each part later, hidden, at the end
/// (<c>&lt;div hidden id="S:1"&gt;</c>); a line of script behind it moves it. No other script is needed to read such a page.
/// </summary>
internal static class StreamedParts
{
    private const string Sign = "\"S:";

    /// <summary>Moves every part that has a place; those without one stay hidden.</summary>
    public static void Place(DomDocument document, HtmlMarkup markup)
    {
        if (markup.Text.Span.IndexOf(Sign) < 0)
            return;
        var places = new Dictionary<string, DomElement>(StringComparer.Ordinal);
        var parts = new List<(string Id, DomElement Part)>();
        foreach (var element in document.Elements)
        {
            if (element.Attribute("id") is not { Length: > 2 } id || id[1] != ':')
                continue;
            if (element.Name == "template" && id[0] is 'B' or 'P')
                places.TryAdd(id[2..], element);
            else if (id[0] == 'S' && element.Has("hidden"))
                parts.Add((id[2..], element));
        }
        foreach (var (id, part) in parts)
        {
            if (places.Remove(id, out var place) && MayHold(place, part))
                place.Parent!.Replace(place, part);
        }
    }

    // Parts stand in parts, but not in themselves, and no deeper than a page's elements do.
    private static bool MayHold(DomElement place, DomElement part)
    {
        var depth = 0;
        for (DomNode? around = place.Parent; around is not null && around != part; around = around.Parent)
        {
            if (++depth > HtmlDepth.Max)
                return false;
            if (around is DomDocument)
                return true;
        }
        return false;
    }
}
