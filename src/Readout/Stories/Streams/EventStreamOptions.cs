namespace Readout.Stories.Streams;

/// <summary>How far a stream looks back.</summary>
/// <param name="ReachDays">A text joins no event whose last text is older than so many days.</param>
/// <param name="Window">Texts that can be joined; older days are forgotten but for their events' ids.</param>
/// <param name="Replay">Texts of the latest days that are placed anew when one comes late. A day with more is placed in parts.</param>
/// <param name="Stories">Whether stories are told too; events alone cost less.</param>
public sealed record EventStreamOptions(int ReachDays = 30, int Window = 350_000, int Replay = 40_000, bool Stories = true);
