namespace Readout.Annotations;

/// <summary>What the words before a cue look like: a statement of their own, its beginning, or no more than a lead-in.</summary>
internal sealed class StatementShape(Line line)
{
    public int LastQuoteRun(int start, int end)
    {
        var at = end;
        while (at > start && line[at - 1].IsQuote)
            at--;
        return at;
    }

    // "Then, at last: “A,” he said" — what stands before the marks only leads up to them.
    public bool Introduces(int start, int end)
    {
        var run = LastQuoteRun(start, end);
        return run > start && (line[run - 1].Norm is ":" or "," || run - start <= 1);
    }

    // "insisted on", "warned of", "complained about": the words behind the preposition are the matter, not the place of speaking.
    public bool GovernsTopic(Cue cue) =>
        cue.End < line.Count && (line[cue.End].Norm is "of" or "about" or "against" or "over" or "for" || (line[cue.End].Is("to") && cue.Verb!.Lemma is "add")
            || (line[cue.End].Is("on") && cue.Verb!.Lemma is "insist" or "comment" or "remark" or "report" or "reflect"));

    // Words that could be a sentence of their own; not "When asked about it," or "In a letter on Monday,".
    public bool IsStatement(int start, int end)
    {
        if (end - start < 3 || (!line.HasVerb(start, end) && !line.IsHeading))
            return false;
        var first = line[start];
        var leadsIn = first.Is(WordClass.Preposition) || first.Norm is "when" or "while" or "as" or "asked" || (first.IsWord && first.Norm.Length > 4
            && (first.Norm.EndsWith("ing", StringComparison.Ordinal) || first.Norm.EndsWith("ed", StringComparison.Ordinal)));
        if (!leadsIn)
            return true;
        for (var i = start + 1; i < end - 2; i++)
        {
            if (line[i].Is(","))
                return true;
        }
        // "On Monday the yard was shut, X said": a subject and its verb stand behind the lead-in.
        return first.Is(WordClass.Preposition) && line.Has(WordClass.Finite, start, end);
    }

    public bool OpensStatement(int start, int left, int resume) =>
        left - start is > 0 and <= 10 && !line.HasVerb(start, left) && (line[start].Is(WordClass.Preposition) || CueFinder.IsAdverb(line[start]) || line[start].Is("back"))
        && resume + 4 < line.Count && line[resume].Is(",") && line.Has(WordClass.Finite | WordClass.Past, resume + 1, line.Count);

    // "The yard, X said, is sold."
    public bool SplitsSubject(int start, int left, int resume) =>
        left - start is > 0 and <= 12 && !line.HasVerb(start, left) && resume + 2 < line.Count && line[resume].Is(",") && line[resume + 1].Is(WordClass.Finite);
}
