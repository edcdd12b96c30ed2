using Readout.Text;

namespace Readout.Annotations;

/// <summary>
/// Pairs quotation marks paragraph by paragraph. A new paragraph of one quotation opens with a mark again while the one before
/// was not closed; any other mark left open ends with its sentence, so that a lost mark never swallows what follows.
/// </summary>
internal sealed class QuoteMarks(SourceText text, IReadOnlyList<Sentence> sentences)
{
    // Words between a comma and the verb of "…, transport minister Ada Moll said".
    private const int FarthestCue = 6;

    // Characters of ", transport minister Ada Moll said on Monday."
    private const int LongestTail = 60;

    private readonly List<QuotedText> _found = [];

    public static IReadOnlyList<QuotedText> Find(SourceText text, IReadOnlyList<Sentence> sentences)
    {
        var marks = new QuoteMarks(text, sentences);
        var openBefore = -1;
        for (var first = 0; first < sentences.Count;)
        {
            var end = first + 1;
            while (end < sentences.Count && sentences[end].Paragraph == sentences[first].Paragraph)
                end++;
            openBefore = marks.ReadParagraph(first, end, openBefore);
            first = end;
        }
        return marks._found;
    }

    // Returns the index of a quoted text that reaches the paragraph's end unclosed, else −1.
    private int ReadParagraph(int first, int end, int openBefore)
    {
        var start = sentences[first].Span.Start;
        var stop = sentences[end - 1].Span.End;
        var open = -1;
        var sentence = first;
        var continues = -1;
        for (var i = start; i < stop; i++)
        {
            var mark = Read(i, start, stop, open >= 0);
            if (mark is Mark.None)
                continue;
            var length = IsDoubled(i, stop) ? 2 : 1;
            // Three marks in a row close an inner and an outer quotation.
            if (mark is Mark.Close && length == 2 && i + 2 < stop && text[i + 2] == text[i])
                length = 3;
            if (mark is Mark.Open)
            {
                if (open >= 0)
                {
                    if (Nests(i + length, stop))
                    {
                        i = SkipNested(i + length, stop);
                        continue;
                    }
                    AddUnclosed(open, i, ref sentence, end, continues);
                    continues = -1;
                }
                open = i;
                if (_found.Count > 0 && openBefore == _found.Count - 1 && IsBlank(start, i))
                    continues = openBefore;
            }
            else if (mark is Mark.OpenSingle)
            {
                var close = FindSingleClose(i, stop);
                if (close < 0)
                    continue;
                _found.Add(new(new Span(i, close + 1), true, -1));
                i = close;
                continue;
            }
            else if (open >= 0)
            {
                _found.Add(new(new Span(open, i + length), true, continues));
                open = -1;
                continues = -1;
            }
            i += length - 1;
        }
        if (open < 0)
            return -1;
        // A whole paragraph in marks goes on in the next one only if that opens with a mark again.
        if (IsBlank(start, open) && ReopensAfter(end) && !EndsInCue(open, stop))
        {
            _found.Add(new(new Span(open, stop), false, continues));
            return _found.Count - 1;
        }
        AddUnclosed(open, stop, ref sentence, end, continues);
        return -1;
    }

    /// <summary>Words in marks inside words in marks: ‘…’ in “…”, “…” in ‘…’; marks included. No apostrophes.</summary>
    public static IEnumerable<Span> Inside(SourceText text, Span quoted)
    {
        var marks = new QuoteMarks(text, []);
        var outerIsSingle = text[quoted.Start] is '‘' or '\'';
        for (var i = quoted.Start + 1; i < quoted.End - 1; i++)
        {
            var close = outerIsSingle
                ? text[i] is '“' or '"' && marks.OpensHere(i, quoted.Start, quoted.End) ? text.Value.AsSpan(i + 1, quoted.End - i - 1).IndexOfAny('”', '"') is >= 0 and var at ? i + 1 + at : -1 : -1
                : text[i] is '‘' or '\'' && !marks.IsDoubled(i, quoted.End) && marks.OpensHere(i, quoted.Start, quoted.End) ? marks.FindSingleClose(i, quoted.End) : -1;
            if (close < 0 || close >= quoted.End)
                continue;
            yield return new Span(i, close + 1);
            i = close;
        }
    }

    private void AddUnclosed(int open, int limit, ref int sentence, int end, int continues)
    {
        while (sentence + 1 < end && sentences[sentence].Span.End <= open)
            sentence++;
        var stop = BeforeCue(open, Math.Min(limit, sentences[sentence].Span.End));
        while (stop > open + 1 && char.IsWhiteSpace(text[stop - 1]))
            stop--;
        if (stop > open + 1)
            _found.Add(new(new Span(open, stop), false, continues));
    }

