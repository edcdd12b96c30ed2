namespace Readout.Annotations;

/// <summary>What a word does for the word it hangs on, as far as it matters for who is meant.</summary>
internal enum TreeRole { None, Root, Subject, PassiveSubject, Object, Indirect, Oblique, Possessor, Complement, Apposition, Conjunct, Part, Clause, Aside }

/// <summary>The trees of a page, asked by the words the entity rules count in. Empty where the language has no parser: every answer is then "none".</summary>
internal sealed class PageTree
{
    // Deeper than any tree that is right; bounds the walk where one is wrong.
    private const int Deepest = 40;

    private readonly IReadOnlyList<Word> _words;
    private readonly int[] _at;
    private readonly int _count;

    public PageTree(PageWords page, IReadOnlyList<Word> words, PageMemory memory)
    {
        _words = words;
        _count = page.Count();
        _at = memory.Nodes(_count);
        var next = 0;
        for (var i = 0; i < _count; i++)
        {
            while (next < words.Count && words[next].Span.End <= page[i].Span.Start)
                next++;
            _at[i] = next < words.Count && words[next].Span.Start < page[i].Span.End ? next : -1;
        }
    }

    /// <summary>The word of a mention that hangs on one outside it; −1 without a tree.</summary>
    /// <param name="first">First word and end, counted as on the page.</param>
    public int Head(int first, int end)
    {
        if (first >= _count || _at[first] < 0)
            return -1;
        int low = _at[first], high = _at[Math.Max(first, end - 1)];
        for (var w = low; w <= high; w++)
        {
            if (_words[w].Head < low || _words[w].Head > high)
                return w;
        }
        return low;
    }

    public TreeRole Role(int word) => word < 0 ? TreeRole.None : Named(_words[word].Relation);

    private static TreeRole Named(string relation) => relation switch
    {
        "root" => TreeRole.Root,
        "nsubj" or "csubj" or "nsubj:outer" => TreeRole.Subject,
        "nsubj:pass" or "csubj:pass" => TreeRole.PassiveSubject,
        "obj" => TreeRole.Object,
        "iobj" => TreeRole.Indirect,
        "nmod:poss" or "det:poss" => TreeRole.Possessor,
        "appos" => TreeRole.Apposition,
        "conj" => TreeRole.Conjunct,
        "compound" or "flat" or "flat:name" or "fixed" => TreeRole.Part,
        "advcl" or "acl" or "acl:relcl" or "ccomp" or "xcomp" or "advcl:relcl" => TreeRole.Clause,
        _ when relation.StartsWith("obl", StringComparison.Ordinal) => TreeRole.Oblique,
        _ when relation.StartsWith("nmod", StringComparison.Ordinal) => TreeRole.Complement,
        _ => TreeRole.Aside,
    };

    /// <summary>The first of a row: "Kovar" for "Pellar" in "Kovar and Pellar left".</summary>
    public int FirstOfRow(int word)
    {
        for (var steps = 0; word >= 0 && steps < Deepest && Role(word) is TreeRole.Conjunct && _words[word].Head >= 0; steps++)
            word = _words[word].Head;
        return word;
    }

    /// <summary>It says of what kind the noun behind it is: "Orlenian" in "Orlenian officials".</summary>
    public bool IsModifier(int word) => word >= 0 && _words[word].Head > word && _words[word].Relation is "amod" or "compound";

    public int Governor(int word) => word < 0 ? -1 : _words[word].Head;

    public Upos? Tag(int word) => word < 0 ? null : _words[word].Upos;

    public string Lemma(int word) => word < 0 ? "" : _words[word].Lemma;

    /// <summary>Steps to the root.</summary>
    public int Depth(int word)
    {
        var depth = 0;
        for (var w = word; w >= 0 && depth < Deepest; w = _words[w].Head)
            depth++;
        return depth;
    }

    /// <summary>Steps from one word up to another; −1 where it does not hang below it.</summary>
    public int StepsBelow(int word, int other)
    {
        var steps = 0;
        for (var w = word; w >= 0 && steps < Deepest; w = _words[w].Head, steps++)
        {
            if (w == other)
                return steps;
        }
        return -1;
    }

    /// <summary>Clauses between a word and the main clause of its sentence.</summary>
    public int Clauses(int word)
    {
        int clauses = 0, steps = 0;
        for (var w = word; w >= 0 && steps < Deepest; w = _words[w].Head, steps++)
            clauses += Role(w) is TreeRole.Clause ? 1 : 0;
        return clauses;
    }

    /// <summary>The verb whose clause a word stands in.</summary>
    public int Clause(int word)
    {
        var steps = 0;
        var w = Governor(word);
        while (w >= 0 && steps++ < Deepest && !(_words[w].Upos is Upos.Verb or Upos.Aux || Role(w) is TreeRole.Root or TreeRole.Clause))
            w = _words[w].Head;
        return w;
    }
}
