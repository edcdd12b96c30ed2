using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Readout.Pages;

/// <summary>
/// Reads JSON as pages really write it and gives JSON as the standard asks for: cut off anywhere, commas too many or missing,
/// raw line breaks and quotes inside strings, single quotes, bare names, comments, several values in a row.
/// What makes no sense is passed over; what stands before it stays.
/// </summary>
internal sealed class LooseJson
{
    private const int MaxDepth = 64;
    private const int MaxLength = 4_000_000;

    private readonly string _text;
    private readonly Utf8JsonWriter _out;
    private int _at;

    private LooseJson(string text, Utf8JsonWriter output) => (_text, _out) = (text, output);

    /// <summary>A list of the values found; null where there is no object or list among them.</summary>
    public static JsonDocument? Parse(string text)
    {
        if (text.Length > MaxLength || text.AsSpan().IndexOfAny('{', '[') < 0)
            return null;
        var buffer = new ArrayBufferWriter<byte>(text.Length + 16);
        using (var output = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true, MaxDepth = MaxDepth + 8 }))
        {
            output.WriteStartArray();
            new LooseJson(text, output).Roots();
            output.WriteEndArray();
        }
        return JsonDocument.Parse(buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = MaxDepth + 8 });
    }

    private void Roots()
    {
        while (_at < _text.Length)
        {
            var open = _text.AsSpan(_at).IndexOfAny('{', '[');
            if (open < 0)
                return;
            _at += open;
            Value(1);
        }
    }

    private void Value(int depth)
    {
        Skip();
        if (_at >= _text.Length)
        {
            _out.WriteNullValue();
            return;
        }
        switch (_text[_at])
        {
            case '{' when depth < MaxDepth:
                _at++;
                Members(depth);
                break;
            case '[' when depth < MaxDepth:
                _at++;
                Items(depth);
                break;
            case '"' or '\'':
                // What was cut off in the middle says something else than it was meant to.
                if (Quoted(isKey: false) is { } value)
                    _out.WriteStringValue(value);
                else
                    _out.WriteNullValue();
                break;
            default:
                Bare();
                break;
        }
    }

    private void Members(int depth)
    {
        _out.WriteStartObject();
        while (true)
        {
            Skip();
            if (_at >= _text.Length || _text[_at] is '}' or ']')
            {
                // A list's end where an object's should stand closes both.
                if (_at < _text.Length && _text[_at] == '}')
                    _at++;
                break;
            }
            var start = _at;
            if (_text[_at] is ',' or ':' or '{' or '[')
            {
                _at++;
                continue;
            }
            var key = (_text[_at] is '"' or '\'' ? Quoted(isKey: true) : Word()) ?? "";
            Skip();
            if (_at < _text.Length && _text[_at] == ':')
            {
                _at++;
                _out.WritePropertyName(key);
                Value(depth + 1);
            }
            else if (_at == start)
            {
                _at++;
            }
        }
        _out.WriteEndObject();
    }

    private void Items(int depth)
    {
        _out.WriteStartArray();
        while (true)
        {
            Skip();
            if (_at >= _text.Length || _text[_at] is ']' or '}')
            {
                if (_at < _text.Length && _text[_at] == ']')
                    _at++;
                break;
            }
            if (_text[_at] is ',' or ':')
                _at++;
            else
                Value(depth + 1);
        }
        _out.WriteEndArray();
    }

    // Blanks, comments and the semicolon of a script.
    private void Skip()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]) || char.IsControl(_text[_at]) || _text[_at] is ';' or '\ufeff')
                _at++;
            else if (Looks("/*"))
                _at = After("*/");
            else if (Looks("//"))
                _at = After("\n");
            else
                return;
        }
    }

    private bool Looks(string mark) => string.CompareOrdinal(_text, _at, mark, 0, mark.Length) == 0;

    private int After(string mark)
    {
        var found = _text.IndexOf(mark, _at + 2, StringComparison.Ordinal);
        return found < 0 ? _text.Length : found + mark.Length;
    }

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '@' or '$' or '-' or '.' or '+'))
            _at++;
        return _text[start.._at];
    }

    private void Bare()
    {
        var word = Word();
        if (word.Length == 0)
        {
            // A value forgotten ("key": ,) is none; anything else that is no value is stepped over.
            if (_at < _text.Length && _text[_at] is not (',' or '}' or ']'))
                _at++;
            _out.WriteNullValue();
        }
        else if (word is "true" or "false")
        {
            _out.WriteBooleanValue(word == "true");
        }
        else if (word is "null" or "undefined" or "NaN")
        {
            _out.WriteNullValue();
        }
        else
        {
            _out.WriteStringValue(word);
        }
    }

    // Null where the text ends before the string does.
    private string? Quoted(bool isKey)
    {
        var mark = _text[_at++];
        var value = new StringBuilder();
        while (_at < _text.Length)
        {
            var c = _text[_at++];
            if (c == '\\' && _at < _text.Length)
                Escaped(value);
            else if (c == mark && Closes(isKey))
                return Whole(value);
            else
                value.Append(char.IsControl(c) ? ' ' : c);
        }
        return null;
    }

    private void Escaped(StringBuilder value)
    {
        var c = _text[_at++];
        switch (c)
        {
            case 'u' when _at + 4 <= _text.Length && ushort.TryParse(_text.AsSpan(_at, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code):
                value.Append((char)code);
                _at += 4;
                break;
            case 'n' or 'r' or 't' or 'b' or 'f':
                value.Append(' ');
                break;
            default:
                value.Append(c);
                break;
        }
    }

    // A quotation mark that no writer escaped is followed by more words; one that ends a string by what may follow a string.
    private bool Closes(bool isKey)
    {
        var next = NextMark(_at);
        if (next >= _text.Length)
            return true;
        if (isKey)
            return _text[next] == ':';
        if (_text[next] is '}' or ']')
            return true;
        if (_text[next] is '"' or '\'')
            return IsKey(next);
        if (_text[next] != ',')
            return false;
        var after = NextMark(next + 1);
        return after >= _text.Length || _text[after] is '"' or '\'' or '{' or '[' or '}' or ']' or '/' || char.IsAsciiDigit(_text[after]) || IsBareKey(after);
    }

    // The comma between two members was forgotten: what follows is a name, a colon behind it.
    private bool IsKey(int at)
    {
        var end = _text.IndexOf(_text[at], at + 1, Math.Min(60, _text.Length - at - 1));
        return end > at && NextMark(end + 1) is var colon && colon < _text.Length && _text[colon] == ':';
    }

    private bool IsBareKey(int at)
    {
        var end = at;
        while (end < _text.Length && end < at + 40 && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] is '_' or '@'))
            end++;
        return end > at && NextMark(end) is var colon && colon < _text.Length && _text[colon] == ':';
    }

    private int NextMark(int at)
    {
        while (at < _text.Length && (char.IsWhiteSpace(_text[at]) || char.IsControl(_text[at])))
            at++;
        return at;
    }

    // Half of a surrogate pair is no character.
    private static string Whole(StringBuilder value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                i++;
            else if (char.IsSurrogate(value[i]))
                value[i] = '\uFFFD';
        }
        return value.ToString();
    }
}
