namespace Readout.Annotations;

/// <summary>
/// How certain the trees make what a word names, by rules of grammar alone: negation, modals, conditions, infinitives
/// and what they hang on, commands, questions. The scale is that of the factuality corpora, −3 to 3.
/// </summary>
/// <remarks>
/// After Saurí and Pustejovsky (2012) and the implicative verbs of Karttunen (1971): a word takes what its own
/// auxiliaries say, and no more than the word it hangs on.
/// </remarks>
internal sealed class FactualityRules(IReadOnlyList<Word> words, WordTree tree)
{
    public const float So = 3, NotSo = -3, Commanded = -1;

    private readonly Dictionary<int, float> _known = [];

    /// <summary>What the rules give a word.</summary>
    /// <param name="asked">The sentence ends with a question mark.</param>
    public float Value(int word, bool asked)
    {
        var value = Of(word);
        var relation = words[word].Relation;
        var main = relation is "root" or "conj" or "parataxis" || (relation is "xcomp" && words[word].Head >= 0 && words[words[word].Head].Relation is "root");
        return asked && main ? Math.Min(value, -0.5f) : value;
    }

    public bool IsNegated(int word)
    {
        foreach (var child in tree.Children(word))
        {
            var sign = words[child];
            if (ImplicativeWords.Negations.Contains(sign.Lemma) && (child < word || sign.Relation is "advmod") && sign.Relation is "advmod" or "det" or "cc:preconj")
                return true;
        }
        return false;
    }

    public string? Modal(int word)
    {
        string? modal = null;
        foreach (var child in tree.Children(word))
        {
            if (words[child].Xpos is "MD")
                modal = words[child].Lemma;
        }
        return modal;
    }

    public bool HasMark(int word, string lemma) => Has(word, "mark", lemma);

    private bool Has(int word, string relation, string lemma)
    {
        foreach (var child in tree.Children(word))
        {
            if (words[child].Relation == relation && words[child].Lemma == lemma)
                return true;
        }
        return false;
    }

    private float Of(int word)
    {
        if (_known.TryGetValue(word, out var known))
            return known;
        // trees have no rings, but a bound on work is cheap
        _known[word] = So;
        return _known[word] = Inherited(word, Own(word));
    }

    private float Own(int word)
    {
        var form = words[word];
        var head = form.Head >= 0 ? words[form.Head].Lemma : "";
        var relation = form.Relation;
        if (IsUndone(word, head, relation))
            return NotSo;
        var value = Modal(word) is { } modal ? OfModal(modal) : So;
        if (HasMark(word, "if") || HasMark(word, "unless") || HasMark(word, "whether"))
            value = Math.Min(value, 0.3f);
        if (HasMark(word, "to"))
            value = Math.Min(value, OfInfinitive(relation, head));
        if (relation is "nmod" or "obl" or "obj" or "compound" && ImplicativeWords.OpenNouns.Contains(head))
            value = Math.Min(value, 1);
        if (relation is "ccomp" && ImplicativeWords.OpenVerbs.Contains(head))
            value = Math.Min(value, 1.2f);
        return IsCommand(word, head) ? Math.Min(value, Commanded) : value;
    }

    private bool IsUndone(int word, string head, string relation)
    {
        if (IsNegated(word) || HasMark(word, "without") || Has(word, "case", "without"))
            return true;
        foreach (var child in tree.Children(word))
        {
            var sign = words[child];
            if (sign.Relation is "amod" && (ImplicativeWords.UndoneAdjectives.Contains(LastPart(sign.Lemma)) || (sign.Xpos is "VBN" && ImplicativeWords.UndoneVerbs.Contains(sign.Lemma))))
                return true;
        }
        return relation switch
        {
            "nsubj:pass" or "obj" => ImplicativeWords.UndoneVerbs.Contains(head) && !IsNegated(words[word].Head),
            "nmod" or "obl" => ImplicativeWords.UndoneNouns.Contains(head) && (Has(word, "case", "in") || Has(word, "case", "of")),
            "compound" => ImplicativeWords.UndoneNouns.Contains(head),
            "xcomp" => ImplicativeWords.FailingVerbs.Contains(head),
            _ => false,
        };
    }

    // "now-cancelled"
    private static string LastPart(string lemma) => lemma[(lemma.LastIndexOf('-') + 1)..];

    private static float OfModal(string modal) => modal switch
    {
        "will" or "'ll" or "shall" => 2.2f,
        "would" or "'d" => 1.2f,
        "could" or "may" => 0.8f,
        "might" => 0.6f,
        "should" => 0.3f,
        _ => 1,
    };

    private static float OfInfinitive(string relation, string head) => relation switch
    {
        "xcomp" => ImplicativeWords.OpenWords.Contains(head) ? 1 : ImplicativeWords.SeemingVerbs.Contains(head) ? 1.5f : So,
        "acl" => ImplicativeWords.OpenWords.Contains(head) ? 1.2f : 1.8f,
        "advcl" => 2.2f,
        "csubj" or "root" or "ccomp" => 1,
        _ => So,
    };

    // "Send it today": a base form, or one read as present, that is nobody's.
    private bool IsCommand(int word, string head)
    {
        var form = words[word];
        if (form.Relation is "ccomp" or "xcomp" && head is "let" && Of(form.Head) == Commanded)
            return true;
        if (form.Xpos is not ("VB" or "VBP" or "VBG") || HasSubject(word) || HasMark(word, "to"))
            return false;
        return form.Relation switch
        {
            "root" or "parataxis" => form.Xpos is not "VBG" && !HasAuxiliary(word),
            "conj" => form.Xpos is "VB" && Of(form.Head) == Commanded,
            "advcl" => form.Xpos is "VBG" && Of(form.Head) == Commanded,
            _ => false,
        };
    }

    private float Inherited(int word, float value)
    {
        var head = words[word].Head;
        if (head < 0)
            return value;
        var above = Of(head);
        return words[word].Relation switch
        {
            // "did not refuse to go" says nothing of going
            "xcomp" when value > above && !(above == NotSo && ImplicativeWords.FailingVerbs.Contains(words[head].Lemma)) => above,
            "conj" when value > above && above != Commanded && !HasSubject(word) => above,
            "acl" or "ccomp" when value == So && above < 0 && words[head].Upos is Upos.Noun => above,
            "obj" when value == So && above is >= 0 and < 1.6f && words[word].Upos is Upos.Noun => above + 0.5f,
            _ => value,
        };
    }

    private bool HasSubject(int word) => HasChild(word, "nsubj", "csubj", "expl");

    private bool HasAuxiliary(int word) => HasChild(word, "aux", "cop", "aux:pass");

    private bool HasChild(int word, string a, string b, string c)
    {
        foreach (var child in tree.Children(word))
        {
            var relation = words[child].Relation;
            if (relation.StartsWith(a, StringComparison.Ordinal) || relation.StartsWith(b, StringComparison.Ordinal) || relation.StartsWith(c, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
