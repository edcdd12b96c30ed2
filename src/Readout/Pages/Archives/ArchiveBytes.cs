using System.Buffers.Binary;
using System.IO.Compression;

namespace Readout.Pages.Archives;

/// <summary>
/// The unpacked bytes of an archive, whether it is compressed record by record, as a whole, or not at all. Knows at each byte
/// in which member it stands, so that reading can begin again there.
/// </summary>
internal sealed class ArchiveBytes : IDisposable
{
    private readonly RawBytes _raw;
    private readonly byte[] _room = new byte[1 << 16];
    private int _start;
    private int _end;
    private DeflateStream? _member;
    private MemberStream? _pieces;
    private long _memberStart;
    private long _inside;
    private uint _crc;
    private uint _length;
    private bool _isPlain;
    private bool _hasGap;
    private string? _damage;

    public ArchiveBytes(Stream stream, ArchivePosition from)
    {
        _raw = new RawBytes(stream, from.Member > 0 ? from.Member : 0);
        if (!IsMember(_raw.Peek(10)))
        {
            // Not compressed: the stream stands where the record does.
            _isPlain = true;
            _inside = from.Inside;
        }
        else if (from.Inside > 0)
        {
            Skip(from.Inside);
        }
    }

    /// <summary>In which member the next byte stands, and where in it.</summary>
    public (long Member, long Inside) Position => (_isPlain ? 0 : _memberStart, _inside);

    /// <summary>Unpacked bytes not taken yet, of one member only; none at the end of the file.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        while (_start == _end)
        {
            (_start, _end) = (0, 0);
            if (_isPlain)
            {
                var there = _raw.Peek(1);
                var count = Math.Min(there.Length, _room.Length);
                there[..count].CopyTo(_room);
                _raw.Take(count);
                _end = count;
                break;
            }
            if (_member is null && !Open())
                break;
            _end = Unpack();
        }
        return _room.AsSpan(_start, _end - _start);
    }

    public void Take(int count)
    {
        _start += count;
        _inside += count;
    }

    /// <summary>Passes over bytes; fewer at the end of the file.</summary>
    public long Skip(long count)
    {
        var left = count;
        while (left > 0 && Peek().Length is > 0 and var there)
        {
            var step = (int)Math.Min(left, there);
            Take(step);
            left -= step;
        }
        return count - left;
    }

    /// <summary>Passes over what is left of the member that the given place stands in; does nothing where that is over, or nothing is compressed.</summary>
    public bool SkipMember(long member)
    {
        if (_isPlain || _memberStart != member)
            return false;
        do
        {
            _inside += _end - _start;
            _start = _end;
            if (_member is null)
                return true;
            _end = (_start = 0) + Unpack();
        }
        while (_end > _start);
        return true;
    }

    /// <summary>Goes to the end of the member where only line ends are left of it, so that its checksum is compared; no further.</summary>
    public void FinishMember()
    {
        while (_member is not null)
        {
            if (_start == _end)
                _end = (_start = 0) + Unpack();
            if (_start == _end)
                return;
            var there = _room.AsSpan(_start, _end - _start);
            var blank = there.IndexOfAnyExcept("\r\n"u8);
            Take(blank < 0 ? there.Length : blank);
            if (blank >= 0)
                return;
        }
    }

    private static bool IsMember(ReadOnlySpan<byte> head) => head.Length >= 3 && head[0] == 0x1f && head[1] == 0x8b && head[2] == 8;

    private bool Open()
    {
        var head = _raw.Peek(1 << 15);
        if (head.Length == 0)
            return false;
        if (!IsMember(head))
        {
            _hasGap = true;
            if (!FindMember())
                return false;
        }
        _memberStart = _raw.Position;
        _inside = 0;
        if (!SkipHeader(_raw.Peek(1 << 15)))
            return false;
        _pieces = new MemberStream(_raw);
        _member = new DeflateStream(_pieces, CompressionMode.Decompress);
        (_crc, _length) = (0, 0);
        return true;
    }

    // RFC 1952, section 2.3: ten bytes, then what the flags name.
    private bool SkipHeader(ReadOnlySpan<byte> head)
    {
        if (head.Length < 18)
            return Fail("the compressed data is cut off", head.Length);
        var (flags, at) = (head[3], 10);
        if ((flags & 4) != 0)
            at += 2 + BinaryPrimitives.ReadUInt16LittleEndian(head[at..]);
        for (var bit = 8; bit <= 16 && at < head.Length; bit *= 2)
        {
            if ((flags & bit) == 0)
                continue;
            var end = head[at..].IndexOf((byte)0);
            at = end < 0 ? head.Length : at + end + 1;
        }
        at += (flags & 2) != 0 ? 2 : 0;
        if (at >= head.Length)
            return Fail("the compressed data is cut off", head.Length);
        _raw.Take(at);
        return true;
    }

    private bool Fail(string damage, int skip)
    {
        (_damage, DamagedMember) = (damage, _memberStart);
        _raw.Take(skip);
        return false;
    }

    private int Unpack()
    {
        try
        {
            var read = _member!.Read(_room, 0, _room.Length);
            if (read == 0)
            {
                End();
                return 0;
            }
            _crc = Crc32.Add(_crc, _room.AsSpan(0, read));
            _length += (uint)read;
            return read;
        }
        catch (InvalidDataException)
        {
            (_damage, DamagedMember) = ("the compressed data is damaged", _memberStart);
            Close();
            // What was unpacked last may already have been the next member, taken for more of this one.
            _raw.Return(_raw.Position - _memberStart - 1);
            FindMember();
            return 0;
        }
    }

    // The decompressor took more than it needed: the member ends in the checksum and length of what it gave.
    private void End()
    {
        Close();
        var back = _raw.Return(Math.Min(_pieces!.Last, _raw.Position - _memberStart));
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _crc);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _length);
        var there = _raw.Peek(back + 8);
        var found = there[..Math.Min(there.Length, back + 8)].IndexOf(trailer);
        if (found >= 0)
        {
            _raw.Take(found + 8);
            return;
        }
        (_damage, DamagedMember) = (there.Length < back + 8 ? "the compressed data is cut off" : "the compressed data does not agree with its checksum", _memberStart);
        _raw.Return(_raw.Position - _memberStart - 1);
        FindMember();
    }

    public void Dispose() => Close();

    private void Close()
    {
        _member?.Dispose();
        _member = null;
    }

    // After damage: the next bytes that begin a member. What lies between is lost.
    private bool FindMember()
    {
        while (true)
        {
            var there = _raw.Peek(1 << 15);
            var at = there.IndexOf((ReadOnlySpan<byte>)[0x1f, 0x8b, 0x08]);
            if (at >= 0)
            {
                _raw.Take(at);
                return true;
            }
            if (there.Length <= 2)
            {
                _raw.Take(there.Length);
                return false;
            }
            _raw.Take(there.Length - 2);
        }
    }

    /// <summary>Says, once, that bytes were passed over that are no compressed data.</summary>
    public bool TakeGap()
    {
        var gap = _hasGap;
        _hasGap = false;
        return gap;
    }

    /// <summary>Where the member begins in which damage was met last.</summary>
    public long DamagedMember { get; private set; }

    /// <summary>Gives the damage met since it was last asked for.</summary>
    public string? TakeDamage()
    {
        var damage = _damage;
        _damage = null;
        return damage;
    }
}
