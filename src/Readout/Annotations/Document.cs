using NodaTime;
using Readout.Articles;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>An article with its annotation layers. Every layer points into <c>Article.Page.Text</c>.</summary>
/// <param name="Id">Short id derived from the page's bytes, unique in a run.</param>
public sealed record Document(
    string Id,
    Article Article,
    IReadOnlyList<Token> Tokens,
    IReadOnlyList<Sentence> Sentences,
    IReadOnlyList<TimeExpression> Times,
    IReadOnlyList<Quantity> Quantities,
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<PageEntity> Entities,
    IReadOnlyList<Quotation> Quotations,
    IReadOnlyList<EventMention> Events,
    IReadOnlyList<Upstream> Upstream,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>
    /// Events whose predicates are in no class: by a type of the ontology, else <c>other</c> and by lemma. Apart from
    /// <see cref="Events"/>, which the ledger aligns and follows.
    /// </summary>
    public IReadOnlyList<EventMention> OpenEvents { get; init; } = [];

    public SourceText Text => Article.Page.Text;

    /// <summary>
    /// The day the words speak from: the page's own day, or for a republication the day of the text it repeats.
    /// Relative times are read from it.
    /// </summary>
    public DateRange Anchor { get; init; } = Article.Published?.When ?? DateRange.Unknown;

    /// <summary>The syntactic words in order, with their trees; empty where the language has no parser.</summary>
    public IReadOnlyList<Word> Words { get; init; } = [];

    /// <summary>True where the page is in a language that Readout does not read: what its words mean is not known.</summary>
    public bool IsForeign { get; init; }

    /// <summary>What somebody is told to back, oppose, ask for or speak of, beside the quotations; empty where the language has no parser.</summary>
    public IReadOnlyList<Stance> Stances { get; init; } = [];

    public string Slice(Span span) => Text.Slice(span);
}

/// <summary>What a token is.</summary>
public enum TokenKind { Word, Number, Punctuation, Symbol }

/// <summary>A word, number or mark. The text stays as it is; the normal form stands beside it.</summary>
/// <param name="Span">Its place.</param>
/// <param name="Norm">Lower case (invariant), straight quotes and hyphens, compatibility forms folded.</param>
/// <param name="Kind">Word, number, punctuation or symbol. A possessive ’s is a token of its own; "didn't" is did + n't.</param>
public readonly record struct Token(Span Span, string Norm, TokenKind Kind);

/// <summary>A sentence of the report (or its headline): never spans two paragraphs.</summary>
/// <param name="Span">First to last token, closing quotation marks included.</param>
/// <param name="FirstToken">Index of its first token in <see cref="Document.Tokens"/>.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Paragraph">Index into <see cref="Article.Paragraphs"/>; −1 for the title.</param>
/// <param name="IsHeading">Title or sub-heading.</param>
public sealed record Sentence(Span Span, int FirstToken, int EndToken, int Paragraph, bool IsHeading)
{
    /// <summary>Index of its first word in <see cref="Document.Words"/>.</summary>
    public int FirstWord { get; init; }

    /// <summary>Index after its last word; equal to <see cref="FirstWord"/> where the language has no parser.</summary>
    public int EndWord { get; init; }
}

/// <summary>TIMEX3 types.</summary>
public enum TimexType { Date, Time, Duration, Set }

/// <summary>A time expression (TIMEX3).</summary>
/// <param name="Span">Its words, without a preposition.</param>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value (<c>2023-03-14</c>, <c>2023-W11</c>, <c>P2D</c>, <c>2024-SP</c>); underspecified (<c>XXXX-09</c>) where the anchor is missing; null where nothing can be said.</param>
/// <param name="When">The days it covers; bounds open where unknown; unknown for durations and sets.</param>
/// <param name="Anchored">True where the value depends on the page's date.</param>
/// <param name="Rule">Name of the rule that gave the value.</param>
public sealed record TimeExpression(Span Span, TimexType Type, string? Value, DateRange When, bool Anchored, string Rule)
{
    /// <summary>The days from first to last where this is one end of a range ("from March to June"); unknown otherwise.</summary>
    public DateRange Range { get; init; }
}

/// <summary>A number with its bounds and what it counts or measures. Dates, ages of people and ordinals are not quantities.</summary>
/// <param name="Span">The phrase: bound words, number, magnitude, unit or noun counted ("at least 700 boats", "12 million barrels", "3.4 percent").</param>
/// <param name="Low">Lower bound, magnitude expanded; null is open.</param>
/// <param name="High">Upper bound; null is open.</param>
/// <param name="Approximate">True for "some", "about", "nearly", "around".</param>
/// <param name="Unit">Unit of measure or currency in the singular ("tonne", "percent", "crown"); null for plain counts.</param>
/// <param name="Of">The thing counted or measured, singular lower case ("job", "freight", "round"); null where not said.</param>
/// <param name="Window">The time expression that bounds the count ("this year", "since January", "in 2022"), in the same clause.</param>
/// <param name="Rule">Name of the rule that read it.</param>
public sealed record Quantity(Span Span, double? Low, double? High, bool Approximate, string? Unit, string? Of, Span? Window, string Rule);

/// <summary>What kind of thing a name stands for.</summary>
public enum EntityType { Person, Organisation, Place, Group, Event, Product, Law, Other }

/// <summary>How a mention names its entity.</summary>
public enum MentionForm { Name, ShortName, Acronym, Role, Pronoun, Group }

