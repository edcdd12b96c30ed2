using System.Text.RegularExpressions;
using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>
/// Tells a page whose English was translated word for word by a machine. One oddity proves nothing: several of different
/// kinds are asked for, and each must be rare in edited English.
/// </summary>
internal static partial class MachineTranslationDetector
{
    private const double Enough = 3;
    private const int DifferentKinds = 2;

    private static readonly Lazy<Dictionary<string, List<(string Kind, string[] Words)>>> Phrases = new(ReadPhrases);
    private static readonly Lazy<HashSet<string>> ForeignWords = new(() => Words("En/foreign-words.txt"));
    private static readonly Lazy<HashSet<string>> SharedWords = new(() => Words("En/shared-words.txt"));
    private static readonly Lazy<HashSet<string>> OddVerbs = new(() => Words("En/odd-quote-verbs.txt"));

    private readonly record struct Signal(string Kind, double Weight, Span Span);

    /// <summary>The diagnostic; null where the page reads like written English.</summary>
    public static Diagnostic? Detect(Document document)
    {
        if (document.Article.Language is { } language && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            return null;
        if (Declared(document) is { } declared)
            return new Diagnostic(DiagnosticCode.MachineTranslation, "The page says that a machine translated it.", declared);
        var signals = new List<Signal>();
        foreach (var sentence in document.Sentences)
        {
            if (sentence.IsHeading)
                continue;
            Foreign(document, sentence, signals);
            Clash(document, sentence, signals);
            Odd(document, sentence, signals);
        }
        foreach (var diagnostic in document.Diagnostics)
        {
            if (diagnostic is { Code: DiagnosticCode.ForeignText, Span: { } foreign })
                signals.Add(new("a sentence left in another language", 2, foreign));
        }
        if (RepeatedTitle(document) is { } title)
            signals.Add(new("a title line that is repeated", 0.5, title));
        // the same oddity ten times is one habit
        var kinds = signals.GroupBy(s => s.Kind, StringComparer.Ordinal).Select(g => (g.Key, Weight: Math.Min(g.Sum(s => s.Weight), 2), g.First().Span)).ToList();
        if (kinds.Count < DifferentKinds || kinds.Sum(k => k.Weight) < Enough)
            return null;
        var strongest = kinds.OrderByDescending(k => k.Weight).ThenBy(k => k.Span.Start).First();
        return new Diagnostic(
            DiagnosticCode.MachineTranslation, $"Reads like a machine translation: {string.Join("; ", kinds.Select(k => k.Key))}.", strongest.Span);
    }

    // "Translated automatically." on a line of its own, or at the start of one; a report about such programs says it in the middle.
    private static Span? Declared(Document document)
    {
        var text = document.Text.Value;
        foreach (var match in Declaration().EnumerateMatches(text))
            return new Span(match.Index, match.Index + match.Length);
        return null;
    }

    [GeneratedRegex(@"^[ \t(\[]*(?:(?:this|the) (?:text|article|page|report|story) (?:was|is|has been) )?(?:translated (?:automatically|by (?:a )?(?:machine|computer|software))|(?:automatically|machine)[- ]translated|(?:automatic|machine) translation)\b(?=[ \t]*(?:[.,;:)\]]|\r?$|from|by|into))", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    /// <summary>A run of words in another language, most often inside a quotation.</summary>
    private static void Foreign(Document document, Sentence sentence, List<Signal> signals)
    {
        int run = 0, foreign = 0, first = 0;
        for (var t = sentence.FirstToken; t <= sentence.EndToken; t++)
        {
            var token = t < sentence.EndToken ? document.Tokens[t] : default;
            if (t < sentence.EndToken && token.Kind is TokenKind.Word && IsForeign(token, document, run > 0))
            {
                first = run == 0 ? t : first;
                run++;
                foreign += ForeignWords.Value.Contains(token.Norm) ? 1 : 0;
                continue;
            }
            if (run >= 4 && foreign >= 2)
            {
                signals.Add(new("a sentence left in another language", 2, new Span(document.Tokens[first].Span.Start, document.Tokens[t - 1].Span.End)));
                return;
            }
            run = foreign = 0;
        }
    }

    private static bool IsForeign(Token token, Document document, bool inside) =>
        ForeignWords.Value.Contains(token.Norm)
        || (inside && SharedWords.Value.Contains(token.Norm))
        || (!Lexicon.En.IsOrdinary(token.Norm) && (char.IsLower(document.Text[token.Span.Start]) || inside));

    /// <summary>"will" beside a year that is over.</summary>
    private static void Clash(Document document, Sentence sentence, List<Signal> signals)
    {
        int? will = null, year = null;
        var latest = document.Article.Published?.When.Latest?.Year ?? LatestYear(document);
        var quoted = false;
        for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            var norm = document.Tokens[t].Norm;
            quoted ^= norm is "\"";
            // what somebody said then may well look forward: "in 2018 she said she will"
            if (quoted || Lexicon.En.SpeechVerbs.Contains(norm) || norm is "that" or "if" or "whether")
                return;
            if (norm is "will" && t + 1 < sentence.EndToken && document.Tokens[t + 1].Norm is not ("of" or "and"))
                will ??= t;
            else if (norm.Length == 4 && int.TryParse(norm, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
                && number is > 1900 and < 2100 && t > sentence.FirstToken && (document.Tokens[t - 1].Norm is "in" || Calendar.IsName(document.Tokens[t - 1].Norm)) && number < latest)
                year ??= t;
        }
        if (will is { } w && year is { } y && y < w)
            signals.Add(new("a future tense for a year that is over", 1.5, new Span(document.Tokens[y].Span.Start, document.Tokens[w].Span.End)));
    }

    private static int LatestYear(Document document)
    {
        var latest = 0;
        foreach (var time in document.Times)
        {
            if (time.When.Latest is { } day)
                latest = Math.Max(latest, day.Year);
        }
        return latest;
    }

    private static void Odd(Document document, Sentence sentence, List<Signal> signals)
    {
        var quoted = false;
        for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            var token = document.Tokens[t];
            if (token.Norm is "\"")
            {
                var closes = document.Text[token.Span.Start] is '”' || quoted;
                quoted = !closes;
                if (document.Text[token.Span.Start] is '”' && t > sentence.FirstToken && token.Span.Start > 0 && document.Text[token.Span.Start - 1] is ' ' or '\u00A0')
                    signals.Add(new("a space before the closing quotation mark", 1, token.Span));
                if (closes)
                    AfterQuotation(document, sentence, t + 1, signals);
                continue;
            }
            if (quoted)
                continue;
            Phrase(document, sentence, t, signals);
        }
    }

    /// <summary>“…”, has said Kovar / “…”, affirms Kovar.</summary>
    private static void AfterQuotation(Document document, Sentence sentence, int t, List<Signal> signals)
    {
        if (At(document, sentence, t) is ",")
            t++;
        var verb = At(document, sentence, t);
        var second = At(document, sentence, t + 1);
        if (verb is "has" or "have" && Lexicon.En.SpeechVerbs.Contains(second) && IsCapital(document, sentence, t + 2))
            signals.Add(new("a perfect before its subject behind a quotation", 1.5, new Span(document.Tokens[t].Span.Start, document.Tokens[t + 2].Span.End)));
        else if (OddVerbs.Value.Contains(verb) && (IsCapital(document, sentence, t + 1) || second is "the"))
            signals.Add(new("a verb that English does not put behind a quotation", 1, document.Tokens[t].Span));
    }

    private static string At(Document document, Sentence sentence, int t) =>
        t >= sentence.FirstToken && t < sentence.EndToken ? document.Tokens[t].Norm : "";

    private static bool IsCapital(Document document, Sentence sentence, int t) =>
        t < sentence.EndToken && char.IsUpper(document.Text[document.Tokens[t].Span.Start]);

    private static void Phrase(Document document, Sentence sentence, int t, List<Signal> signals)
    {
        if (!Phrases.Value.TryGetValue(document.Tokens[t].Norm, out var phrases))
            return;
        foreach (var (kind, words) in phrases)
        {
            if (t + words.Length > sentence.EndToken)
                continue;
            var matches = true;
            for (var w = 1; w < words.Length && matches; w++)
                matches = document.Tokens[t + w].Norm == words[w];
            if (matches)
            {
                var span = new Span(document.Tokens[t].Span.Start, document.Tokens[t + words.Length - 1].Span.End);
                signals.Add(kind switch
                {
                    "preposition" => new("a verb with the preposition of another language", 1, span),
                    "reflexive" => new("a reflexive where English has none", 1.5, span),
                    "plural" => new("a plural that English does not have", 1, span),
                    _ => new("a phrase carried over word for word", 1, span),
                });
            }
        }
    }

    /// <summary>The same line twice, one after the other, at the head of a plain-text page.</summary>
    private static Span? RepeatedTitle(Document document)
    {
        if (document.Article.Title is not { } title || title.Span.IsEmpty || document.Article.Page.MediaType is not Pages.MediaType.PlainText)
            return null;
        var text = document.Text.Value;
        var next = title.Span.End;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        if (text.AsSpan(next).StartsWith(text.AsSpan(title.Span.Start, title.Span.Length), StringComparison.Ordinal))
            return title.Span;
        var before = title.Span.Start;
        while (before > 0 && char.IsWhiteSpace(text[before - 1]))
            before--;
        return before >= title.Span.Length && text.AsSpan(before - title.Span.Length, title.Span.Length).SequenceEqual(text.AsSpan(title.Span.Start, title.Span.Length)) ? title.Span : null;
    }

    private static Dictionary<string, List<(string Kind, string[] Words)>> ReadPhrases()
    {
        var phrases = new Dictionary<string, List<(string, string[])>>(StringComparer.Ordinal);
        foreach (var row in Resource.Rows("En/translationese.tsv"))
        {
            var words = row[1].Split(' ');
            if (!phrases.TryGetValue(words[0], out var list))
                phrases[words[0]] = list = [];
            list.Add((row[0], words));
        }
        return phrases;
    }

    private static HashSet<string> Words(string name) =>
        new(Resource.Lines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)), StringComparer.Ordinal);
}
