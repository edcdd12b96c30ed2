using Readout.Text;

namespace Readout.Annotations;

/// <summary>A reporting verb with its auxiliaries, or "according to".</summary>
/// <param name="First">First piece, auxiliaries and adverbs included.</param>
/// <param name="End">Piece after the last.</param>
/// <param name="Verb">The verb; null for "according to".</param>
/// <param name="Form">Form of the verb.</param>
/// <param name="Negated">"did not say".</param>
internal sealed record Cue(int First, int End, ReportingVerb? Verb, VerbForm Form, bool Negated)
{
    public bool IsAccordingTo => Verb is null;

    public bool Takes(Frames frames) => Verb is not null && Verb.Takes(frames);
}
