using System.Numerics;

namespace Readout.Annotations;

/// <summary>Finds a form's row by its hash; row 0 stands for all forms that are not listed.</summary>
internal sealed class WordIndex
{
    private readonly ulong[] _keys;
    private readonly int[] _rows;
    private readonly int _mask;

    /// <param name="hashes">Hash of the form of each row from row 1 on; none is 0.</param>
    public WordIndex(ulong[] hashes)
    {
        Hashes = hashes;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, hashes.Length * 2));
        _mask = size - 1;
        _keys = new ulong[size];
        _rows = new int[size];
        for (var i = 0; i < hashes.Length; i++)
        {
            var at = (int)hashes[i] & _mask;
            while (_keys[at] != 0)
                at = (at + 1) & _mask;
            _keys[at] = hashes[i];
            _rows[at] = i + 1;
        }
    }

    public ulong[] Hashes { get; }

    public int Row(ulong hash)
    {
        var at = (int)hash & _mask;
        while (_keys[at] != 0)
        {
            if (_keys[at] == hash)
                return _rows[at];
            at = (at + 1) & _mask;
        }
        return 0;
    }
}
