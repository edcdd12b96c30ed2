using System.Globalization;
using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Cuts a story into statements.</summary>
internal static class StatementReader
{
    /// <summary>Sentences with fewer words state nothing that could be aligned.</summary>
    private const int FewestWords = 4;

    public static IReadOnlyList<Statement> Read(Story story, EntityIndex index) =>
        [.. InParallel.Map(story.Documents, d => Read(d, index)).SelectMany(s => s)];

    private static List<Statement> Read(Document document, EntityIndex index)
    {
        var statements = new List<Statement>();
        var tree = new WordTree(document);
        foreach (var sentence in document.Sentences)
        {
            if (sentence.IsHeading || sentence.EndToken - sentence.FirstToken < FewestWords)
                continue;
            var quotation = document.Quotations
                .Select(q => (Quotation: q, Covered: Covered(q, sentence.Span)))
                .Where(x => x.Covered > 0)
                .OrderByDescending(x => x.Covered)
                .Select(x => x.Quotation)
                .FirstOrDefault();
            statements.Add(Describe(document, tree, sentence, quotation, index));
        }
        return statements;
    }

    private static int Covered(Quotation quotation, Span sentence) =>
        quotation.Content.Sum(c => Math.Max(0, Math.Min(c.End, sentence.End) - Math.Max(c.Start, sentence.Start)));

    private static Statement Describe(Document document, WordTree tree, Sentence sentence, Quotation? quotation, EntityIndex index)
    {
        // What is said counts, not the words that report it: "the minister told the paper on Monday that …".
        var parts = quotation is not null && Covered(quotation, sentence.Span) >= 0.35 * sentence.Span.Length
            ? quotation.Content.Where(c => c.Overlaps(sentence.Span)).ToList()
            : [sentence.Span];
        var names = parts.SelectMany(p => Participants.MentionsIn(document, p)).ToList();
        var quantities = document.Quantities.Where(q => parts.Exists(p => p.Contains(q.Span))).ToList();
        var terms = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var quantity in quantities)
        {
            // What is counted is a term; how many is not, so that "61 workers" and "74 people" can be laid side by side.
            terms.Add("n:" + (quantity.Unit ?? QuantitySlot.Kind(quantity.Of) ?? "number"));
            numbers.Add(string.Create(CultureInfo.InvariantCulture, $"{quantity.Low}..{quantity.High}"));
        }
        var negations = 0;
        var hasNegation = false;
        var negated = new HashSet<string>(StringComparer.Ordinal);
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var token = document.Tokens[i];
            if (!parts.Exists(p => p.Contains(token.Span)) || quantities.Exists(q => q.Span.Contains(token.Span)))
                continue;
            if (!IsNoneBefore(document, i) && token.Norm is "not" or "n't" or "no" or "never" or "cannot" or "nobody" or "none" or "neither" && !document.IsForeign)
            {
                hasNegation = true;
                var word = tree.WordFrom(token.Span.Start);
                if (!tree.QualifiesAnother(word))
                {
                    negations++;
                    AddHeads(negated, document, word);
                }
            }
            if (token.Kind == TokenKind.Number)
                numbers.Add(token.Norm);
            else if (token.Kind == TokenKind.Word && !Stems.IsStop(token.Norm) && !names.Exists(m => m.Form is MentionForm.Name or MentionForm.ShortName or MentionForm.Acronym && m.Span.Contains(token.Span)))
                terms.Add(!document.IsForeign && PredicateClasses.Of(token.Norm) is { } predicate && !IsMonth(document, token) ? "#" + predicate : Stems.Of(token.Norm));
        }
        var entities = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in names)
        {
            if (index.Of(document, mention.Entity) is { } entity)
                entities.Add(entity.Id);
        }
        var isPlan = document.Events.FirstOrDefault(e => parts.Exists(p => p.Contains(e.Predicate)))?.Status is not null;
        return new Statement(document, sentence, quotation, terms, entities, numbers, negations % 2 == 1, isPlan) { Parts = parts, NegatedTerms = negated, HasNegation = hasNegation };
    }

    // "21 cars, compared with none a year ago": a number
    private static bool IsNoneBefore(Document document, int token) => document.Tokens[token].Norm is "none" && token > 0 && document.Tokens[token - 1].Norm is "with" or "to" or "against" or "from";

    // "in March" is no march
    private static bool IsMonth(Document document, Token token) => token.Norm == "march" && document.Times.Any(t => t.Span.Contains(token.Span));

    // "did not open the gates": open; "has no plans to open": has, plans.
    private static void AddHeads(HashSet<string> terms, Document document, int word)
    {
        if (word >= document.Words.Count)
            return;
        for (var (at, step) = (document.Words[word].Head, 0); at >= 0 && step < 2; at = document.Words[at].Head, step++)
        {
            var form = document.Words[at].Span is var span ? document.Slice(span).ToLowerInvariant() : "";
            terms.Add(PredicateClasses.Of(form) is { } predicate ? "#" + predicate : Stems.Of(form));
            if (document.Words[at].Upos is Upos.Verb)
                return;
        }
    }
}
