namespace Readout.Annotations;

/// <summary>
/// What the first layer makes of a form before it looks at the words around. That is the same wherever the form stands, so the
/// forms met first, which are nearly all of a page, are worked out once. Kept as they were worked out: the same bits either way.
/// Threads share it; it only grows, up to <see cref="Most"/> forms.
/// </summary>
/// <param name="width">Values of a form.</param>
internal sealed class FormGates(int width)
{
    /// <summary>More forms than this hardly come again: of a million words of news 93 in a hundred are among the first 8,000 forms.</summary>
    public const int Most = 1 << 13;

    private const int Block = 256;

    private readonly ulong[] _keys = new ulong[2 * Most];
    private readonly int[] _slots = new int[2 * Most];
    private readonly string[] _forms = new string[Most];
    private readonly float[][] _blocks = new float[Most / Block][];
    private readonly Lock _growing = new();
    private int _count;

    /// <summary>The form's slot; −1 where it is not kept.</summary>
    /// <param name="form">The form as the network sees it.</param>
    /// <param name="hash">Its hash, not 0.</param>
    public int Find(ReadOnlySpan<char> form, ulong hash)
    {
        for (var at = First(hash); Volatile.Read(ref _keys[at]) is var key and not 0; at = Next(at))
        {
            if (key == hash)
                return form.SequenceEqual(_forms[_slots[at]]) ? _slots[at] : -1;
        }
        return -1;
    }

    /// <summary>The values in a slot.</summary>
    public ReadOnlySpan<float> Values(int slot) => _blocks[slot / Block].AsSpan(slot % Block * width, width);

    /// <summary>Keeps a form's values, where there is room.</summary>
    public void Keep(ReadOnlySpan<char> form, ulong hash, ReadOnlySpan<float> values)
    {
        if (Volatile.Read(ref _count) == Most)
            return;
        lock (_growing)
        {
            var at = First(hash);
            while (_keys[at] != 0 && _keys[at] != hash)
                at = Next(at);
            if (_keys[at] != 0 || _count == Most)
                return;
            var slot = _count;
            _blocks[slot / Block] ??= new float[Block * width];
            values.CopyTo(_blocks[slot / Block].AsSpan(slot % Block * width));
            _forms[slot] = form.ToString();
            _slots[at] = slot;
            // last: who sees the key sees all of the above
            Volatile.Write(ref _keys[at], hash);
            Volatile.Write(ref _count, slot + 1);
        }
    }

    private static int First(ulong hash) => (int)hash & ((2 * Most) - 1);

    private static int Next(int at) => (at + 1) & ((2 * Most) - 1);
}
