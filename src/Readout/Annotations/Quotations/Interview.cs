using Readout.Text;

namespace Readout.Annotations;

/// <summary>
/// Interviews in questions and answers: a line that begins with "A:" or with the name of a known person and a colon is what the
/// interviewed person said, marks or none. Lines without a label between an answer and the next question go on with the answer.
/// </summary>
internal static class Interview
{
    private const int MaxLabel = 60;
    private const int MostLabelWords = 4;

    private enum Label { None, Question, Answer, Person, Other }

    private readonly record struct Row(Span Span, Label Label, Span LabelSpan, int? Person, int Paragraph);

    /// <summary>The answers as quotations; <paramref name="covered"/> gets the paragraphs that questions and answers fill.</summary>
    public static IReadOnlyList<Quotation> Read(Document document, IReadOnlyList<Mention> mentions, HashSet<int> covered)
    {
        var rows = Rows(document, mentions);
        var answers = rows.Count(r => r.Label is Label.Answer);
        var questions = rows.Count(r => r.Label is Label.Question);
        var lettered = questions > 0 && answers > 0;
        // One name before a colon may be a caption; an exchange has several.
        var named = rows.Count(r => r.Label is Label.Person) >= 2;
        if (!lettered && !named)
            return [];
        var interviewed = lettered ? Interviewed(document, mentions, rows.First(r => r.Label is not Label.None).Span.Start) : null;
        var found = new List<Quotation>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if ((row.Label is Label.Question && lettered) || (row.Label is Label.Other && named))
                covered.Add(row.Paragraph);
            if (!((row.Label is Label.Answer && lettered) || (row.Label is Label.Person && named)))
                continue;
            covered.Add(row.Paragraph);
            List<Span> content = [row.Span];
            while (i + 1 < rows.Count && rows[i + 1].Label is Label.None && IsFollowed(rows, i + 1))
            {
                content.Add(rows[++i].Span);
                covered.Add(rows[i].Paragraph);
            }
            content.RemoveAll(s => s.IsEmpty);
            if (content.Count > 0)
            {
                found.Add(new Quotation(
                    QuotationForm.Direct, content, null, row.Person ?? interviewed, row.LabelSpan, DateRange.Unknown, SpeechAct.Stated, "interview-answer"));
            }
        }
        return found;
    }

    // An unlabelled line belongs to the answer only while more questions or answers come.
    private static bool IsFollowed(List<Row> rows, int from)
    {
        for (var i = from; i < rows.Count && i < from + 12; i++)
        {
            if (rows[i].Label is not Label.None)
                return true;
        }
        return false;
    }

    // The person the text before the first question names most; the last named of equals.
    private static int? Interviewed(Document document, IReadOnlyList<Mention> mentions, int before)
    {
        var counts = new int[document.Entities.Count];
        int? best = null;
        foreach (var mention in mentions)
        {
            if (mention.Span.Start >= before)
                break;
            if (document.Entities[mention.Entity].Type is EntityType.Person && !AsksQuestions(document, mention.Span.End) && ++counts[mention.Entity] >= (best is { } b ? counts[b] : 0))
                best = mention.Entity;
        }
        return best;
    }

    // "Ina Sorrel spoke with her": who conducts the interview does not answer in it.
    private static bool AsksQuestions(Document document, int after)
    {
        var rest = document.Text.Value.AsSpan(after, Math.Min(14, document.Text.Length - after)).TrimStart();
        foreach (var verb in (string[])["spoke", "speaks", "talked", "talks", "interviewed", "interviews", "asked", "asks", "met ", "sat down"])
        {
            if (rest.StartsWith(verb, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static List<Row> Rows(Document document, IReadOnlyList<Mention> mentions)
    {
        var rows = new List<Row>();
        var text = document.Text;
        var names = mentions.Where(m => m.Form is MentionForm.Name or MentionForm.ShortName).ToArray();
        var next = 0;
        for (var p = 0; p < document.Article.Paragraphs.Count; p++)
        {
            var paragraph = document.Article.Paragraphs[p];
            if (paragraph.IsHeading || paragraph.Span.End > text.Length)
                continue;
            for (var start = paragraph.Span.Start; start < paragraph.Span.End;)
            {
                var end = text.Value.IndexOf('\n', start, paragraph.Span.End - start);
                end = NextLetter(text, start, end < 0 ? paragraph.Span.End : end);
                while (next < names.Length && names[next].Span.Start < start)
                    next++;
                var row = ReadRow(document, Trim(text, start, end), next < names.Length ? names[next] : null, p);
                if (!row.Span.IsEmpty || row.Label is not Label.None)
                {
                    // A hard-wrapped line goes on with the one above it.
                    if (row.Label is Label.None && rows.Count > 0 && rows[^1].Paragraph == p)
                        rows[^1] = rows[^1] with { Span = rows[^1].Span.IsEmpty ? row.Span : rows[^1].Span.Cover(row.Span) };
                    else
                        rows.Add(row);
                }
                start = end + 1;
            }
        }
        LabelOthers(text, rows);
        return rows;
    }

    // "Vask Radio: …", "MODERATOR: …": a label that comes again and names nobody known is that of whom the answers don't belong to.
    private static void LabelOthers(SourceText text, List<Row> rows)
    {
        var labels = rows.Select(r => r.Label is Label.None ? OtherLabel(text, r.Span) : null).ToArray();
        var often = labels.OfType<Span>().GroupBy(text.Slice, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            if (labels[i] is { } label && often.Contains(text.Slice(label)))
                rows[i] = new Row(Trim(text, label.End + 1, rows[i].Span.End), Label.Other, label, null, rows[i].Paragraph);
        }
    }

    private static Span? OtherLabel(SourceText text, Span line)
    {
        if (line.IsEmpty || !char.IsUpper(text[line.Start]))
            return null;
        var words = 1;
        for (var i = line.Start; i < Math.Min(line.End - 1, line.Start + MaxLabel) && words <= MostLabelWords; i++)
        {
            if (text[i] is ':')
                return char.IsWhiteSpace(text[i + 1]) ? new Span(line.Start, i) : null;
            if (text[i] is '.' or ',' or ';' or '?' or '!' or '"' or '“')
                return null;
            words += text[i] is ' ' ? 1 : 0;
        }
        return null;
    }

    // "Q: Is it safe? A: Yes. Q: …" on one line: where the next of them begins, the space before it.
    private static int NextLetter(SourceText text, int start, int end)
    {
        if (start + 1 >= end || text[start] is not ('Q' or 'A') || text[start + 1] is not ':')
            return end;
        for (var i = start + 2; i + 2 < end; i++)
        {
            if (text[i] is ' ' && text[i + 1] is 'Q' or 'A' && text[i + 2] is ':' && text[i - 1] is '.' or '?' or '!' or '”' or '"')
                return i;
        }
        return end;
    }

    private static Row ReadRow(Document document, Span line, Mention? name, int paragraph)
    {
        var text = document.Text;
        var limit = Math.Min(line.End, line.Start + MaxLabel);
        var colon = -1;
        for (var i = line.Start; i < limit; i++)
        {
            if (text[i] == ':' || (text[i] == '.' && i - line.Start == 1))
            {
                colon = i;
                break;
            }
        }
        if (colon < 0)
            return new Row(line, Label.None, default, null, paragraph);
        var label = new Span(line.Start, colon);
        var rest = Trim(text, colon + 1, line.End);
        switch (text.Slice(label))
        {
            case "Q" or "Question" or "QUESTION":
                return new Row(rest, Label.Question, label, null, paragraph);
            case "A" or "Answer" or "ANSWER":
                return new Row(rest, Label.Answer, label, null, paragraph);
            default:
                var person = name is not null && name.Span == label && document.Entities[name.Entity].Type is EntityType.Person ? name.Entity : InCapitals(document, text.Slice(label));
                return person is not null && !rest.IsEmpty
                    ? new Row(rest, Label.Person, label, person, paragraph)
                    : new Row(line, Label.None, default, null, paragraph);
        }
    }

    // "MOLL: …", as transcripts are set: the one person of the page whose name ends so.
    private static int? InCapitals(Document document, string label)
    {
        if (label.Length < 2 || label.Any(char.IsLower) || !label.Any(char.IsUpper))
            return null;
        int? found = null;
        for (var e = 0; e < document.Entities.Count; e++)
        {
            var name = document.Entities[e].Name;
            if (document.Entities[e].Type is not EntityType.Person || !name.EndsWith(label, StringComparison.OrdinalIgnoreCase) || string.Equals(name, label, StringComparison.Ordinal)
                || (name.Length > label.Length && name[^(label.Length + 1)] is not ' '))
                continue;
            if (found is not null)
                return null;
            found = e;
        }
        return found;
    }

    private static Span Trim(SourceText text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new Span(start, end);
    }
}
