using Readout.Text;

namespace Readout.Annotations;

/// <summary>A quotation while it is being put together.</summary>
internal sealed class Finding
{
    public required string Rule { get; init; }

    public required int LineIndex { get; init; }

    public bool IsSelfStatement => Rule == "self-statement";

    public List<Span> Content { get; } = [];

    public HashSet<int> Quotes { get; } = [];

    public bool AllQuoted { get; set; }

    /// <summary>The last of its quotation marks is missing on the page.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Lines of quoted words that were added behind its own line.</summary>
    public int Extra { get; set; }

    public Span? Cue { get; init; }

    /// <summary>First piece after the cue and its adverbials; where the line's next content may begin.</summary>
    public int Resume { get; init; }

    /// <summary>The content stands before the cue.</summary>
    public bool IsTail { get; init; }

    public Span? SpeakerSpan { get; set; }

    public int? Speaker { get; set; }

    public DateRange SaidOn { get; set; }

    public SpeechAct Act { get; init; }

    public QuotationForm Form =>
        AllQuoted ? QuotationForm.Direct : Quotes.Count > 0 ? QuotationForm.Mixed : QuotationForm.Indirect;

    /// <summary>Adds pieces [first, end) of a line, outer punctuation left out; false where nothing is left.</summary>
    public bool Add(Line line, int first, int end)
    {
        while (first < end && line[first].Kind is TokenKind.Punctuation && !line[first].IsQuote && line[first].Norm is not ("(" or "["))
            first++;
        while (end > first && line[end - 1].Kind is TokenKind.Punctuation && !line[end - 1].IsQuote && !IsClosing(line, first, end - 1))
            end--;
        if (end <= first)
            return false;
        var quoted = true;
        for (var i = first; i < end; i++)
        {
            if (line[i].IsQuote)
                Quotes.Add(line[i].Quote);
            else if (line[i].Kind is not TokenKind.Punctuation && !line[i].Is("and"))
                quoted = false;
        }
        AllQuoted = quoted && (AllQuoted || Content.Count == 0);
        Content.Add(line.SpanOf(first, end));
        return true;
    }

    private static bool IsClosing(Line line, int first, int at)
    {
        if (line[at].Norm is not (")" or "]"))
            return false;
        for (var i = first; i < at; i++)
        {
            if (line[i].Norm is "(" or "[")
                return true;
        }
        return false;
    }

    // Words in marks are what the denier says, not what is denied: disputed it: “We were there.”
    public Quotation ToQuotation() =>
        new(Form, Content, Cue, Speaker, SpeakerSpan, SaidOn, Form == QuotationForm.Direct && Act == SpeechAct.Denied ? SpeechAct.Stated : Act, Rule) { IsEndDoubtful = IsOpen };
}
