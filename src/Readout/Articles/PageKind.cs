using Readout.Pages;

namespace Readout.Articles;

/// <summary>Tells pages that list other pages from pages that hold a report.</summary>
internal static class PageKind
{
    private const int MinLinks = 8;

    public static bool IsIndex(IReadOnlyList<BlockView> blocks)
    {
        int links = 0, linkWords = 0, words = 0, sentences = 0;
        foreach (var block in blocks)
        {
            words += block.Words;
            if (block.LinkShare > 0.7)
            {
                links++;
                linkWords += block.Words;
            }
            else if (block.IsSentence && block.LinkShare < 0.3)
            {
                sentences += block.Words;
            }
        }
        return links >= MinLinks && linkWords > words * 0.6 && sentences < 60 && sentences < linkWords * 0.3;
    }
}
