using Readout.Annotations;
using Readout.Briefs;
using Readout.Claims;
using Readout.Origins;
using Readout.Stories;
using Readout.Text;

namespace Readout.Formats;

/// <summary>A brief laid out for reading: pages numbered, sentences of one subject together. Markdown, text and HTML print it.</summary>
internal sealed class BriefView
{
    private readonly Dictionary<string, Source> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Subject> _subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names;

    public BriefView(Brief brief)
    {
        Brief = brief;
        var story = brief.Ledger.Story;
        _names = story.Entities.ToDictionary(e => e.Id, e => e.Name, StringComparer.Ordinal);
        var families = story.Families.SelectMany(f => f.Documents.Select(d => (d, f))).ToDictionary(x => x.d, x => x.f, StringComparer.Ordinal);
        Sources = [.. story.Documents.Select((d, i) => new Source(i + 1, d, families.GetValueOrDefault(d.Id)))];
        foreach (var source in Sources)
            _byId[source.Document.Id] = source;
        AddSubjects(brief.Ledger);
        Sections = [.. brief.Sections.Select(s => new Section(s.Name, s.Kind, Group(s), [.. s.Notes.Where(n => !RepeatsReason(n))]))];
    }

    public Brief Brief { get; }

    /// <summary>Every page, in the order of its day; the number is what citations bear.</summary>
    public IReadOnlyList<Source> Sources { get; }

    public IReadOnlyList<Section> Sections { get; }

    public Source Source(string document) => _byId[document];

    public Subject? Subject(string? id) => id is null ? null : _subjects.GetValueOrDefault(id);

    public bool HasSourcesSection => Sections.Any(s => s.IsSources);

    /// <summary>Name of an entity, or the name itself where it is none.</summary>
    public string Name(string who) => _names.GetValueOrDefault(who, who);

    /// <summary>What was asked for, pages, outlets and the days they span, in one line.</summary>
    public string Extent()
    {
        var asked = Outline.Asked(this);
        var outlets = Sources.Select(s => s.Document.Article.Outlet?.Value).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var days = Sources.Select(s => s.Document.Article.Published?.When).OfType<DateRange>().ToList();
        var first = days.Select(d => d.Earliest).OfType<NodaTime.LocalDate>().DefaultIfEmpty().Min();
        var last = days.Select(d => d.Latest).OfType<NodaTime.LocalDate>().DefaultIfEmpty().Max();
        var span = days.Count == 0 ? "no page gives its day" : Dates.Of(new DateRange(first, last));
        return $"{(asked.Length > 0 ? asked + " · " : "")}{Count(Sources.Count, "page")} · {Count(outlets, "outlet")} named · {span}";
    }

    /// <summary>The three counts in words.</summary>
    public static string Words(Counts counts) =>
        $"{Count(counts.Outlets.Count, "outlet")} · {Count(counts.Texts.Count, "text")} · {Count(counts.Speakers.Count, "speaker")}";

    public static string Count(int number, string thing) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");

    private void AddSubjects(Ledger ledger)
    {
        foreach (var claim in ledger.Claims)
            _subjects[claim.Id] = new Subject(claim.Id, "claim", "", claim.Counts) { Claim = claim };
        foreach (var dispute in ledger.Disputes)
        {
            var kind = dispute.Scope == DisputeScope.WithinPage ? "at odds with itself" : $"disputed {EnumNames.Of(dispute.Type)}";
            _subjects[dispute.Id] = new Subject(dispute.Id, kind, dispute.Reason, null);
        }
        foreach (var change in ledger.Changes)
            _subjects[change.Id] = new Subject(change.Id, EnumNames.Of(change.Kind), change.Reason, null);
        foreach (var prospect in ledger.Prospects)
            _subjects[prospect.Id] = new Subject(prospect.Id, EnumNames.Of(prospect.Status), prospect.Definition, null);
    }

    // A group prints its subject's reason already.
    private bool RepeatsReason(string note) =>
        note.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0 && _subjects.ContainsKey(note[..colon]);

