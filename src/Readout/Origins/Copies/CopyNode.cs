using NodaTime;

namespace Readout.Origins;

/// <summary>One wording in the index, with every text that bears it word for word: a million copies of one text are one node.</summary>
internal sealed class CopyNode(CopyText text)
{
    /// <summary>Outlets kept for learning boilerplate; a wording that more outlets print is nobody's furniture.</summary>
    private const int MostOutlets = 8;

    private readonly List<CopyText> _texts = [text];

    public Shingling Shingles { get; } = text.Shingles;

    /// <summary>The texts with this wording, in the order in which they came.</summary>
    public IReadOnlyList<CopyText> Texts => _texts;

    /// <summary>The earliest of them; of one day the one with the first id.</summary>
    public CopyText First { get; private set; } = text;

    /// <summary>Hashes of the outlets that printed it, the few smallest.</summary>
    public ulong[] Outlets { get; private set; } = text.Outlet is { } outlet ? [Hash(outlet)] : [];

    /// <summary>What of it counts, boilerplate left out; as seen when last looked at.</summary>
    public GramMask Mask { get; private set; } = GramMask.None;

    /// <summary>How many shingles of it count.</summary>
    public Overlap Size { get; private set; } = Overlap.Of(text.Shingles, GramMask.None, null);

    /// <summary>What it is like as a whole.</summary>
    public uint[] Signature { get; } = MinHash.Of(text.Shingles);

    /// <summary>The family's representative as the stream has it so far.</summary>
    public CopyNode? Representative { get; set; }

    /// <summary>Leaves boilerplate out from now on.</summary>
    public void LeaveOut(GramMask mask)
    {
        if (ReferenceEquals(mask, Mask))
            return;
        Mask = mask;
        Size = Overlap.Of(Shingles, mask, null);
    }

    public void Add(CopyText text)
    {
        _texts.Add(text);
        if (Earlier(text, First) < 0)
            First = text;
        if (text.Outlet is { } outlet && !Outlets.Contains(Hash(outlet)))
            Outlets = [.. Outlets.Append(Hash(outlet)).Order().Take(MostOutlets)];
    }

    /// <summary>True where one outlet printed both.</summary>
    public bool SharesOutlet(CopyNode other)
    {
        foreach (var outlet in Outlets)
        {
            if (Array.IndexOf(other.Outlets, outlet) >= 0)
                return true;
        }
        return false;
    }

    /// <summary>Which of two came first: by day, those without one last, then by id.</summary>
    public static int Earlier(CopyText a, CopyText b)
    {
        var day = (a.Day ?? LocalDate.MaxIsoValue).CompareTo(b.Day ?? LocalDate.MaxIsoValue);
        return day != 0 ? day : string.CompareOrdinal(a.Id, b.Id);
    }

    private static ulong Hash(string outlet)
    {
        var hash = 0UL;
        foreach (var c in OutletNames.Fold(outlet))
            hash = Shingling.Mix(hash + c);
        return hash;
    }
}