    // “The road is closed, Moll said: the closing mark is lost behind the comma.
    private int BeforeCue(int open, int stop)
    {
        for (var comma = stop - 1; comma > open; comma--)
        {
            if (text[comma] is not ',')
                continue;
            foreach (var word in text.Value[(comma + 1)..stop].Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(FarthestCue))
            {
                foreach (var entry in ReportingVerbs.Of(word.TrimEnd('.', ',', ':').ToLowerInvariant()))
                {
                    if (entry.Form is VerbForm.Past or VerbForm.Third && entry.Verb.Takes(Frames.Tail) && entry.Rest.Count == 0)
                        return comma + 1;
                }
            }
        }
        return stop;
    }

    // A paragraph in open marks that ends with ", Ada Moll said.": its closing mark is lost. "…, he said." may be part of what is told in it.
    private bool EndsInCue(int open, int stop)
    {
        var from = Math.Max(open + 1, stop - LongestTail);
        var comma = text.Value.LastIndexOf(',', stop - 1, stop - from);
        return comma > open && comma + 2 < stop && char.IsUpper(text[comma + 2]) && !text.Value.AsSpan(comma + 2, stop - comma - 2).StartsWith("I ", StringComparison.Ordinal)
            && BeforeCue(comma - 1, stop) == comma + 1;
    }

    private bool ReopensAfter(int end)
    {
        if (end >= sentences.Count)
            return false;
        var at = sentences[end].Span.Start;
        return text[at] is '“' or '"' or '«' or '„' || IsDoubled(at, text.Length);
    }

    private enum Mark { None, Open, Close, OpenSingle }

    private Mark Read(int i, int start, int stop, bool open)
    {
        var c = text[i];
        switch (c)
        {
            case '“':
                // A wrongly turned mark, or the closing one of a pair that begins with „.
                return open && ClosesHere(i, start, stop) ? Mark.Close : Mark.Open;
            case '”':
                return open ? Mark.Close : OpensHere(i, start, stop) ? Mark.Open : Mark.None;
            case '„':
                return Mark.Open;
            // «so», « so » or »so«
            case '«':
                return open && ClosesHere(i, start, stop) ? Mark.Close : Mark.Open;
            case '»':
                return open ? Mark.Close : OpensHere(i, start, stop) ? Mark.Open : Mark.None;
            case '"':
                return OpensHere(i, start, stop) && !(open && ClosesHere(i, start, stop)) ? Mark.Open : open ? Mark.Close : Mark.None;
            case '\'' or '`' or '’' when IsDoubled(i, stop):
                return open ? Mark.Close : OpensHere(i, start, stop) ? Mark.Open : Mark.None;
            case '‘' or '\'' when !open:
                return OpensHere(i, start, stop) ? Mark.OpenSingle : Mark.None;
            default:
                return Mark.None;
        }
    }

    private bool IsDoubled(int i, int stop) =>
        i + 1 < stop && text[i] is '\'' or '`' or '’' && text[i + 1] == text[i];

    private bool OpensHere(int i, int start, int stop)
    {
        var after = i + (IsDoubled(i, stop) ? 2 : 1);
        return after < stop && !char.IsWhiteSpace(text[after])
            && (i == start || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '—' or '–' or '-' or ':' or '/' or '“' or '"' or '>');
    }

    private bool ClosesHere(int i, int start, int stop) =>
        i > start && !char.IsWhiteSpace(text[i - 1]) && (i + 1 >= stop || !char.IsLetterOrDigit(text[i + 1]));

    // An opening mark inside an open quotation is nested when two closing marks follow before the next opening one pair up.
    private bool Nests(int from, int stop)
    {
        var limit = Math.Min(stop, from + 2000);
        int opens = 0, closes = 0;
        for (var i = from; i < limit; i++)
        {
            if (text[i] is '“' or '„' or '«' || (text[i] is '"' && OpensHere(i, from, stop)))
                opens++;
            else if (text[i] is '”' or '»' or '"')
                closes++;
            if (closes - opens >= 2)
                return true;
        }
        return false;
    }

    private int SkipNested(int from, int stop)
    {
        for (var i = from; i < stop; i++)
        {
            if (text[i] is '”' or '»' || (text[i] is '"' && !OpensHere(i, from, stop)))
                return i;
        }
        return stop;
    }

    // The closing mark of a single pair: one behind a stop or comma is surest; an apostrophe has a letter behind it.
    private int FindSingleClose(int open, int stop)
    {
        var curly = text[open] == '‘';
        var fallback = -1;
        var limit = Math.Min(stop, open + 1500);
        for (var i = open + 2; i < limit; i++)
        {
            var c = text[i];
            if (c is '“' or '”' or '"' || (curly && c == '‘' && fallback >= 0))
                break;
            if (!(c == '’' || (!curly && c == '\'')) || (i + 1 < stop && char.IsLetterOrDigit(text[i + 1])))
                continue;
            if (text[i - 1] is '.' or ',' or '!' or '?' or '…')
                return i;
            if (fallback < 0 && !char.IsWhiteSpace(text[i - 1]))
            {
                fallback = i;
                // A plural possessive looks like a closing mark; look a little further for a better one.
                if (text[i - 1] != 's')
                    return i;
            }
        }
        return fallback;
    }

    private bool IsBlank(int from, int to) => text.Chars(new Span(from, to)).IsWhiteSpace();
}
