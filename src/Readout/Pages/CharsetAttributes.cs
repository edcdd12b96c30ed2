namespace Readout.Pages;

/// <summary>Reads a tag's attributes from bytes whose encoding is not known yet (HTML Standard, "get an attribute").</summary>
internal ref struct CharsetAttributes(ReadOnlySpan<byte> bytes, int position)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Index of the byte the reader stands at: after the last attribute, that of the tag's end.</summary>
    public int Position { get; private set; } = position;

    /// <summary>The next attribute, lower case; false where the tag ends.</summary>
    public bool Next(out string name, out string value)
    {
        (name, value) = ("", "");
        while (Position < _bytes.Length && (IsBlank(_bytes[Position]) || _bytes[Position] == '/'))
            Position++;
        if (Position >= _bytes.Length || _bytes[Position] == '>')
            return false;
        var start = Position;
        while (Position < _bytes.Length && !IsBlank(_bytes[Position]) && _bytes[Position] is not ((byte)'/' or (byte)'>') && (_bytes[Position] != '=' || Position == start))
            Position++;
        name = Text(start, Position);
        SkipBlanks();
        if (Position >= _bytes.Length || _bytes[Position] != '=')
            return true;
        Position++;
        SkipBlanks();
        if (Position >= _bytes.Length || _bytes[Position] == '>')
            return true;
        value = Value();
        return true;
    }

    private string Value()
    {
        var start = Position;
        if (_bytes[Position] is (byte)'"' or (byte)'\'')
        {
            var close = _bytes[(Position + 1)..].IndexOf(_bytes[Position]);
            // A value that never ends is none: what follows it can't be read.
            if (close < 0)
            {
                Position = _bytes.Length;
                return "";
            }
            Position += close + 2;
            return Text(start + 1, Position - 1);
        }
        while (Position < _bytes.Length && !IsBlank(_bytes[Position]) && _bytes[Position] != '>')
            Position++;
        return Text(start, Position);
    }

    private void SkipBlanks()
    {
        while (Position < _bytes.Length && IsBlank(_bytes[Position]))
            Position++;
    }

    // Nothing that is looked for is longer than this; a page's data may be.
    private readonly string Text(int start, int end) =>
        System.Text.Encoding.Latin1.GetString(_bytes[start..Math.Min(end, start + 400)]).ToLowerInvariant();

    private static bool IsBlank(byte b) => b is (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' ';
}
