using NodaTime;
using Readout.Annotations;

namespace Readout.Claims;

/// <summary>Which part of a ledger is asked for. What is null, 0 or false asks for nothing.</summary>
/// <param name="About">A person, body or place: by name as any page writes it, or by id.</param>
/// <param name="By">Who said it, named likewise, or by the words that name an unnamed speaker.</param>
/// <param name="From">Nothing before this day: of what is said, the day of speaking; of the timeline, the day of the event.</param>
/// <param name="To">Nothing after this day.</param>
/// <param name="Type">Disputes of this type.</param>
/// <param name="Form">Quotations of this form.</param>
/// <param name="Status">Prospects that stand so now.</param>
/// <param name="Speakers">Claims that at least so many original speakers make.</param>
/// <param name="Disputed">Claims that a dispute between sources rests on.</param>
public sealed record LedgerFilter(
    string? About = null,
    string? By = null,
    LocalDate? From = null,
    LocalDate? To = null,
    DisputeType? Type = null,
    QuotationForm? Form = null,
    ProspectStatus? Status = null,
    int Speakers = 0,
    bool Disputed = false)
{
    /// <summary>Asks for everything.</summary>
    public static LedgerFilter None { get; } = new();
}
