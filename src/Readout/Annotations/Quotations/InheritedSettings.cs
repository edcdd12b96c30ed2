using Readout.Text;

namespace Readout.Annotations;

/// <summary>
/// When and where somebody spoke whose own sentence does not say so, from the sentence before it in the paragraph, if that one
/// tells that the same somebody spoke: Moll spoke to reporters on Monday. “…,” she said.
/// </summary>
internal sealed class InheritedSettings(Document document, WordTree tree, ClauseSubjects subjects, SpeechSettings settings)
{
    private readonly IReadOnlyList<Word> _words = document.Words;

    /// <summary>The quotation with the setting and the day of the sentence before; a setting or a day of its own stays.</summary>
    public Quotation Complete(Quotation quotation)
    {
        if (quotation is not { Speaker: { } speaker, Cue: { } cue, SaidOn.IsUnknown: true, Setting.Occasion: null })
            return quotation;
        var first = Math.Min(cue.Start, quotation.Extent.Start);
        var index = Ordered.FirstAt(document.Sentences, first + 1, s => s.Span.Start) - 1;
        if (index < 1 || document.Sentences[index - 1] is var before && (before.Paragraph != document.Sentences[index].Paragraph || before.IsHeading))
            return quotation;
        for (var i = before.FirstWord; i < before.EndWord; i++)
        {
            if (_words[i].Upos is not Upos.Verb || _words[i].Relation is not ("root" or "conj" or "parataxis") || subjects.Own(i) is not (>= 0 and var subject)
                || subjects.Entity(subject, tree.Phrase(subject)) != speaker || settings.Of(i, quotation) is not var (setting, day))
                continue;
            return quotation with
            {
                SaidOn = day,
                Setting = quotation.Setting with { Occasion = setting.Occasion, Addressee = quotation.Setting.Addressee ?? setting.Addressee },
            };
        }
        return quotation;
    }
}
