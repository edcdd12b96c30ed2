using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>One sentence of a report as something that can be claimed: who says it and the terms it is compared by.</summary>
/// <param name="Document">Where it stands.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Quotation">The quotation that carries most of it; null where the page says it in its own voice.</param>
/// <param name="Terms">Stems, with predicates folded to their class; names are left to <paramref name="Entities"/>.</param>
/// <param name="Entities">Ids of the entities it speaks of, its speaker left out.</param>
/// <param name="Numbers">Numbers it states, as text.</param>
/// <param name="IsPlan">True where its first event is to come or in doubt, false where it is reported as a fact.</param>
/// <param name="Negated">True where an odd number of negations stands in it.</param>
internal sealed record Statement(
    Document Document,
    Sentence Sentence,
    Quotation? Quotation,
    IReadOnlySet<string> Terms,
    IReadOnlySet<string> Entities,
    IReadOnlySet<string> Numbers,
    bool Negated,
    bool IsPlan)
{
    /// <summary>True where any word of negation stands in it, whatever it negates.</summary>
    public bool HasNegation { get; init; }

    /// <summary>The terms that its negations stand with; empty where it has none.</summary>
    public required IReadOnlySet<string> NegatedTerms { get; init; }

    public Span Span => Sentence.Span;

    /// <summary>What of the sentence counts: the words somebody is given, not those that report them.</summary>
    public IReadOnlyList<Span> Parts { get; init; } = [Sentence.Span];

    // One object a sentence: identity is enough, and much cheaper than comparing documents.
    public bool Equals(Statement? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>When it was said: as the page dates the speech to within some days, else the day the page speaks from.</summary>
    public DateRange Said => Quotation is { SaidOn: { IsBounded: true } on } && NodaTime.Period.DaysBetween(on.Earliest!.Value, on.Latest!.Value) <= 14 ? on : Document.Anchor;
}
