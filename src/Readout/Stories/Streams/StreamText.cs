using NodaTime;

namespace Readout.Stories.Streams;

/// <summary>What telling events apart needs of a report: no page, no annotation, so that a stream of thousands a second can be read.</summary>
/// <param name="Id">The caller's id; a second text of the same id is a text of its own.</param>
/// <param name="Title">Headline; empty where there is none.</param>
/// <param name="Text">Lead and body; empty where only a headline is known.</param>
/// <param name="Published">Day it appeared; null where it is not known.</param>
/// <param name="Language">BCP 47 code; null is read as English.</param>
/// <param name="Seen">Day it came in: where it stands when no day is given.</param>
public sealed record StreamText(string Id, string Title, string Text, LocalDate? Published = null, string? Language = null, LocalDate? Seen = null);
