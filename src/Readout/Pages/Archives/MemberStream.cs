namespace Readout.Pages.Archives;

/// <summary>
/// Hands a decompressor raw bytes in pieces and keeps the last one: a decompressor reads beyond the end of what it unpacks,
/// and the next member of the file begins there.
/// </summary>
internal sealed class MemberStream(RawBytes raw) : Stream
{
    private const int Piece = 4096;

    /// <summary>Length of the piece handed out last.</summary>
    public int Last { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var there = raw.Peek(1);
        var piece = there[..Math.Min(there.Length, Math.Min(buffer.Length, Piece))];
        if (piece.Length == 0)
            return 0;
        piece.CopyTo(buffer);
        raw.Take(piece.Length);
        Last = piece.Length;
        return piece.Length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
