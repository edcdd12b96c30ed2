using Readout.Text;

namespace Readout.Annotations;

/// <summary>Finds words given as somebody's: cue, then content, then speaker (Pareti 2015; Newell et al. 2018).</summary>
internal static class QuotationTagger
{
    /// <param name="tree">Of the document's words.</param>
    public static IReadOnlyList<Quotation> Tag(Document document, WordTree tree)
    {
        if (document.Sentences.Count == 0)
            return [];
        var quotes = QuoteMarks.Find(document.Text, document.Sentences);
        var lines = Line.Read(document, quotes);
        var mentions = document.Mentions.OrderBy(m => m.Span.Start).ThenBy(m => m.Span.End).ThenBy(m => m.Entity).ToArray();
        var times = document.Times.OrderBy(t => t.Span.Start).ThenBy(t => t.Span.End).ToArray();
        var interview = new HashSet<int>();
        var answers = Interview.Read(document, mentions, interview);
        var subjects = new ClauseSubjects(document, tree, mentions);
        var reader = new QuotationReader(document, quotes, lines, mentions, times, interview, tree, subjects);
        IReadOnlyList<Quotation> found = [.. answers, .. reader.Read()];
        if (document.Words.Count > 0)
        {
            var interposed = new InterposedCues(document, tree, new TakenWords(tree, document.Words.Count, found));
            var ends = new ClauseEnds(document, tree);
            found = [.. found.Select(interposed.Complete).Select(ends.Trim).OfType<Quotation>()];
            var settings = new SpeechSettings(document, tree, subjects);
            found = [.. found, .. new TreeQuotations(document, tree, subjects).Find(found)];
            found = [.. found, .. new InsertedCues(document, tree, subjects).Find(found)];
            found = [.. found, .. new NestedQuotations(document, tree, subjects).Find(found)];
            found = [.. found, .. new TreeQuotations(document, tree, subjects).FindInside(found)];
            found = [.. found.Select(settings.Complete)];
            var inherited = new InheritedSettings(document, tree, subjects, settings);
            found = [.. found.Select(inherited.Complete)];
        }
        return [.. found.OrderBy(q => q.Content[0]).ThenBy(q => q.Extent.End).ThenBy(q => q.Cue?.Start ?? -1)];
    }
}
