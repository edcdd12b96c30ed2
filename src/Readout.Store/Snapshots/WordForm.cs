namespace Readout.Store.Snapshots;

/// <summary>Forms of words by their endings: how many letters go from the word in small letters, and which come.</summary>
internal sealed class WordForm
{
    /// <summary>No longer words than that.</summary>
    public const int Most = 64;

    private const char None = 'a';

    // One string for a form, however often a page has it.
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _known =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What is done to the end of a word to come to a form: empty for nothing; null where that says it no shorter.</summary>
    /// <param name="room">Of the length of the word; empty where that is longer than <see cref="Most"/>.</param>
    public static string? Ending(string value, ReadOnlySpan<char> text, Span<char> room)
    {
        if (room.Length < text.Length || text.ToLowerInvariant(room) != text.Length)
            return null;
        var same = room.CommonPrefixLength(value);
        var (go, come) = (text.Length - same, value.Length - same);
        if (go == 0 && come == 0)
            return "";
        return same > 0 && go < 26 && come < 8 ? (char)(None + go) + value[same..] : null;
    }

    /// <summary>The form of a word.</summary>
    /// <exception cref="InvalidDataException">No word has such an ending.</exception>
    public string Of(ReadOnlySpan<char> text, string ending)
    {
        if (text.Length > Most || ending.Length > Most)
            throw new InvalidDataException("The snapshot's bytes are broken.");
        Span<char> room = stackalloc char[2 * Most];
        var length = text.ToLowerInvariant(room);
        if (ending.Length > 0)
        {
            length -= ending[0] - None;
            if (length < 0 || length > text.Length)
                throw new InvalidDataException("The snapshot's bytes are broken.");
            ending.AsSpan(1).CopyTo(room[length..]);
            length += ending.Length - 1;
        }
        if (_known.TryGetValue(room[..length], out var form))
            return form;
        form = room[..length].ToString();
        _known[form] = form;
        return form;
    }
}
