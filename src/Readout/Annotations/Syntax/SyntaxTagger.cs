using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Draws the trees of an article's sentences: words, parts of speech, lemmas, heads and relations.</summary>
internal static class SyntaxTagger
{
    // A tree compares each word with each; what is longer is cut, at a mark where there is one.
    private const int LongestTree = 160;
    private const int ShortestCut = 60;
    private const int BatchSentences = 16;

    private static readonly Lazy<SyntaxNetwork> Network = new(() => SyntaxModelFile.Read(Resource.Bytes("models/syntax-en.bin")));

    [ThreadStatic]
    private static SyntaxMemory? _memory;

    /// <summary>Reads the model now, so that the first page does not wait for it.</summary>
    public static void Load() => _ = Network.Value;

    /// <summary>The words with their trees, and the sentences with the places of their words.</summary>
    public static (IReadOnlyList<Word> Words, IReadOnlyList<Sentence> Sentences) Tag(SourceText text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var spans = new List<WordSpan>(tokens.Count + (tokens.Count / 8));
        var placed = new Sentence[sentences.Count];
        for (var i = 0; i < placed.Length; i++)
        {
            var first = spans.Count;
            WordSplitter.Split(text.Value, tokens, sentences[i].FirstToken, sentences[i].EndToken, spans);
            placed[i] = sentences[i] with { FirstWord = first, EndWord = spans.Count };
        }
        return (Tag(text, spans, placed), placed);
    }

    /// <summary>Tags words that are cut already.</summary>
    /// <param name="sentences">Their words follow each other without a gap.</param>
    public static Word[] Tag(SourceText text, IReadOnlyList<WordSpan> spans, IReadOnlyList<Sentence> sentences)
    {
        var words = new Word[spans.Count];
        if (words.Length == 0)
            return words;
        var memory = _memory ??= new SyntaxMemory();
        var trees = Trees(text, spans, sentences);
        // like lengths together; equal ones in the order of the page
        trees.Sort((a, b) => b.Length != a.Length ? b.Length.CompareTo(a.Length) : a.Start.CompareTo(b.Start));
        for (var i = 0; i < trees.Count; i += BatchSentences)
            Read(text, spans, trees.GetRange(i, Math.Min(BatchSentences, trees.Count - i)), words, memory);
        return words;
    }

    private static List<Span> Trees(SourceText text, IReadOnlyList<WordSpan> spans, IReadOnlyList<Sentence> sentences)
    {
        var trees = new List<Span>(sentences.Count);
        foreach (var sentence in sentences)
        {
            var start = sentence.FirstWord;
            while (sentence.EndWord - start > LongestTree)
            {
                var cut = Cut(text, spans, start);
                trees.Add(new Span(start, cut));
                start = cut;
            }
            if (sentence.EndWord > start)
                trees.Add(new Span(start, sentence.EndWord));
        }
        return trees;
    }

    private static int Cut(SourceText text, IReadOnlyList<WordSpan> spans, int start)
    {
        for (var i = start + LongestTree; i > start + ShortestCut; i--)
        {
            if (text[spans[i - 1].Span.Start] is '.' or ';' or ':' or '!' or '?' or ',')
                return i;
        }
        return start + LongestTree;
    }

    private static void Read(SourceText text, IReadOnlyList<WordSpan> spans, List<Span> trees, Word[] words, SyntaxMemory memory)
    {
        var network = Network.Value;
        var batch = new SentenceBatch([.. trees.Select(t => t.Length)]);
        memory.Answers.Reserve(batch.Rows);
        var places = memory.Places(batch.Rows);
        for (var s = 0; s < trees.Count; s++)
        {
            for (var i = 0; i < trees[s].Length; i++)
                places[batch.Row(s, i)] = trees[s].Start + i;
        }
        var value = text.Value;
        network.Read(batch, row => value.AsMemory(spans[places[row]].Span.Start, spans[places[row]].Span.Length), memory.Answers, memory.Buffers);
        for (var row = 0; row < batch.Rows; row++)
        {
            var (span, token, _) = spans[places[row]];
            var upos = (Upos)memory.Answers.Upos[row];
            var xpos = network.Labels.Xpos[memory.Answers.Xpos[row]];
            var head = memory.Answers.Heads[row];
            words[places[row]] = new Word(
                span, token, upos, xpos, Lemmatizer.Lemma(text.Chars(span), upos, xpos),
                head < 0 ? -1 : places[head], network.Labels.Relations[memory.Answers.Relations[row]]);
        }
    }

    /// <summary>What one thread works with.</summary>
    private sealed class SyntaxMemory
    {
        private int[] _places = [];

        public SyntaxAnswers Answers { get; } = new();

        public NetworkBuffers Buffers { get; } = new();

        public int[] Places(int rows)
        {
            if (_places.Length < rows)
                _places = new int[rows * 2];
            return _places;
        }
    }
}
