using Readout.Text;

namespace Readout.Annotations;

/// <summary>What kind of occasion words were spoken on, or by what means.</summary>
public enum OccasionKind { Interview, Briefing, Statement, Speech, Meeting, Hearing, Call, Letter, Post, Broadcast, Document }

/// <summary>Somebody or something that a sentence names beside the speaker.</summary>
/// <param name="Words">As named there, without a preposition.</param>
/// <param name="Entity">Index into <see cref="Document.Entities"/>; null for those without a name ("reporters", "a report").</param>
public sealed record SpeechParty(Span Words, int? Entity);

/// <summary>The occasion of a statement.</summary>
/// <param name="Words">"an interview with the Orlen Courier".</param>
/// <param name="Kind">Its kind.</param>
public sealed record Occasion(Span Words, OccasionKind Kind);

/// <summary>To whom, where and on whose word somebody spoke, as far as the sentence says.</summary>
/// <param name="Addressee">Whom the words were spoken to: "told reporters", "in a letter to the council".</param>
/// <param name="Occasion">"at a news conference", "by telephone".</param>
/// <param name="Cited">On whose word: "said, citing a police report".</param>
public sealed record SpeechSetting(SpeechParty? Addressee, Occasion? Occasion, SpeechParty? Cited)
{
    /// <summary>Nothing is said of it.</summary>
    public static SpeechSetting None { get; } = new(null, null, null);
}
