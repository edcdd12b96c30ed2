using Readout.Text;

namespace Readout.Annotations;

/// <summary>Where somebody stands to what the words name.</summary>
public enum StanceKind { Backs, Opposes, Accuses, Asks, Intends, Declines, Sees, Mentions, Announces }

/// <summary>Whether the text tells the stance as so, as not so, or leaves it open ("may oppose", "if she backs").</summary>
public enum StancePolarity { Yes, No, Open }

/// <summary>
/// What somebody is told to back, oppose, ask for, intend or speak of, where no words are given as theirs: "Moll opposes
/// the new toll". An attribution without a statement; never a claim, and never counted as speech.
/// </summary>
/// <param name="Content">What it is about, in order.</param>
/// <param name="Cue">The verb, noun or adjective with its auxiliaries and preposition.</param>
/// <param name="Holder">Index of who holds it in <see cref="Document.Entities"/>; null where unknown or anonymous.</param>
/// <param name="HolderSpan">The words that name the holder; null where the page leaves it to nobody ("is expected to").</param>
/// <param name="Kind">What the holder does with the content.</param>
/// <param name="Polarity">Told as so, not so, or open.</param>
/// <param name="Rule">Name of the rule that found it.</param>
public sealed record Stance(
    IReadOnlyList<Span> Content, Span Cue, int? Holder, Span? HolderSpan, StanceKind Kind, StancePolarity Polarity, string Rule);
