using System.Runtime.InteropServices;

namespace Readout.Annotations;

/// <summary>Writes down, as numbers, how a person stands to a pronoun: distance, salience, gender, place in sentence and page.</summary>
internal sealed class AntecedentRow(NameMap map, Discourse discourse)
{
    /// <summary>Numbers in a row.</summary>
    public const int Length = 96;

    // Farther apart makes no difference.
    private const int Far = 120;

    private readonly List<float[]> _rows = discourse.Memory.Rows;
    private float[] _row = [];
    private int _at;

    /// <summary>The rows of all candidates, in their order; good until the next question.</summary>
    public ReadOnlySpan<float[]> Rows(int pronoun, char gender, ReadOnlySpan<Antecedent> candidates)
    {
        var facts = new PronounFacts(map, pronoun, gender);
        for (var c = 0; c < candidates.Length; c++)
        {
            if (c == _rows.Count)
                _rows.Add(new float[Length]);
            _row = _rows[c];
            _at = 0;
            Array.Clear(_row);
            AddPronoun(facts, candidates);
            AddPerson(facts, candidates[c]);
            AddNearest(facts, candidates[c]);
            AddName(facts, candidates[c]);
            AddBehind(facts, candidates[c]);
            AddRivals(facts, candidates, c);
        }
        return CollectionsMarshal.AsSpan(_rows)[..candidates.Length];
    }

    private void Add(double value) => _row[_at++] = (float)value;

    private void Add(bool value) => _row[_at++] = value ? 1 : 0;

    private void AddPronoun(PronounFacts p, ReadOnlySpan<Antecedent> candidates)
    {
        Add((int)p.Case);
        Add(Math.Min(40, p.Word - p.SentenceStart));
        Add(p.Opens);
        Add(p.AfterComma);
        Add(p.AfterConjunction);
        Add(p.AfterSubordinator);
        Add(p.InOpeningPhrase);
        Add(p.Speaks);
        Add(p.Gender == 'f');
        Add(discourse.InQuote);
        Add(candidates.Length);
        var tree = map.Tree;
        Add((int)tree.Role(p.Node));
        Add(tree.Depth(p.Node));
        Add(tree.Clauses(p.Node));
        Add(tree.Clause(p.Node) >= 0 && map.Lexicon.SpeechVerbs.Contains(tree.Lemma(tree.Clause(p.Node))));
    }

    private void AddPerson(PronounFacts p, Antecedent a)
    {
        var draft = map.Entities[a.Entity];
        Add(draft.Gender is null ? 0 : draft.Gender == p.Gender ? draft.GenderStrength : -draft.GenderStrength);
        Add(a.Mentions);
        Add(a.Subjects);
        Add(map.Salience(a.Entity).Count);
        Add(Math.Min(20, map.Salience(a.Entity).Rank));
        Add(map.Title.IsExactly(a.Entity));
        Add(map.Title.Names(a.Entity));
        var (last, at) = discourse.LastPronoun(p.Gender);
        Add(last < 0 ? 0 : last == a.Entity ? 1 : -1);
        Add(last < 0 ? Far : Math.Min(Far, p.Word - at));
        Add(draft.IsPerson ? 2 : draft.Type is EntityType.Other ? 1 : 0);
        Add(draft.Name.Contains(' ', StringComparison.Ordinal));
    }

    private void AddNearest(PronounFacts p, Antecedent a)
    {
        var before = a.Before;
        Add(before is null ? 9 : p.Sentence - before.Value.Sentence);
        AddMention(p, before);
        Add(before is { } b ? (int)b.Form : -1);
        Add(before is { Sentence: var s } && s == p.Sentence && p.IsSameClause(before.Value.End));
        Add(before is { } n ? p.Between(n.End) : Far);
        AddTree(p, before);
    }

    private void AddName(PronounFacts p, Antecedent a)
    {
        var before = a.NameBefore;
        Add(before is null ? 9 : p.Sentence - before.Value.Sentence);
        AddMention(p, before);
    }

    private void AddBehind(PronounFacts p, Antecedent a)
    {
        var behind = a.Behind;
        Add(behind is null ? 9 : behind.Value.Sentence - p.Sentence);
        AddMention(p, behind);
        Add(behind is { } b && b.Sentence == p.Sentence && map.Norm(b.Word - 1) is ",");
        Add(behind is { } k && p.IsOwnPhrase(k.Word));
        AddTree(p, behind);
    }

    private void AddMention(PronounFacts p, Recent? mention)
    {
        if (mention is not { } m)
        {
            Add(Far);
            for (var i = 0; i < 8; i++)
                Add(-1);
            Add(-1);
            return;
        }
        Add(Math.Min(Far, Math.Abs(p.Word - m.Word)));
        Add(m.IsSubject);
        Add(map.Words[m.Word].Is(WordShape.Starts));
        Add(m.Speaks);
        Add(m.InQuote);
        Add(map.Lexicon.IsCue("governors", map.Norm(m.Word - 1)));
        Add(map.Norm(m.End) is "'s" or "'");
        Add(map.Norm(m.End) is "," or "(");
        Add(map.Norm(m.End) is "and" || map.Norm(m.Word - 1) is "and");
        Add(map.Norm(m.Word - 1) is "(" or ",");
    }

    /// <summary>How mention and pronoun stand in their trees: what each does, whether one governs the other's clause, whether one verb holds both.</summary>
    private void AddTree(PronounFacts p, Recent? mention)
    {
        var tree = map.Tree;
        var node = mention is { } m ? tree.Head(m.Word, m.End) : -1;
        var first = tree.FirstOfRow(node);
        var same = mention is { } here && here.Sentence == p.Sentence && node >= 0 && p.Node >= 0;
        var governor = tree.Governor(first);
        var below = same ? tree.StepsBelow(p.Node, governor) : -1;
        Add((int)tree.Role(first));
        Add(first != node);
        Add(tree.Depth(first));
        Add(tree.Clauses(first));
        Add(same && tree.Role(first) == tree.Role(p.Node));
        // one verb, two arguments: they cannot be one person but for "himself"
        Add(same && governor >= 0 && governor == tree.Governor(p.Node));
        Add(same && governor >= 0 && tree.Clause(p.Node) == tree.Clause(first));
        // its verb stands over the pronoun's clause
        Add(below);
        Add(same ? tree.StepsBelow(p.Node, first) : -1);
        Add(same ? tree.StepsBelow(first, tree.Governor(p.Node)) : -1);
    }

    /// <summary>Who else might be meant, and how this one stands to them.</summary>
    private void AddRivals(PronounFacts p, ReadOnlySpan<Antecedent> candidates, int c)
    {
        int compatible = 0, nearer = 0, sameSentence = 0, nearerSubjects = 0;
        var mine = Agrees(candidates[c], p);
        for (var k = 0; k < candidates.Length; k++)
        {
            if (k == c || Agrees(candidates[k], p) < 0)
                continue;
            compatible++;
            var nearerHere = candidates[k].Before is { } other && (candidates[c].Before is not { } own || other.Word > own.Word);
            nearer += nearerHere ? 1 : 0;
            nearerSubjects += nearerHere && candidates[k].Before!.Value.IsSubject ? 1 : 0;
            sameSentence += candidates[k].Before?.Sentence == p.Sentence ? 1 : 0;
        }
        Add(mine);
        Add(compatible);
        Add(nearer);
        Add(nearerSubjects);
        Add(sameSentence);
    }

    private int Agrees(Antecedent a, PronounFacts p)
    {
        var draft = map.Entities[a.Entity];
        return draft.Gender is null ? 0 : draft.Gender == p.Gender ? 1 : -1;
    }
}
