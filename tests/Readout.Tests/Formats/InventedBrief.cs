using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Briefs;
using Readout.Claims;
using Readout.Origins;
using Readout.Pages;
using Readout.Stories;
using Readout.Text;

namespace Readout.Tests.Formats;

/// <summary>A brief put together by hand, with one of everything: what outputs are tried on, whatever the stages above do.</summary>
internal static class InventedBrief
{
    // The bell before the headline lies beyond U+FFFF: offsets that count UTF-16 units come out one too high.
    public const string WireText =
        "🔔 Bridge talks may open in Vask\n\n" +
        "ORLEN, 4 March 2021 (NLA) - Mayor Ines Hald said the council \"will come to Vask if the ferry runs\" <again> & soon.\n\n" +
        "At least 40 people crossed on the last ferry. Engineer Tove Rask denied that the pier is unsafe.\n";

    public const string CopyText =
        "Bridge talks may open\n\n" +
        "Mayor Ines Hald said the council \"will come to Vask if the ferry runs\" <again> & soon.\n\n" +
        "Some 25 people crossed on the last ferry, the harbour office said.\n";

    public static Brief Make()
    {
        var wire = Document("d0a1b2c", "pages/wire.txt", WireText, "The Orlen Wire", new LocalDate(2021, 3, 4));
        var copy = Document("d9f8e7d", "pages/copy.html", CopyText, null, null);
        var hald = new Entity("e1", "Ines Hald", EntityType.Person, [new("d0a1b2c", 0), new("d9f8e7d", 0)]);
        var vask = new Entity("e2", "Vask", EntityType.Place, [new("d0a1b2c", 1), new("d9f8e7d", 1)]);
        var family = new Family("f1", ["d0a1b2c", "d9f8e7d"], "d0a1b2c",
            [new("d9f8e7d", "d0a1b2c", AttributionLink.ReusedSentences, [Of(copy, "Mayor Ines Hald said the council")], "1 of 2 sentences stands there")]);
        var story = new Story([wire, copy], [hald, vask], [family]);

        var will = Cite(wire, "\"will come to Vask if the ferry runs\"");
        var again = Cite(copy, "\"will come to Vask if the ferry runs\"");
        var forty = Cite(wire, "At least 40 people crossed on the last ferry.");
        var some = Cite(copy, "Some 25 people crossed on the last ferry");
        var claim = new Claim("c1", will,
            [
                new(wire.Id, will.Span, Modality.Conditional, true, [new("e1", AttributionLink.SameQuote, Of(wire, "Ines Hald"))]),
                new(copy.Id, again.Span, Modality.Conditional, true,
                    [new("The Orlen Wire", AttributionLink.ReusedSentences, Of(copy, "Mayor Ines Hald")), new("e1", AttributionLink.SameQuote, Of(copy, "Ines Hald"))]),
            ],
            new Counts(
                [new("The Orlen Wire", [wire.Id], "the outlet named on the page"), new("unknown", [copy.Id], "pages of unknown outlet count as one")],
                [new("f1", [wire.Id, copy.Id], "near-copies of one text")],
                [new("e1", [wire.Id, copy.Id], "both chains end there")]));
        var dispute = new Dispute("x1", DisputeType.Value, DisputeScope.BetweenSources,
            [new("at least 40", [forty]), new("some 25", [some])], "Two numbers of people on one ferry.", "disjoint-values");
        var change = new Change("u1", ChangeKind.Refinement,
            [new(wire.Id, forty.Span, "at least 40", DateRange.Day(new LocalDate(2021, 3, 4))), new(copy.Id, some.Span, "25", DateRange.Unknown)],
            "The later number lies inside the earlier bound.", "narrower");
        var prospect = new Prospect("p1", Cite(wire, "Bridge talks"), "The two councils sit down in Vask.", ["e1", "e2"],
            new ProspectPlace("Vask", Cite(wire, "Vask")), DateRange.Month(2021, 4), ProspectStatus.Conditional,
            [
                new(DateRange.Unknown, ProspectStatus.Mooted, copy.Id, Of(copy, "Bridge talks may open"), null, null, Of(copy, "may"), "hedge"),
                new(DateRange.Day(new LocalDate(2021, 3, 4)), ProspectStatus.Conditional, wire.Id, will.Span, "e1", Of(wire, "if the ferry runs"), null, "condition"),
            ]);
        var ledger = new Ledger(story, [claim], [dispute], [change], [prospect]);

        return new Brief(ledger, new LocalDate(2021, 3, 9),
            [
                new(DateRange.Day(new LocalDate(2021, 3, 2)), DateRange.Day(new LocalDate(2021, 3, 4)), wire.Id, forty.Span, Modality.Happened),
                new(DateRange.Month(2021, 4), DateRange.Day(new LocalDate(2021, 3, 4)), wire.Id, Of(wire, "Bridge talks may open in Vask"), Modality.Conditional),
                new(DateRange.Unknown, DateRange.Unknown, wire.Id, Of(wire, "denied that the pier is unsafe"), Modality.Denied),
            ],
            [
                new("State of play", [Sentence(will, "single origin", "c1"), Sentence(Cite(wire, "Mayor Ines Hald said the council \"will come to Vask if the ferry runs\" <again> & soon."), null, null)], []),
                new("Pending and its conditions",
                    [Sentence(Cite(copy, "Bridge talks may open"), "mooted", "p1"), Sentence(will, "conditional", "p1")], ["Nothing since 4 March 2021."]),
                new("Disputed", [Sentence(forty, "at least 40", "x1"), Sentence(some, "some 25", "x1")], []),
                new("Gaps", [], ["No source after 4 March 2021."]),
            ],
            [new("The pier is safe.", "these words are not on the page")]);
    }

