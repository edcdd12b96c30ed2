using System.Text;
using Readout.Text;

namespace Readout.Pages;

/// <summary>Writes a rendered page: lines of metadata first, then blocks, keeping the place of each.</summary>
internal sealed class PageWriter
{
    // A page states its facts in a few dozen lines; longer values are texts, not facts.
    private const int MaxLines = 200;
    private const int MaxValue = 1000;
    private const int MinSentence = 50;

    private readonly StringBuilder _text = new();
    private readonly List<MetadataLine> _metadata = [];
    private readonly List<Block> _blocks = [];

    public string Text => _text.ToString();

    public IReadOnlyList<MetadataLine> Metadata => _metadata;

    public IReadOnlyList<Block> Blocks => _blocks;

    /// <summary>Blocks that read like sentences rather than menus.</summary>
    public int Sentences { get; private set; }

    /// <summary>Length of these blocks together.</summary>
    public int SentenceLength { get; private set; }

    /// <summary>Number of the JSON-LD object that is being written; 0 outside one.</summary>
    public int Part { get; set; }

    /// <summary>Writes <c>label: value</c> on a line of its own; values are folded to one line.</summary>
    public void Line(string where, string name, string label, string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || _metadata.Count >= MaxLines)
            return;
        _text.Append(label).Append(": ");
        var start = _text.Length;
        Fold(value);
        if (_text.Length > start)
            _metadata.Add(new MetadataLine(where, name, new Span(start, _text.Length)) { Part = Part });
        _text.Append('\n');
    }

    public void EndMetadata()
    {
        if (_text.Length > 0)
            _text.Append('\n');
    }

    /// <summary>Writes a block that is already folded and trimmed.</summary>
    public void Block(StringBuilder words, BlockKind kind, int level, int linkLength, PageElement? element, int container)
    {
        var tight = kind is BlockKind.ListItem or BlockKind.TableCell && _blocks.Count > 0 && _blocks[^1].Kind == kind && _blocks[^1].Container == container;
        if (_blocks.Count > 0)
            _text.Append(tight ? "\n" : "\n\n");
        var start = _text.Length;
        _text.Append(words);
        if (words.Length >= MinSentence && linkLength * 2 <= words.Length && EndsSentence(words))
            (Sentences, SentenceLength) = (Sentences + 1, SentenceLength + words.Length);
        _blocks.Add(new Block(new Span(start, _text.Length), kind, level, Math.Min(linkLength, words.Length), element, container));
    }

    /// <summary>Takes the blocks back, so that the page can be rendered another way; the lines of metadata stay.</summary>
    public void ForgetBlocks()
    {
        if (_blocks.Count > 0)
            _text.Length = _blocks[0].Span.Start;
        _blocks.Clear();
        (Sentences, SentenceLength) = (0, 0);
    }

    private static bool EndsSentence(StringBuilder words)
    {
        for (var i = words.Length - 1; i > words.Length - 4; i--)
        {
            if (words[i] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟' or '۔')
                return true;
            if (char.IsLetterOrDigit(words[i]))
                return false;
        }
        return false;
    }

    private void Fold(string value)
    {
        var start = _text.Length;
        var pending = false;
        foreach (var c in value)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                pending = _text.Length > start;
                continue;
            }
            if (_text.Length - start >= MaxValue && (pending || _text.Length - start >= 2 * MaxValue))
                break;
            if (pending)
                _text.Append(' ');
            pending = false;
            _text.Append(c);
        }
        // The cut must not leave half of a surrogate pair.
        if (_text.Length > start && char.IsHighSurrogate(_text[^1]))
            _text.Length--;
    }
}
