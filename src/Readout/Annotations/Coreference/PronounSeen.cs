using Readout.Text;

namespace Readout.Annotations;

/// <summary>Is told of a pronoun, the people it may mean and their rows; both are used again for the next pronoun.</summary>
internal delegate void PronounSeen(Span pronoun, ReadOnlySpan<Antecedent> candidates, ReadOnlySpan<float[]> rows);
