namespace Readout.Annotations;

/// <summary>What a pronoun does in its clause.</summary>
internal enum PronounCase { Subject, Object, Possessive, Reflexive }

/// <summary>A pronoun and where it stands.</summary>
internal sealed class PronounFacts
{
    private const int Far = 120;

    private readonly NameMap _map;

    public PronounFacts(NameMap map, int word, char gender)
    {
        _map = map;
        Word = word;
        Gender = gender;
        Sentence = map.Words[word].Sentence;
        SentenceStart = map.Words.Bounds(Sentence).First;
        Node = map.Tree.Head(word, word + 1);
        Case = CaseOf(map, word, map.Tree.Role(Node));
        var before = map.SameSentence(word - 1, word) ? map.Norm(word - 1) : "";
        Opens = before.Length == 0 || map.Words[word].Is(WordShape.Starts);
        AfterComma = before is ",";
        AfterConjunction = before is "and" or "but" or "or";
        AfterSubordinator = map.Lexicon.IsCue("subordinators", before);
        Speaks = Case is PronounCase.Subject && (map.Lexicon.SpeechVerbs.Contains(map.Norm(word + 1)) || map.Lexicon.SpeechVerbs.Contains(before));
        InOpeningPhrase = IsInOpeningPhrase();
    }

    public int Word { get; }

    public char Gender { get; }

    public int Sentence { get; }

    public int SentenceStart { get; }

    public PronounCase Case { get; }

    /// <summary>The pronoun in its tree; −1 without one.</summary>
    public int Node { get; }

    public bool Opens { get; }

    public bool AfterComma { get; }

    public bool AfterConjunction { get; }

    public bool AfterSubordinator { get; }

    public bool Speaks { get; }

    /// <summary>"In his second term, Kovar …": stands before the first comma of a sentence that opens with a preposition.</summary>
    public bool InOpeningPhrase { get; }

    private static PronounCase CaseOf(NameMap map, int word, TreeRole role) => map.Norm(word) switch
    {
        "himself" or "herself" => PronounCase.Reflexive,
        "he" or "she" => PronounCase.Subject,
        "his" => PronounCase.Possessive,
        "her" when role is TreeRole.Possessor || role is TreeRole.None && IsBeforeNoun(map, word) => PronounCase.Possessive,
        _ => PronounCase.Object,
    };

    private static bool IsBeforeNoun(NameMap map, int word)
    {
        if (!map.SameSentence(word + 1, word) || map.Words[word + 1].Is(WordShape.Mark))
            return false;
        return !map.Lexicon.IsCue("after-object", map.Norm(word + 1));
    }

    private bool IsInOpeningPhrase()
    {
        if (!_map.Lexicon.IsCue("openers", _map.Norm(SentenceStart)))
            return false;
        for (var i = SentenceStart; i < Word; i++)
        {
            if (_map.Norm(i) is ",")
                return false;
        }
        return true;
    }

    /// <summary>Nothing between the end of a mention and the pronoun opens a new clause.</summary>
    public bool IsSameClause(int from)
    {
        for (var i = from; i < Word; i++)
        {
            var norm = _map.Norm(i);
            if (_map.Words[i].Is(WordShape.Mark) && norm is not ("(" or ")" or "'" or "\"") || norm is "and" or "but" or "who" or "which" or "to" || _map.Lexicon.IsCue("subordinators", norm))
                return false;
        }
        return true;
    }

    /// <summary>Other people named between the end of a mention and the pronoun.</summary>
    public int Between(int from)
    {
        var names = 0;
        for (var i = from; i < Word && i < from + Far; i++)
        {
            if (_map.At(i) is { } name && name.First == i && _map.Entity(name).MayBePerson)
                names++;
        }
        return names;
    }

    /// <summary>"his wife Ada": a name that ends the phrase the possessive opens is another's.</summary>
    public bool IsOwnPhrase(int name)
    {
        if (Case is not PronounCase.Possessive || name - Word > 6)
            return false;
        for (var i = Word + 1; i < name; i++)
        {
            if (_map.Words[i].Is(WordShape.Mark) && _map.Norm(i) is not "," || _map.Lexicon.LeadWords.Contains(_map.Norm(i)) || _map.Lexicon.PersonVerbs.Contains(_map.Norm(i)))
                return false;
        }
        return true;
    }
}
