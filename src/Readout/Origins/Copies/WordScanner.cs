using System.Globalization;
using Readout.Text;

namespace Readout.Origins;

/// <summary>
/// Cuts stretches of a text into hashed words and sentences, for comparing texts by the million: letters and digits alone,
/// lower case, so that marks, quotes and markup never part two copies. Languages have nothing to do with it.
/// </summary>
internal sealed class WordScanner
{
    /// <summary>Characters of a script without spaces that make one unit: five units then span eight characters.</summary>
    private const int Unspaced = 4;

    /// <summary>An end mark after fewer words closes an abbreviation or a number, not a sentence.</summary>
    private const int FewestWords = 3;

    /// <summary>Characters within which a quotation must end.</summary>
    private const int LongestQuote = 2000;

    private const ulong Basis = 14695981039346656037UL, Prime = 1099511628211UL;

    private readonly List<ulong> _words = [];
    private readonly List<int> _starts = [0];
    private readonly List<(int From, int To)> _quoted = [];
    private readonly ulong[] _last = new ulong[Unspaced];
    private ulong _word = Basis;
    private int _length;
    private int _run;
    private bool _whole;
    private int _closing = -1;
    private int _opened;

    /// <summary>Hash of each word, stable over runs and machines.</summary>
    public IReadOnlyList<ulong> Words => _words;

    /// <summary>First word of each sentence.</summary>
    public IReadOnlyList<int> Starts => _starts;

    /// <summary>Words that stand in quotation marks, in order.</summary>
    public IReadOnlyList<(int From, int To)> Quoted => _quoted;

    /// <summary>Reads a stretch as one sentence; false where it has no words. At most <paramref name="most"/> words are kept in all.</summary>
    public bool ReadSentence(string text, Span stretch, int most)
    {
        var before = _words.Count;
        _whole = true;
        Read(text, stretch, most);
        _whole = false;
        if (_words.Count == before)
            return false;
        _starts.Add(_words.Count);
        return true;
    }

    /// <summary>Reads a stretch; its end is the end of a sentence. At most <paramref name="most"/> words are kept in all.</summary>
    public void Read(string text, Span stretch, int most)
    {
        for (var i = stretch.Start; i < stretch.End && _words.Count < most; i++)
        {
            var c = text[i];
            if (IsUnspaced(c))
                AddUnspaced(c);
            else if (IsWordPart(c))
                Append(char.ToLowerInvariant(c));
            else if (c is '\n' or '\r' or '\u2029')
                EndSentence(1);
            else if (c is '。' or '！' or '？' or '।' or '؟')
                EndSentence(1);
            else if (c is '.' or '!' or '?' or '…' && Closes(text.AsSpan(0, stretch.End), i + 1) && !(c == '.' && _length == 1))
                EndSentence(FewestWords);
            else
                EndWord();
            if (c is '"' or '“' or '”' or '„' or '«' or '»' or '「' or '」')
                Quote(text, i);
        }
        EndSentence(1);
    }

    // Marks that no mark closes in the same line are strays: nothing after them counts as quoted.
    private void Quote(string text, int at)
    {
        if (at == _closing)
        {
            if (_words.Count > _opened)
                _quoted.Add((_opened, _words.Count));
            _closing = -1;
            return;
        }
        var closer = text[at] switch { '"' => '"', '“' => '”', '„' => '“', '«' => '»', '「' => '」', _ => '\0' };
        if (at < _closing || closer == '\0')
            return;
        var line = text.AsSpan(at + 1, Math.Min(LongestQuote, text.Length - at - 1));
        if (line.IndexOf('\n') is var end and >= 0)
            line = line[..end];
        var found = line.IndexOf(closer);
        (_closing, _opened) = found < 0 ? (-1, 0) : (at + 1 + found, _words.Count);
    }

    // Marks follow sentence ends; a space or the end must come after them.
    private static bool Closes(ReadOnlySpan<char> text, int next)
    {
        while (next < text.Length && text[next] is '"' or '\'' or '”' or '’' or '»' or ')' or ']')
            next++;
        return next >= text.Length || char.IsWhiteSpace(text[next]);
    }

    private static bool IsWordPart(char c)
    {
        if (char.IsAscii(c))
            return char.IsAsciiLetterOrDigit(c);
        return char.IsLetterOrDigit(c)
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    // Han, Kana, Thai, Lao, Burmese, Khmer, and the halves of characters beyond the basic plane.
    private static bool IsUnspaced(char c) =>
        c >= '\u0e00' && (c <= '\u0eff' || c is >= '\u1000' and <= '\u109f' or >= '\u1780' and <= '\u17ff'
            or >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\ud800' and <= '\udfff' or >= '\uf900' and <= '\ufaff');

    private void Append(char c)
    {
        _run = 0;
        _word = (_word ^ c) * Prime;
        _length++;
    }

    private void AddUnspaced(char c)
    {
        EndWord(keepRun: true);
        _last[_run++ % Unspaced] = c;
        var hash = Basis;
        for (var k = Math.Max(0, _run - Unspaced); k < _run; k++)
            hash = (hash ^ _last[k % Unspaced]) * Prime;
        _words.Add(hash);
    }

    private void EndWord(bool keepRun = false)
    {
        if (!keepRun)
            _run = 0;
        if (_length == 0)
            return;
        _words.Add(_word);
        _word = Basis;
        _length = 0;
    }

    private void EndSentence(int fewest)
    {
        EndWord();
        if (!_whole && _words.Count - _starts[^1] >= fewest)
            _starts.Add(_words.Count);
    }
}