    /// <summary>The label before a sentence. A claim's counts are printed with their lists, so only what they mean stays.</summary>
    public string? Label(BriefSentence sentence) =>
        Subject(sentence.Subject)?.Counts is not { } counts || sentence.Label != Labels.Of(counts) ? sentence.Label
            : counts.Speakers.Count == 1 ? "single origin" : null;

    /// <summary>A sentence's words in order, with the names of its pronouns between them: those are Readout's.</summary>
    public IEnumerable<(string Text, bool IsName)> Pieces(BriefSentence sentence)
    {
        if (sentence.Names.Count == 0 || sentence.Citations is not [var only])
        {
            yield return (WhiteSpace.Fold(sentence.Text), false);
            yield break;
        }
        var document = _byId[only.Document].Document;
        var from = only.Span.Start;
        foreach (var named in sentence.Names)
        {
            yield return (Between(document, from, named.Place.Span.End), false);
            yield return (" ", false);
            yield return ($"[{named.Name}]", true);
            from = named.Place.Span.End;
        }
        yield return (Between(document, from, only.Span.End), false);
    }

    // Folded, but a space at its beginning stays: it parts the words from the name before them.
    private static string Between(Document document, int start, int end) =>
        (start < end && char.IsWhiteSpace(document.Text[start]) ? " " : "") + WhiteSpace.Fold(document.Slice(new Span(start, end)));

    // Sentences of one dispute or prospect that follow one another stand under one line.
    private List<SubjectGroup> Group(BriefSection section)
    {
        var groups = new List<SubjectGroup>();
        foreach (var sentence in section.Sentences)
        {
            var subject = Subject(sentence.Subject);
            if (subject is null || groups.Count == 0 || groups[^1].Subject != subject)
                groups.Add(new SubjectGroup(subject, []));
            groups[^1].Sentences.Add(sentence);
        }
        return groups;
    }
}

/// <summary>A page with its number in the list.</summary>
internal sealed record Source(int Number, Document Document, Family? Family)
{
    public string Outlet => Document.Article.Outlet?.Value ?? "outlet unknown";

    /// <summary>What a citation calls the page: its outlet, or its file where that is unknown.</summary>
    public string Name => Document.Article.Outlet?.Value ?? Document.Article.Page.FileName;

    /// <summary>Name and day, as a citation bears them.</summary>
    public string Credit => $"{Name}, {Day}";

    public string Title => Document.Article.Title is { } title ? WhiteSpace.Fold(title.Value) : Document.Article.Page.FileName;

    public string Day => Document.Article.Published is { } published
        ? Dates.Of(published.When) + (published.Basis == Articles.DateBasis.Inferred ? " (inferred)" : "")
        : "no date";

    /// <summary>The paragraph around some words, for reading them in place; the words alone where they stand outside the body.</summary>
    public Span Paragraph(Span span)
    {
        foreach (var paragraph in Document.Article.Paragraphs)
        {
            if (paragraph.Span.Contains(span))
                return paragraph.Span;
        }
        return span;
    }

    /// <summary>Place in code points, as exports count.</summary>
    public (int Start, int End) Offsets(Span span) => Document.Text.ToCodePoints(span);
}

/// <summary>What a printed sentence is about.</summary>
/// <param name="Kind">What it is, in a word or two of ours.</param>
/// <param name="Reason">Why it is one, in our words; empty where that goes without saying.</param>
internal sealed record Subject(string Id, string Kind, string Reason, Counts? Counts)
{
    public Claim? Claim { get; init; }
}

internal sealed record SubjectGroup(Subject? Subject, List<BriefSentence> Sentences);

internal sealed record Section(string Name, SectionKind Kind, IReadOnlyList<SubjectGroup> Groups, IReadOnlyList<string> Notes)
{
    public bool IsPending => Kind == SectionKind.Pending;

    public bool IsTimeline => Kind == SectionKind.Timeline;

    /// <summary>The section whose place the list of pages takes: it says the same, with numbers.</summary>
    public bool IsSources => Kind == SectionKind.Sources;
}
