using Readout.Text;

namespace Readout.Annotations;

/// <summary>A place where a syntactic word stands, before it is tagged.</summary>
/// <param name="Span">Its place.</param>
/// <param name="Token">Index of the token it belongs to.</param>
/// <param name="Joined">
/// True where it forms one written word with the word before it, a multiword token of Universal Dependencies
/// ("did" + "n't", "Vask" + "'s"). The parts of a hyphenated compound are not joined: they are words side by side.
/// </param>
internal readonly record struct WordSpan(Span Span, int Token, bool Joined);
