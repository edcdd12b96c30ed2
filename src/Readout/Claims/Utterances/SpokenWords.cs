using System.Globalization;
using Readout.Annotations;
using Readout.Text;

namespace Readout.Claims;

/// <summary>The words of a quotation, ready to be set beside another's.</summary>
internal sealed class SpokenWords
{
    // Longer quotations are aligned by their beginnings.
    private const int LongestRow = 400;

    public SpokenWords(Document document, int index, string? speaker)
    {
        (Document, Index, Speaker) = (document, index, speaker);
        Quotation = document.Quotations[index];
        InMarks = Quotation.Form is QuotationForm.Direct;
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var names = Participants.MentionsIn(document, Quotation.Extent).Where(m => m.Form is MentionForm.Name or MentionForm.ShortName or MentionForm.Acronym).Select(m => m.Span).ToList();
        foreach (var content in Quotation.Content)
        {
            for (var i = Ordered.FirstAt(document.Tokens, content.Start, t => t.Span.Start); i < document.Tokens.Count && document.Tokens[i].Span.Start < content.End; i++)
            {
                var token = document.Tokens[i];
                if (token.Kind is not (TokenKind.Word or TokenKind.Number))
                    continue;
                if (Words.Count < LongestRow)
                    Words.Add(token);
                if (token.Kind is TokenKind.Number)
                    numbers.Add(token.Norm);
                else if (!Stems.IsStop(token.Norm) && !names.Exists(n => n.Contains(token.Span)))
                    stems.Add(Stems.Of(token.Norm));
            }
        }
        for (var i = Ordered.FirstAt(document.Quantities, Quotation.Extent.Start, q => q.Span.Start); i < document.Quantities.Count && document.Quantities[i].Span.Start < Quotation.Extent.End; i++)
        {
            var quantity = document.Quantities[i];
            if (Quotation.Content.Any(c => c.Contains(quantity.Span)))
                numbers.Add(string.Create(CultureInfo.InvariantCulture, $"{quantity.Low}..{quantity.High}"));
        }
        Terms = [.. stems.Order(StringComparer.Ordinal)];
        Numbers = numbers;
    }

    public Document Document { get; }

    public int Index { get; }

    public Quotation Quotation { get; }

    /// <summary>Entity id; null for nobody known.</summary>
    public string? Speaker { get; }

    /// <summary>All of it stands in marks.</summary>
    public bool InMarks { get; }

    /// <summary>Words and numbers in order.</summary>
    public List<Token> Words { get; } = [];

    /// <summary>The numbers and amounts in it.</summary>
    public IReadOnlySet<string> Numbers { get; }

    /// <summary>Stems of the words that carry meaning, names left out: who is spoken of does not tell what is said.</summary>
    public string[] Terms { get; }

    /// <summary>Longest common row of words: for each word of this the index of its partner in the other, −1 for none.</summary>
    public int[] Align(SpokenWords other)
    {
        var (n, m) = (Words.Count, other.Words.Count);
        var length = new ushort[n + 1, m + 1];
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = m - 1; j >= 0; j--)
            {
                length[i, j] = Words[i].Norm == other.Words[j].Norm
                    ? (ushort)(length[i + 1, j + 1] + 1)
                    : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }
        var partners = new int[n];
        Array.Fill(partners, -1);
        for (int i = 0, j = 0; i < n && j < m;)
        {
            if (Words[i].Norm == other.Words[j].Norm)
                partners[i++] = j++;
            else if (length[i + 1, j] >= length[i, j + 1])
                i++;
            else
                j++;
        }
        return partners;
    }

    /// <summary>Places of the words that a row of flags leaves out, neighbours joined.</summary>
    public static IReadOnlyList<Span> Runs(IReadOnlyList<Token> words, Func<int, bool> isOut)
    {
        var runs = new List<Span>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!isOut(i))
                continue;
            var first = i;
            while (i + 1 < words.Count && isOut(i + 1))
                i++;
            runs.Add(new Span(words[first].Span.Start, words[i].Span.End));
        }
        return runs;
    }
}
