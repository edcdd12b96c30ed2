namespace Readout.Text;

/// <summary>A value, the words it was read from, and the name of the rule that read them.</summary>
public sealed record Sourced<T>(T Value, Span Span, string Rule);

/// <summary>A place in a document: what every line of a brief leads back to.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Span">Place in that document's text.</param>
public sealed record Citation(string Document, Span Span);
