using System.Buffers;

namespace Readout.Pages;

/// <summary>A page's unpacked bytes. Their room is rented: pages are many and large, and their bytes are needed for a moment only.</summary>
internal sealed class PageBytes(int expected) : IDisposable
{
    private byte[] _room = ArrayPool<byte>.Shared.Rent(expected);
    private int _length;

    public ReadOnlyMemory<byte> Memory => _room.AsMemory(0, _length);

    /// <summary>Takes what a stream has next; false at its end.</summary>
    public bool Take(Stream stream)
    {
        if (_length == _room.Length)
            Grow();
        var read = stream.Read(_room.AsSpan(_length));
        _length += read;
        return read > 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_room);
        (_room, _length) = ([], 0);
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_room.Length * 2);
        _room.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_room);
        _room = larger;
    }
}
