namespace Readout.Web.Records;

/// <summary>One wording with the quotations that have it to the letter.</summary>
public sealed record WordingRow(string Kind, string Words, IReadOnlyList<QuotationRecord> Quotations);

/// <summary>The wordings of a statement: those that can be laid under one another, and those that are too far off.</summary>
/// <param name="Rows">The fullest first.</param>
/// <param name="Columns">Their words, column by column; empty where there are no two different wordings to compare.</param>
/// <param name="Rest">Told one by one.</param>
public sealed record StatementWordings(IReadOnlyList<WordingRow> Rows, IReadOnlyList<AlignedColumn> Columns, IReadOnlyList<WordingRecord> Rest)
{
    // More lines than that are no longer compared by eye.
    private const int MostRows = 8;

    public static StatementWordings Of(StoryView story, UtteranceRecord utterance)
    {
        var (rows, rest) = (new List<WordingRow>(), new List<WordingRecord>());
        foreach (var wording in utterance.Wordings)
        {
            if (story.Quotation(wording.Quotation) is not { } quotation)
                continue;
            var words = string.Join(" … ", quotation.Content.Select(part => story.Words(quotation.Document, part)));
            var known = rows.FindIndex(r => r.Words == words);
            if (known >= 0)
                rows[known] = rows[known] with { Quotations = [.. rows[known].Quotations, quotation] };
            else if (rows.Count < MostRows && (rows.Count == 0 || AlignedWords.Of([rows[0].Words, words]) is not null))
                rows.Add(new WordingRow(wording.Kind, words, [quotation]));
            else
                rest.Add(wording);
        }
        return AlignedWords.Of([.. rows.Select(r => r.Words)]) is { } columns && columns.Any(c => !c.IsSame) ? new StatementWordings(rows, columns, rest) : new StatementWordings([], [], [.. utterance.Wordings.Skip(1)]);
    }
}
