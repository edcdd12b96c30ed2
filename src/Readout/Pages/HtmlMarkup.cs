using System.Buffers;
using System.Globalization;
using Readout.Pages.Dom;

namespace Readout.Pages;

/// <summary>
/// A page's markup made ready for the parser: what would make it slow is bounded, and what nobody reads is left out.
/// Scripts' texts stay here; their elements hold a sign in their place.
/// </summary>
internal sealed class HtmlMarkup : IDisposable
{
    /// <summary>Opens the sign that stands for a script's text; pages have no use for it.</summary>
    public const char Sign = '\uE000';

    /// <summary>Length of a sign. Texts shorter than this are left where they are, so that none can be taken for one.</summary>
    public const int SignLength = 6;

    private readonly string _html;
    private readonly IReadOnlyList<(int Start, int End)> _scripts;
    private readonly char[]? _rented;

    public HtmlMarkup(string html, char[]? rented, int length, IReadOnlyList<(int Start, int End)> scripts)
    {
        (_html, _rented, _scripts) = (html, rented, scripts);
        Text = rented is null ? html.AsMemory() : rented.AsMemory(0, length);
    }

    /// <summary>What the parser is to read.</summary>
    public ReadOnlyMemory<char> Text { get; }

    /// <summary>True where elements were nested deeper than <see cref="HtmlDepth.Max"/>.</summary>
    public bool IsDeep { get; init; }

    /// <summary>True where a tag's meaning hangs on more than the tags before it, so that nothing was left out, or a part of the page stands apart.</summary>
    public bool IsIntricate { get; init; }

    /// <summary>The text of a script element of the parsed page.</summary>
    public string TextOf(DomElement script)
    {
        var text = script.Text;
        if (text.Length != SignLength || text[0] != Sign
            || !int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= _scripts.Count)
            return text;
        var (start, end) = _scripts[number];
        var original = _html[start..end];
        // As the parser reads line breaks.
        return original.Contains('\r', StringComparison.Ordinal) ? original.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : original;
    }

    /// <summary>Gives the room back. The parsed page must not be used any more.</summary>
    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<char>.Shared.Return(_rented);
    }
}
