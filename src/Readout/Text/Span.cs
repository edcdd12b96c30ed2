namespace Readout.Text;

/// <summary>A stretch of a page's text: UTF-16 indexes into <see cref="SourceText.Value"/>, end exclusive.</summary>
public readonly record struct Span(int Start, int End) : IComparable<Span>
{
    /// <summary>Number of UTF-16 code units covered.</summary>
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    /// <summary>True where every unit of <paramref name="other"/> lies inside this span.</summary>
    public bool Contains(Span other) => other.Start >= Start && other.End <= End;

    public bool Contains(int index) => index >= Start && index < End;

    public bool Overlaps(Span other) => other.Start < End && Start < other.End;

    /// <summary>The smallest span that covers both.</summary>
    public Span Cover(Span other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    public int CompareTo(Span other) =>
        Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    public override string ToString() => $"[{Start},{End})";
}
