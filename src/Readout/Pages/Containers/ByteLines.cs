namespace Readout.Pages;

/// <summary>The lines of a stream as bytes; longer ones than allowed are passed over without being held.</summary>
internal sealed class ByteLines(Stream stream, int max)
{
    private readonly byte[] _room = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _isOver;

    /// <summary>The next line without its end, null at the end of the stream; whether it was too long; what broke the stream off.</summary>
    public (byte[]? Line, bool IsCut, string? Damage) Next()
    {
        if (_isOver)
            return default;
        using var line = new MemoryStream();
        var (isCut, any) = (false, false);
        try
        {
            while (_start < _end || Fill())
            {
                any = true;
                var there = _room.AsSpan(_start, _end - _start);
                var end = there.IndexOf((byte)'\n');
                var part = end < 0 ? there : there[..end];
                isCut |= line.Length + part.Length > max;
                if (!isCut)
                    line.Write(part);
                _start += part.Length + (end < 0 ? 0 : 1);
                if (end >= 0)
                    return (line.ToArray(), isCut, null);
            }
        }
        catch (InvalidDataException)
        {
            _isOver = true;
            return (null, false, "the compressed data is damaged or cut off here");
        }
        _isOver = true;
        return any ? (line.ToArray(), isCut, null) : default;
    }

    private bool Fill()
    {
        (_start, _end) = (0, stream.Read(_room, 0, _room.Length));
        return _end > 0;
    }
}
