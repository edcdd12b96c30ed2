namespace Readout.Annotations;

/// <summary>The event that a sentence is about: that of its highest word which names one.</summary>
internal static class PrincipalEvent
{
    // What is looked at before what. "Orlen lifted sanctions": to the parser they may be lifted sanctions. "A blast shook the
    // port": a noun names the event where no verb does.
    private enum Candidate { None, Predicate, Modifier, Noun }

    /// <summary>The event and the word whose arguments take part in it; null where the lists have none of the sentence's words.</summary>
    public static (EventReading Reading, int Predicate)? Of(IReadOnlyList<Word> words, WordTree tree, EventReader reader, Sentence sentence)
    {
        var order = ByDepth(words, tree, sentence);
        foreach (var kind in (ReadOnlySpan<Candidate>)[Candidate.Predicate, Candidate.Modifier, Candidate.Noun])
        {
            foreach (var word in order)
            {
                if (KindOf(word) != kind)
                    continue;
                if (words[word].Head < 0 && Stated(words, tree, reader, word) is { } stated)
                    return stated;
                if (reader.Read(word) is { Plover: not null } reading)
                    return (reading, Doer(tree, reader, reading, word));
            }
        }
        return null;

        Candidate KindOf(int word) => words[word] switch
        {
            { Relation: "amod", Upos: Upos.Verb } => Candidate.Modifier,
            { Upos: Upos.Verb or Upos.Adj or Upos.Aux } => Candidate.Predicate,
            // "Orlen plans to": to the parser a noun
            { Head: < 0 } when reader.Arguments.Clause(word) >= 0 => Candidate.Predicate,
            _ when tree.Child(word, "cop") >= 0 => Candidate.Predicate,
            { Upos: Upos.Noun } => Candidate.Noun,
            _ => Candidate.None,
        };
    }

    // "Moll said that Vask had signed": Vask has.
    private static int Doer(WordTree tree, EventReader reader, EventReading reading, int word)
    {
        while (word != reading.Word && reader.Arguments.Clause(word) is >= 0 and var clause && reader.Read(clause) == reading
            && (tree.Child(clause, "nsubj") >= 0 || tree.Child(clause, "nsubj:pass") >= 0))
            word = clause;
        return word;
    }

    // "The port is being robbed of its rights, Moll protested": to state it is the event.
    private static (EventReading Reading, int Predicate)? Stated(IReadOnlyList<Word> words, WordTree tree, EventReader reader, int root)
    {
        foreach (var child in tree.Children(root))
        {
            if (child < root || words[child].Relation is not "parataxis" || tree.Child(child, "nsubj") < 0 || reader.Read(child) is not { } reading)
                continue;
            if (reading.Plover is "DISAPPROVE" or "DEMAND" or "THREATEN" or "REJECT")
                return (reading, child);
            if (words[child].Lemma is "protest")
                return (new EventReading("criticise", "DISAPPROVE", child), child);
        }
        return null;
    }

    private static List<int> ByDepth(IReadOnlyList<Word> words, WordTree tree, Sentence sentence)
    {
        var order = new List<int>();
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (words[i].Head < 0)
                order.Add(i);
        }
        for (var i = 0; i < order.Count; i++)
            order.AddRange(tree.Children(order[i]));
        return order;
    }
}
