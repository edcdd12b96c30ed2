using Readout.Text;

namespace Readout.Articles.Bylines;

/// <summary>Tells whether a piece of a byline is a person's name, and which part of it.</summary>
/// <param name="own">Names of the page's outlet and site, as <see cref="Folded.Plain"/> gives them.</param>
internal sealed class PersonName(IReadOnlySet<string> own)
{
    private const int MaxWords = 5;
    private const int MaxLength = 50;

    private static readonly System.Buffers.SearchValues<char> NoLetters = System.Buffers.SearchValues.Create("@/_%!?=");

    private static readonly char[] Edges = ['.', ':', ',', ';', '*', '"', '“', '”', '„', '(', ')', '[', ']', '-', '–', '—', '|', '/', '>', '<', '·', '•'];

    /// <summary>The name's place in a piece of text; null where it names no person.</summary>
    public Span? Read(string text, Span piece)
    {
        var words = Cut(text, piece);
        var lists = AuthorWords.Get();
        if (words.Count == 1 && IsUnspaced(text, words[0]))
            return Unspaced(text, words[0], lists);
        while (words.Count > 0 && IsDropped(Word(text, words[0]), lists))
            words.RemoveAt(0);
        while (words.Count > 0 && IsDropped(Word(text, words[^1]), lists))
            words.RemoveAt(words.Count - 1);
        WithoutOutlet(text, words, lists);
        if (words.Count is < 2 or > MaxWords)
            return null;
        var name = new Span(words[0].Start, words[^1].End);
        return name.Length <= MaxLength && words.TrueForAll(w => MayBelong(text, w, lists)) && MayEnd(text, words, lists) && Capitals(text, words) >= 2 && !IsBody(text, name, lists) ? name : null;
    }

    /// <summary>True where the name begins with a first name that the lists know.</summary>
    public static bool IsKnown(string text, Span name)
    {
        var end = text.AsSpan(name.Start, name.Length).IndexOfAny(' ', '\u00a0', '-');
        return AuthorWords.IsFirstName(text.Substring(name.Start, end < 0 ? name.Length : end));
    }

    private static List<Span> Cut(string text, Span piece)
    {
        var words = new List<Span>();
        for (var at = piece.Start; at < piece.End;)
        {
            while (at < piece.End && char.IsWhiteSpace(text[at]))
                at++;
            var start = at;
            while (at < piece.End && !char.IsWhiteSpace(text[at]))
                at++;
            var end = at;
            while (start < end && Array.IndexOf(Edges, text[start]) >= 0)
                start++;
            // The point of an initial stays: "J. Pell", "Ada M. Moll"; that of "Jr." too.
            while (end > start && Array.IndexOf(Edges, text[end - 1]) >= 0 && !(text[end - 1] == '.' && end - start <= 4))
                end--;
            if (end > start)
                words.Add(new Span(start, end));
        }
        return words;
    }

    private static string Word(string text, Span word) => text[word.Start..word.End].TrimEnd('.').ToLowerInvariant();

    // Roles, and what stands for the writer elsewhere: handles and addresses.
    private static bool IsDropped(string word, AuthorWords lists) => lists.Roles.Contains(word) || word.Contains('@', StringComparison.Ordinal);

    private static bool MayBelong(string text, Span word, AuthorWords lists)
    {
        var first = text[word.Start];
        var chars = text.AsSpan(word.Start, word.Length);
        if (!char.IsLetter(first) || chars.ContainsAnyInRange('0', '9') || chars.IndexOfAny(NoLetters) >= 0)
            return false;
        // Particles ("de", "van", "al-") stand in lower case.
        if (char.IsLower(first) && !lists.Particles.Contains(Word(text, word)) && !(word.Length > 3 && chars.IndexOfAny('-', '\'', '’') is 1 or 2))
            return false;
        var dot = chars.IndexOf('.');
        if (dot > 1 && dot < chars.Length - 1 && char.IsLower(chars[dot + 1]))
            return false;       // an address
        return !lists.Bodies.Contains(Word(text, word)) && !lists.Acronyms.Contains(chars.ToString());
    }

    // "Ada Moll Orlen Courier"
    private void WithoutOutlet(string text, List<Span> words, AuthorWords lists)
    {
        for (var count = Math.Min(4, words.Count - 2); count > 0; count--)
        {
            var tail = new Span(words[^count].Start, words[^1].End);
            if (!IsOutlet(text[tail.Start..tail.End], lists))
                continue;
            words.RemoveRange(words.Count - count, count);
            return;
        }
    }

    private bool IsOutlet(string words, AuthorWords lists) => lists.Outlets.Contains(PhraseIndex.Normalize(words)) || own.Contains(Folded.Plain(words));

    // "Xiaoying You" is a name, "Thank You" is none.
    private static bool MayEnd(string text, List<Span> words, AuthorWords lists)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (lists.Surnames.Contains(Word(text, words[i])) && (i == 0 || words.Take(i).Any(w => AuthorWords.IsOrdinary(text[w.Start..w.End]) && !AuthorWords.IsFirstName(text[w.Start..w.End]))))
                return false;
        }
        return true;
    }

    private static int Capitals(string text, List<Span> words) => words.Count(w => !char.IsLower(text[w.Start]));

    private bool IsBody(string text, Span name, AuthorWords lists)
    {
        var words = text[name.Start..name.End];
        var plain = Folded.Plain(words);
        if (IsOutlet(words, lists) || Outlets.OutletDomains.IsName(words))
            return true;
        // "Vask Courier" of "The Vask Courier", of vaskcourier.example
        return plain.Length >= 6 && own.Any(o => o.Length <= plain.Length + 6 && o.Contains(plain, StringComparison.Ordinal));
    }

    private static bool IsUnspaced(string text, Span word) => text.AsSpan(word.Start, word.Length).IndexOfAnyInRange('\u3040', '\u9fff') >= 0 || text.AsSpan(word.Start, word.Length).IndexOfAnyInRange('\uac00', '\ud7a3') >= 0;

    // A name in Chinese, Japanese or Korean characters, "記者" behind it or not.
    private Span? Unspaced(string text, Span word, AuthorWords lists)
    {
        var name = text[word.Start..word.End];
        foreach (var suffix in lists.Suffixes)
        {
            if (name.Length > suffix.Length + 1 && name.EndsWith(suffix, StringComparison.Ordinal))
                name = name[..^suffix.Length];
        }
        var transcribed = name.All(c => c is >= '\u30a0' and <= '\u30ff');
        if (name.Length < 2 || name.Length > (transcribed ? 16 : 5) || !name.All(char.IsLetter) && !transcribed)
            return null;
        return own.Contains(Folded.Plain(name)) || lists.Parts.Any(p => name.Contains(p, StringComparison.Ordinal)) ? null : new Span(word.Start, word.Start + name.Length);
    }
}
