using Readout.Articles.Blocks;
using Readout.Pages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>What a block looks like to somebody searching for the report.</summary>
internal sealed class BlockView
{
    public BlockView(Page page, int index)
    {
        Index = index;
        Block = page.Blocks[index];
        var text = page.Text.Chars(Block.Span);
        Count(text);
        EndsSentence = Ends(text);
        LinkShare = Block.Span.Length == 0 ? 0 : (double)Block.LinkLength / Block.Span.Length;
        // The first words tell furniture; a long paragraph is searched no further.
        Norm = PhraseIndex.Normalize(text[..Math.Min(text.Length, 400)]);
        Furniture = Articles.Furniture.KindOf(Norm, Words, EndsSentence);
        if (Furniture == FurnitureKind.None && (text[0] is '©' or '®' || text.StartsWith("(c) ", StringComparison.OrdinalIgnoreCase)))
            Furniture = FurnitureKind.Line;
        IsSentence = Furniture == FurnitureKind.None && ((EndsSentence && Words >= 6 && LowerWords * 3 >= Words) || (Words >= 20 && LowerWords * 3 >= Words));
        IsTruncated = text.EndsWith("...") || text.EndsWith("…") || text.EndsWith("[…]") || text.EndsWith("[...]");
    }

    public int Index { get; }

    public Block Block { get; }

    public string Norm { get; }

    public int Words { get; private set; }

    /// <summary>Words that begin in lower case (or in a script without case).</summary>
    public int LowerWords { get; private set; }

    public double LinkShare { get; }

    public bool EndsSentence { get; }

    public bool IsSentence { get; }

    /// <summary>Ends in dots, as blurbs of teasers do.</summary>
    public bool IsTruncated { get; }

    public FurnitureKind Furniture { get; }

    /// <summary>A heading by its markup, or a short line of its own that is no sentence.</summary>
    public bool IsHeading => Block.Kind == BlockKind.Heading || (Block.Kind == BlockKind.Paragraph && !EndsSentence && !IsSentence && Words <= 14);

    /// <summary>What the markup around it says; set by <see cref="BlockContexts"/>.</summary>
    public ContextKind Context { get; set; }

    /// <summary>What is known of the element it stands in; set by <see cref="BlockContexts"/>, null in plain text.</summary>
    public ElementFacts? Facts { get; set; }

    /// <summary>The elements it stands in, numbers left out: blocks written by one template share it.</summary>
    public ulong Track => Facts?.Template ?? ElementFacts.NoTemplate;

    // Scripts without blanks between words are counted by characters, two to a word.
    private void Count(ReadOnlySpan<char> text)
    {
        var inWord = false;
        var dense = 0;
        foreach (var c in text)
        {
            if (c is >= '\u3040' and <= '\u9fff' or >= '\uac00' and <= '\ud7a3' or >= '\u0e00' and <= '\u0e7f')
            {
                dense++;
                inWord = false;
            }
            else if (char.IsLetterOrDigit(c))
            {
                if (!inWord)
                {
                    Words++;
                    if (!char.IsUpper(c) && !char.IsDigit(c))
                        LowerWords++;
                }
                inWord = true;
            }
            else if (c is not ('\'' or '’' or '-' or '.' or ','))
            {
                inWord = false;
            }
            else if (c is '.' or ',')
            {
                inWord = inWord && false;
            }
        }
        Words += (dense + 1) / 2;
        LowerWords += (dense + 1) / 2;
    }

    private static bool Ends(ReadOnlySpan<char> text)
    {
        var at = text.Length - 1;
        while (at > 0 && text[at] is '"' or '”' or '’' or '\'' or ')' or ']' or '»' or '“' or '*' or '」')
            at--;
        return at >= 0 && text[at] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟' or ':' or '۔';
    }
}