/// <summary>Words that stand for an entity of the page.</summary>
/// <param name="Span">The words: a name without its title, a role phrase with its article, a pronoun.</param>
/// <param name="Entity">Index into <see cref="Document.Entities"/>.</param>
/// <param name="Form">How it is named.</param>
/// <param name="Rule">Name of the rule that made or resolved it.</param>
public sealed record Mention(Span Span, int Entity, MentionForm Form, string Rule);

/// <summary>A person, body or place that the page speaks of, its aliases joined.</summary>
/// <param name="Name">The fullest name on the page ("Jory Pell", "Vask Ferries").</param>
/// <param name="Type">Kind.</param>
/// <param name="Gender">'m', 'f', or null where unknown; from titles, pronouns and first names.</param>
/// <param name="Roles">Titles and roles the page gives, as written ("spokesman", "chief executive", "mayor").</param>
/// <param name="Affiliations">Indexes of entities it belongs to ("Vask Ferries spokesman Jory Pell" → Vask Ferries).</param>
/// <param name="KnownAs">Id in the shipped lists where the name is known there (country code, outlet, agency); null otherwise.</param>
public sealed record PageEntity(
    string Name, EntityType Type, char? Gender, IReadOnlyList<string> Roles, IReadOnlyList<int> Affiliations, string? KnownAs);

/// <summary>How words are given as somebody's.</summary>
public enum QuotationForm { Direct, Indirect, Mixed }

/// <summary>What the cue does with the content: states it, denies it, or says that nothing was said.</summary>
public enum SpeechAct { Stated, Denied, Declined, Asked }

/// <summary>Words given as somebody's (PARC: content, cue, source).</summary>
/// <param name="Form">Direct: all in marks; indirect: none; mixed: partly.</param>
/// <param name="Content">The words, marks included, in order; parts split by a cue are several spans.</param>
/// <param name="Cue">The reporting words ("said", "according to"); null for a bare quotation whose speaker follows from its neighbour.</param>
/// <param name="Speaker">Index of the speaker in <see cref="Document.Entities"/>; null where unknown or anonymous.</param>
/// <param name="SpeakerSpan">The words that name the speaker here, a pronoun or title included; null where none do.</param>
/// <param name="SaidOn">When the words were spoken, where the page says.</param>
/// <param name="Act">What the cue does with the content.</param>
/// <param name="Rule">Name of the rule that found it.</param>
public sealed record Quotation(
    QuotationForm Form,
    IReadOnlyList<Span> Content,
    Span? Cue,
    int? Speaker,
    Span? SpeakerSpan,
    DateRange SaidOn,
    SpeechAct Act,
    string Rule)
{
    /// <summary>To whom, on what occasion and on whose word it was said.</summary>
    public SpeechSetting Setting { get; init; } = SpeechSetting.None;

    /// <summary>A quotation mark is missing: the content ends with the sentence it stands in, for want of anything better.</summary>
    public bool IsEndDoubtful { get; init; }

    /// <summary>First to last word of the content.</summary>
    public Span Extent => new(Content[0].Start, Content[^1].End);
}

/// <summary>How an event mention claims to be a fact (PRODUCT.md section 2).</summary>
public enum Modality { Happened, Ongoing, Planned, Expected, Possible, Conditional, Proposed, Threatened, Uncertain, NotYet, Denied }

/// <summary>A mention of something that happened or may happen.</summary>
/// <param name="Predicate">The word that names it ("meet", "meeting", "postponed").</param>
/// <param name="Type">Class of the predicate ("meet", "sign", "attack"); the lemma where the class is unknown.</param>
/// <param name="Clause">The clause that says it.</param>
/// <param name="Sentence">Index into <see cref="Document.Sentences"/>.</param>
/// <param name="Participants">Indexes of the entities taking part.</param>
/// <param name="Place">Index of the place entity; null where not said.</param>
/// <param name="Time">When it happened or should; unknown where not said.</param>
/// <param name="Modality">What kind of fact it claims to be.</param>
/// <param name="Hedge">The words that carry the modality ("cannot rule out"); null for plain statements.</param>
/// <param name="Condition">The clause it depends on; null where there is none.</param>
/// <param name="Rule">Name of the rule that found it.</param>
public sealed record EventMention(
    Span Predicate,
    string Type,
    Span Clause,
    int Sentence,
    IReadOnlyList<int> Participants,
    int? Place,
    DateRange Time,
    Modality Modality,
    Span? Hedge,
    Span? Condition,
    string Rule)
{
    /// <summary>How certain the sentence makes it, from −3 (certainly not) to 3 (certainly); null where the language has no parser.</summary>
    public float? Certainty { get; init; }

    /// <summary>Its type in the PLOVER scheme with what the words around make of it (docs/ontology.md); null where the scheme has none.</summary>
    public string? Plover { get; init; }

    /// <summary>The CAMEO root code of that type.</summary>
    public string? Cameo { get; init; }

    /// <summary>Entities that did it, as far as the tree says so.</summary>
    public IReadOnlyList<int> Source { get; init; } = [];

    /// <summary>Entities that it was done to or with, as far as the tree says so.</summary>
    public IReadOnlyList<int> Target { get; init; } = [];

    /// <summary>The predicate's lemma, for an event whose predicate is in no class.</summary>
    public string? Lemma { get; init; }

    /// <summary>Index in <see cref="Document.Quotations"/> of the statement it is told in, the innermost; null where the page tells it itself.</summary>
    public int? Quotation { get; init; }

    /// <summary>Where the event stands, said finer than the modality; null for plain reports of the past.</summary>
    public ProspectStatus? Status { get; init; }
}