    private static Document Document(string id, string path, string text, string? outlet, LocalDate? day)
    {
        var source = new SourceText(text);
        var page = new Page(path, new string(id[1], 64), path.EndsWith("html", StringComparison.Ordinal) ? MediaType.Html : MediaType.PlainText, source, [], [], []);
        var title = new Span(text.IndexOf("Bridge", StringComparison.Ordinal), text.IndexOf('\n'));
        var paragraphs = new List<Paragraph>();
        for (var at = text.IndexOf("\n\n", StringComparison.Ordinal) + 2; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            paragraphs.Add(new Paragraph(new Span(at, end), false));
            at = end + 2;
        }
        var stamp = text.IndexOf("4 March 2021", StringComparison.Ordinal);
        var published = day is { } d ? new Published(DateRange.Day(d), DateBasis.Stated, [new Span(stamp, stamp + 12)], "dateline") : null;
        var candidates = day is { } c ? new[] { new DateCandidate(DateRange.Day(c), new Span(stamp, stamp + 12), "dateline", true, "the only date in a dateline") } : [];
        var credits = day is null ? [] : new[] { new Upstream("NLA", AttributionLink.Dateline, Find(text, "(NLA)"), "dateline") };
        var article = new Article(page, "en", new Sourced<string>(text[title.Start..title.End], title, "first-line"), null,
            outlet is null ? null : new Sourced<string>(outlet, title, "credit"), published, candidates, paragraphs, credits, []);
        var quote = Find(text, "\"will come to Vask if the ferry runs\"");
        return new Document(id, article, [], [],
            day is null ? [] : [new TimeExpression(new Span(stamp, stamp + 12), TimexType.Date, "2021-03-04", DateRange.Day(day.Value), false, "day-month-year")],
            [new Quantity(Find(text, day is null ? "Some 25" : "At least 40"), day is null ? 25 : 40, day is null ? 25 : null, day is null, null, "person", null, "number")],
            [new Mention(Find(text, "Ines Hald"), 0, MentionForm.Name, "name"), new Mention(Find(text, "Vask"), 1, MentionForm.Name, "name")],
            [new PageEntity("Ines Hald", EntityType.Person, 'f', ["Mayor"], [], null), new PageEntity("Vask", EntityType.Place, null, [], [], null)],
            [new Quotation(QuotationForm.Mixed, [quote], Find(text, "said"), 0, Find(text, "Ines Hald"), DateRange.Unknown, SpeechAct.Stated, "cue-before")],
            [new EventMention(Find(text, "come"), "come", quote, 0, [0], 1, DateRange.Unknown, Modality.Conditional, null, Find(text, "if the ferry runs"), "condition")],
            credits,
            day is null ? [new Diagnostic(DiagnosticCode.NoDate, "No date on the page.")] : []);
    }

    private static Span Find(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return new Span(at, at + words.Length);
    }

    private static Span Of(Document document, string words) => Find(document.Text.Value, words);

    private static Citation Cite(Document document, string words) => new(document.Id, Of(document, words));

    private static BriefSentence Sentence(Citation citation, string? label, string? subject) =>
        new(citation.Document == "d0a1b2c" ? WireText[citation.Span.Start..citation.Span.End] : CopyText[citation.Span.Start..citation.Span.End], [citation], label, subject);
}
