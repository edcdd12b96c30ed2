using Readout.Text;

namespace Readout.Annotations;

/// <summary>What earlier words of the page left to refer to: "a year earlier", "that day", "the quarter".</summary>
/// <param name="anchor">The page's day or interval.</param>
internal sealed class TimeContext(DateRange anchor)
{
    // A reference holds in its own sentence and the two behind it.
    private const int Reach = 2;

    private const int Never = -1000;

    private Dated _reference = Dated.Nothing;
    private bool _anchored;
    private int _sentence = Never;

    public DateRange Anchor { get; } = anchor;

    /// <summary>Index of the sentence being read.</summary>
    public int Sentence { get; set; }

    /// <summary>The quarter last spoken of on the page.</summary>
    public Dated Quarter { get; private set; } = Dated.Nothing;

    /// <summary>Sentence in which the quarter was last spoken of.</summary>
    public int QuarterSentence { get; private set; } = Never;

    /// <summary>The time last spoken of nearby, with whether it depends on the page's day; null where there is none.</summary>
    public (Dated Time, bool Anchored)? Reference => Sentence - _sentence <= Reach ? (_reference, _anchored) : null;

    public void Note(Reading reading, Dated time)
    {
        if (!reading.IsReference || time.Value is null || time.Grain is Grain.None or Grain.Decade or Grain.Century || !time.When.IsBounded)
            return;
        (_reference, _anchored, _sentence) = (time, reading.From is not null || reading.Anchored, Sentence);
        if (time.Grain is Grain.Quarter && reading.Rule is "quarter" or "latest-quarter")
            (Quarter, QuarterSentence) = (time, Sentence);
    }
}
