using System.Numerics;

namespace Readout.Origins;

/// <summary>A set of hashes that is filled and emptied for every text: open addressing, no garbage.</summary>
internal sealed class GramSet
{
    private uint[] _slots = new uint[256];
    private int _count;

    /// <summary>Empties the set and makes room.</summary>
    public void Reset(int capacity)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(256, capacity * 2));
        // A giant's room is given back, or every later text would pay for clearing it.
        if (size > _slots.Length || size < _slots.Length / 16)
            _slots = new uint[size];
        else if (_count > 0)
            Array.Clear(_slots);
        _count = 0;
    }

    /// <summary>Adds a hash other than 0; false where it was there.</summary>
    public bool Add(uint hash)
    {
        ref var slot = ref Find(hash);
        if (slot == hash)
            return false;
        slot = hash;
        _count++;
        return true;
    }

    public bool Contains(uint hash) => Find(hash) == hash;

    private ref uint Find(uint hash)
    {
        var mask = _slots.Length - 1;
        var at = (int)(hash * 2654435769u >> 7) & mask;
        while (_slots[at] != 0 && _slots[at] != hash)
            at = (at + 1) & mask;
        return ref _slots[at];
    }
}
