using Readout.Text;

namespace Readout.Claims;

/// <summary>A number of victims, the words it was read from, and how.</summary>
/// <param name="Spans">The words that say so; for a 0 those that tell of other harm, and empty only where there are none.</param>
internal sealed record TollValue(int Count, IReadOnlyList<Span> Spans, string Rule);
