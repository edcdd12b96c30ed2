using Readout.Text;

namespace Readout.Annotations;

/// <summary>The page's words as the entity rules see them, with how often each is written with and without a capital.</summary>
internal sealed class PageWords
{
    private readonly PageMemory _memory;
    private readonly List<PageWord> _words;

    // Built by the questions below, one at a time; what they give is good until the next one.
    private char[] _joined;

    /// <param name="memory">What the page is read with; the words are good until it is given back.</param>
    public PageWords(SourceText text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, PageMemory memory)
    {
        Text = text;
        Sentences = sentences;
        _memory = memory;
        _words = memory.Words;
        _joined = memory.Joined;
        new PageWordReader(text, tokens, memory).Read(sentences);
    }

    public SourceText Text { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    public int Count() => _words.Count;

    public PageWord this[int index] => _words[index];

    /// <summary>First word and end of a sentence.</summary>
    public (int First, int End) Bounds(int sentence) => _memory.Bounds[sentence];

    /// <summary>How often a word stands with a capital where that says something, and how often in lower case.</summary>
    public (int Capital, int Lower) Seen(string norm) => _memory.Counts.GetValueOrDefault(norm);

    public bool IsNorm(int index, string norm) => index >= 0 && index < _words.Count && _words[index].Norm == norm;

    public bool SameSentence(int index, Name name) => index >= 0 && index < _words.Count && _words[index].Sentence == _words[name.First].Sentence;

    /// <summary>The norm of a word before a name, in its sentence; "" beyond it.</summary>
    public string Before(Name name, int distance = 1) => SameSentence(name.First - distance, name) ? _words[name.First - distance].Norm : "";

    /// <summary>The norm of a word behind a name, in its sentence; "" beyond it.</summary>
    public string After(Name name, int distance = 0) => SameSentence(name.End + distance, name) ? _words[name.End + distance].Norm : "";

    public Span Cover(int first, int end) => new(_words[first].Span.Start, _words[end - 1].Span.End);

    /// <summary>A word as written.</summary>
    public ReadOnlySpan<char> Chars(int index) => Text.Chars(_words[index].Span);

    /// <summary>The words as written, one space between them.</summary>
    public string Surface(int first, int end) => end - first == 1 ? Text.Slice(_words[first].Span) : Written(first, end).ToString();

    /// <summary>The words as written, one space between them; good until the next question.</summary>
    public ReadOnlySpan<char> Written(int first, int end) => end - first == 1 ? Chars(first) : Join(first, end, Form.Surface);

    /// <summary>Their normal forms; good until the next question.</summary>
    public ReadOnlySpan<char> Norms(int first, int end) => end - first == 1 ? _words[first].Norm : Join(first, end, Form.Norm);

    /// <summary>Their folded forms; good until the next question.</summary>
    public ReadOnlySpan<char> Folds(int first, int end) => end - first == 1 ? _words[first].Fold : Join(first, end, Form.Fold);

    /// <summary>The folded forms, to keep.</summary>
    public string Key(int first, int end) => end - first == 1 ? _words[first].Fold : Folds(first, end).ToString();

    private ReadOnlySpan<char> Join(int first, int end, Form form)
    {
        var length = 0;
        for (var i = first; i < end; i++)
        {
            var word = _words[i];
            var part = form is Form.Norm ? word.Norm : form is Form.Fold ? word.Fold : Text.Chars(word.Span);
            if (length + part.Length + 1 > _joined.Length)
                Array.Resize(ref _joined, 2 * (length + part.Length + 1));
            // a part of a hyphened token keeps its hyphen; an apostrophe keeps its place
            if (word.Is(WordShape.Glued))
                _joined[length++] = '-';
            else if (i > first && word.Span.Start > _words[i - 1].Span.End)
                _joined[length++] = ' ';
            part.CopyTo(_joined.AsSpan(length));
            length += part.Length;
        }
        return _joined.AsSpan(0, length);
    }

    private enum Form { Surface, Norm, Fold }
}
