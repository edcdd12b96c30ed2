using System.Diagnostics.CodeAnalysis;

namespace Readout.Languages;

/// <summary>A table of words and phrases that is asked with stretches of text: no string is made for a question.</summary>
internal sealed class PhraseTable<T>
{
    private readonly Dictionary<string, T> _rows;
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public PhraseTable(int capacity = 0)
        : this(new Dictionary<string, T>(capacity, StringComparer.Ordinal))
    {
    }

    public PhraseTable(Dictionary<string, T> rows)
    {
        _rows = rows;
        _lookup = rows.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public T this[string phrase]
    {
        set => _rows[phrase] = value;
    }

    public bool TryAdd(string phrase, T value) => _rows.TryAdd(phrase, value);

    public bool ContainsKey(ReadOnlySpan<char> phrase) => _lookup.ContainsKey(phrase);

    public bool TryGetValue(ReadOnlySpan<char> phrase, [MaybeNullWhen(false)] out T value) => _lookup.TryGetValue(phrase, out value);

    /// <summary>The value of a phrase; the type's default where it is not listed.</summary>
    public T? Find(ReadOnlySpan<char> phrase) => _lookup.TryGetValue(phrase, out var value) ? value : default;
}
