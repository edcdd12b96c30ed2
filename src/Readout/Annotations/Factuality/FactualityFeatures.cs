namespace Readout.Annotations;

/// <summary>
/// What the words around a predicate say about whether it is meant to have happened: its own tense, auxiliaries and
/// negation, what introduces its clause, and the same for the predicates it depends on. Each signal is a hash; a
/// model gives every hash a weight.
/// </summary>
internal sealed class FactualityFeatures
{
    private const int Levels = 3;
    private const int MostChildren = 24;
    private const uint Basis = 2166136261;

    private readonly IReadOnlyList<Word> _words;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly ClauseSigns?[] _clauses;
    private readonly List<uint> _hashes = new(128);

    /// <param name="words">The words of a document with their trees.</param>
    public FactualityFeatures(IReadOnlyList<Word> words)
    {
        _words = words;
        _firstChild = new int[words.Count];
        _nextSibling = new int[words.Count];
        _clauses = new ClauseSigns?[words.Count];
        Array.Fill(_firstChild, -1);
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (words[i].Head is var head and >= 0)
                (_nextSibling[i], _firstChild[head]) = (_firstChild[head], i);
        }
    }

    /// <summary>The signals of a predicate; the list is used again at the next call.</summary>
    /// <param name="word">Index of the predicate.</param>
    /// <param name="end">Index after the last word of its sentence.</param>
    public IReadOnlyList<uint> Of(int word, int end)
    {
        _hashes.Clear();
        var self = _words[word];
        Add("bias");
        Add("own", self.Lemma);
        Add("own.x", self.Xpos, self.Relation);
        Add("own.ux", self.Upos.ToString(), self.Xpos);
        var clause = Clause(word);
        Describe("c0", clause, self.Xpos, self.Lemma);
        Add("c0.rel", self.Relation, clause.Signature, self.Xpos);
        Add("c0.mark", self.Relation, clause.Mark);
        if (_words[end - 1].Lemma == "?")
            Add("asked", self.Relation);
        Above(word);
        return _hashes;
    }

    private void Above(int word)
    {
        var path = "";
        var at = word;
        for (var level = 1; level <= Levels && _words[at].Head >= 0; level++)
        {
            var relation = _words[at].Relation;
            var below = at;
            at = _words[at].Head;
            path += "<" + relation;
            var governor = _words[at];
            var clause = Clause(at);
            var name = level switch { 1 => "g1", 2 => "g2", _ => "g3" };
            Add(name, path);
            Add(name, path, governor.Lemma);
            Add(name, path, governor.Lemma, clause.Signature);
            Add(name, path, clause.Signature, governor.Xpos);
            Add(name + ".mark", path, clause.Mark);
            Add(name + ".neg", path, clause.Negated ? "not" : "", governor.Lemma);
            Add(name + ".x", path, governor.Xpos, _words[word].Xpos);
            if (level == 1)
            {
                var own = Clause(word);
                Add("g1.own", governor.Lemma, relation, own.Mark, own.Signature);
                Add("g1.sig", relation, clause.Signature, own.Signature);
            }
            // what stands beside the clause under one governor: "if" beside a main clause makes it hang on it
            Siblings(name, at, below);
        }
        if (_words[at].Head < 0)
            Add("root", path, Clause(at).Signature);
    }

    private void Siblings(string name, int governor, int below)
    {
        for (var child = _firstChild[governor]; child >= 0; child = _nextSibling[child])
        {
            if (child == below || _words[child].Relation is not ("advcl" or "advmod" or "discourse" or "parataxis"))
                continue;
            Add(name + ".sib", _words[child].Relation, _words[child].Relation == "advcl" ? Clause(child).Mark : _words[child].Lemma);
        }
    }

    private void Describe(string name, ClauseSigns clause, string xpos, string lemma)
    {
        Add(name, clause.Signature);
        Add(name + ".x", clause.Signature, xpos);
        Add(name + ".m", clause.Signature, clause.Mark);
        Add(name + ".l", clause.Signature, lemma);
        Add(name + ".s", clause.Subject, clause.Signature);
        if (clause.Negated)
            Add(name + ".neg", xpos);
        if (clause.Determiner.Length > 0)
            Add(name + ".det", clause.Determiner);
        foreach (var adverb in clause.Modifiers)
        {
            Add(name + ".adv", adverb);
            Add(name + ".adv.x", adverb, xpos);
        }
    }

    private sealed record ClauseSigns(string Signature, string Mark, string Subject, string Determiner, bool Negated, List<string> Modifiers);

    private ClauseSigns Clause(int word) => _clauses[word] ??= ReadClause(word);

    private ClauseSigns ReadClause(int word)
    {
        string signature = "", mark = "", subject = "", determiner = "";
        var negated = false;
        var modifiers = new List<string>();
        Collect(word, own: true);
        // "was arrested and charged": the second verb shares what the first bears
        if (_words[word].Relation == "conj" && _words[word].Head is var first and >= 0 && signature.Length == 0)
            Collect(first, own: false);
        return new ClauseSigns(signature, mark, subject, determiner, negated, modifiers);

        void Collect(int of, bool own)
        {
            var seen = 0;
            for (var child = _firstChild[of]; child >= 0 && seen < MostChildren; child = _nextSibling[child], seen++)
            {
                var sign = _words[child];
                if (child > word && !own)
                    break;
                switch (sign.Relation)
                {
                    case "aux" or "aux:pass" or "cop":
                        signature += sign.Lemma + (sign.Xpos is "VBD" or "MD" ? "d " : " ");
                        break;
                    case "mark":
                        mark += sign.Lemma + " ";
                        break;
                    case "nsubj" or "nsubj:pass" or "csubj":
                        subject = sign.Upos == Upos.Pron ? sign.Lemma : sign.Upos.ToString();
                        break;
                    case "det" when sign.Lemma is "no" or "any" or "every" or "a" or "the":
                        determiner = sign.Lemma;
                        negated |= sign.Lemma == "no";
                        break;
                    case "amod" or "advmod" or "case" or "nmod:poss" or "compound:prt":
                        if (sign.Lemma is "not" or "n't" or "never" || sign.Xpos == "RB" && sign.Lemma is "hardly" or "barely")
                        {
                            negated = true;
                            signature += "not ";
                        }
                        else if (own)
                        {
                            modifiers.Add(sign.Lemma);
                        }
                        break;
                }
            }
        }
    }

    private void Add(string name, string a = "", string b = "", string c = "", string d = "")
    {
        var hash = Basis;
        Mix(name, ref hash);
        Mix(a, ref hash);
        Mix(b, ref hash);
        Mix(c, ref hash);
        Mix(d, ref hash);
        hash ^= hash >> 15;
        hash *= 0x2c1b3c6d;
        _hashes.Add(hash ^ (hash >> 12));
    }

    private static void Mix(string part, ref uint hash)
    {
        foreach (var c in part)
            hash = (hash ^ c) * 16777619;
        hash = (hash ^ 0x1f) * 16777619;
    }
}
