namespace Readout.Stories.Streams;

/// <summary>FNV-1a in 32 bits: the same over runs and machines. Two words of a stream seldom share a hash, and then blur one term.</summary>
internal static class Hashing
{
    public const uint Start = 2166136261;

    public static uint Add(uint hash, char c) => (hash ^ c) * 16777619;

    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = Start;
        foreach (var c in word)
            hash = Add(hash, c);
        return hash;
    }

    /// <summary>A hash for two that stand together.</summary>
    public static uint Join(uint a, uint b) => ((a * 0x9E3779B1) ^ b) * 16777619;
}
