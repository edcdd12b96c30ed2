using Readout.Text;

namespace Readout.Annotations;

/// <summary>Words between quotation marks, marks included.</summary>
/// <param name="Span">Opening to closing mark; to the end of the sentence or paragraph where the closing mark is missing.</param>
/// <param name="Closed">False where the closing mark is missing.</param>
/// <param name="Continues">Index of the quoted text of the paragraph before that this one goes on with; −1 for none.</param>
internal readonly record struct QuotedText(Span Span, bool Closed, int Continues);
