namespace Readout.Pages.Archives;

/// <summary>A stream's bytes with their place in the file: what was read can be looked at before it is taken.</summary>
internal sealed class RawBytes(Stream stream, long position)
{
    /// <summary>So many bytes that were taken can be given back.</summary>
    public const int Kept = 1 << 16;

    private readonly byte[] _room = new byte[Kept + (1 << 17)];
    private int _start;
    private int _end;

    /// <summary>Where the next byte stands in the file.</summary>
    public long Position { get; private set; } = position;

    /// <summary>What was read and not taken yet, at least so many bytes of it unless the file ends.</summary>
    public ReadOnlySpan<byte> Peek(int atLeast)
    {
        if (_end - _start < atLeast)
        {
            var kept = Math.Min(_start, Kept);
            Array.Copy(_room, _start - kept, _room, 0, _end - _start + kept);
            (_start, _end) = (kept, _end - _start + kept);
            while (_end - _start < atLeast)
            {
                var read = stream.Read(_room, _end, _room.Length - _end);
                if (read == 0)
                    break;
                _end += read;
            }
        }
        return _room.AsSpan(_start, _end - _start);
    }

    public void Take(int count)
    {
        _start += count;
        Position += count;
    }

    /// <summary>Gives bytes back that were taken, as many as are kept.</summary>
    public int Return(long count)
    {
        var back = (int)Math.Min(Math.Min(count, Kept), _start);
        _start -= back;
        Position -= back;
        return back;
    }
}
