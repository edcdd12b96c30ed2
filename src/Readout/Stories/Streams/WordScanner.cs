using System.Globalization;
using System.Text;

namespace Readout.Stories.Streams;

/// <summary>Reads words off a text, one after the other, without making strings.</summary>
internal ref struct WordScanner
{
    private const int Longest = 40;

    private static readonly char[] s_folded = Fold();

    private readonly ReadOnlySpan<char> _text;
    private readonly bool _english;
    private readonly Span<char> _buffer;
    private int _at;
    private bool _first;
    private bool _joined;

    public WordScanner(ReadOnlySpan<char> text, bool english, Span<char> buffer)
    {
        _text = text;
        _english = english;
        _buffer = buffer;
        _first = true;
    }

    /// <summary>Room that a scanner needs.</summary>
    public static int BufferSize => Longest;

    /// <summary>The word read last.</summary>
    public Word Current { get; private set; }

    /// <summary>Where reading stands.</summary>
    public readonly int Position => _at;

    public bool Next()
    {
        _joined = true;
        while (_at < _text.Length && !IsWord(_text[_at]))
            Pass(_text[_at++]);
        if (_at >= _text.Length)
            return false;
        Current = IsSign(_text[_at]) ? Sign() : char.IsDigit(_text[_at]) ? Number() : Letters();
        _first = false;
        return true;
    }

    // what stands between words says where sentences begin
    private void Pass(char mark)
    {
        switch (mark)
        {
            case ' ' or '\t' or '\u00a0':
                return;
            case '.' or '!' or '?' or '\n' or '\r' or '"' or '“' or '”' or '„' or '«' or ':' or ';' or '¿' or '¡' or '。':
                _first = true;
                break;
        }
        _joined = false;
    }

    private Word Sign()
    {
        var sign = _text[_at++];
        var next = _at < _text.Length && IsSign(_text[_at]) ? _text[_at] : '\0';
        var hash = Hashing.Add(Hashing.Add(Hashing.Start, sign), next);
        return new Word(hash, hash, WordKind.Signs, Capital: false, First: false, Joined: false);
    }

    // "1,200" and "1.200" are 1200; "1.5" stays 1.5
    private Word Number()
    {
        var length = 0;
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (char.IsLetterOrDigit(c))
                Write(ref length, s_folded[c]);
            else if (c is '.' or ',' && _at + 1 < _text.Length && char.IsDigit(_text[_at + 1]))
            {
                var digits = 0;
                while (_at + 1 + digits < _text.Length && digits < 4 && char.IsDigit(_text[_at + 1 + digits]))
                    digits++;
                if (digits != 3)
                    Write(ref length, '.');
            }
            else
                break;
        }
        var hash = Hashing.Of(_buffer[..length]);
        return new Word(hash, hash, WordKind.Number, Capital: false, _first, _joined);
    }

    private Word Letters()
    {
        var capital = char.IsUpper(_text[_at]);
        var length = 0;
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (IsSign(c))
                break;
            if (char.IsLetterOrDigit(c))
                Write(ref length, s_folded[c]);
            else if (c is '\'' or '’' && EndsHere(_at))
            {
                while (_at < _text.Length && (char.IsLetter(_text[_at]) || _text[_at] is '\'' or '’'))
                    _at++;
                break;
            }
            else if (c is '.' && length == 1 && _at + 2 < _text.Length && char.IsLetter(_text[_at + 1]) && _text[_at + 2] == '.')
                length = Initials(length);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
                break;
            else if (c >= '\u0900')
                Write(ref length, c);
        }
        var plain = Hashing.Of(_buffer[..length]);
        // before the stem is cut, which may write over the last letters
        var sound = capital ? Sounds.Of(_buffer[..length]) : 0;
        var stem = Hashing.Of(_buffer[..Stems.Cut(_buffer[..length], _english)]);
        return new Word(plain, stem, WordKind.Letters, capital, _first, _joined, sound);
    }

    // "U.S." is "us"
    private int Initials(int length)
    {
        while (_at + 2 < _text.Length && _text[_at] == '.' && char.IsLetter(_text[_at + 1]) && _text[_at + 2] == '.')
        {
            Write(ref length, s_folded[_text[_at + 1]]);
            _at += 2;
        }
        return length;
    }

    // an English genitive or a short form: "mayor's", "don't"
    private readonly bool EndsHere(int apostrophe) =>
        _english && (apostrophe + 1 >= _text.Length || !char.IsLetter(_text[apostrophe + 1])
            || apostrophe + 2 >= _text.Length || !char.IsLetter(_text[apostrophe + 2])
            || apostrophe + 3 >= _text.Length || !char.IsLetter(_text[apostrophe + 3]));

    private readonly void Write(ref int length, char c)
    {
        if (length < Longest)
            _buffer[length++] = c;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c);

    // Han, kana, Thai, Lao, Burmese, Khmer: no blanks between words
    private static bool IsSign(char c) =>
        c >= '\u0e00' && (c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\u0e00' and <= '\u0eff'
            or >= '\u1000' and <= '\u109f' or >= '\u1780' and <= '\u17ff' or >= '\uf900' and <= '\ufaff') && char.IsLetter(c);

    private static char[] Fold()
    {
        var folded = new char[char.MaxValue + 1];
        for (var i = 0; i < folded.Length; i++)
            folded[i] = char.ToLowerInvariant((char)i);
        for (var i = 0xC0; i < 0x250; i++)
        {
            var plain = char.ToLowerInvariant((char)i).ToString().Normalize(NormalizationForm.FormD);
            folded[i] = plain[0];
        }
        folded['ø'] = folded['Ø'] = 'o';
        folded['ł'] = folded['Ł'] = 'l';
        folded['ı'] = 'i';
        folded['ё'] = folded['Ё'] = 'е';
        return folded;
    }
}
