namespace Readout.Annotations;

/// <summary>The event that a sentence is about: that of its highest word which names one.</summary>
internal static class PrincipalEvent
{
    /// <summary>The event and the word whose arguments take part in it; null where the lists have none of the sentence's words.</summary>
    public static (EventReading Reading, int Predicate)? Of(IReadOnlyList<Word> words, WordTree tree, EventReader reader, Sentence sentence)
    {
        var order = ByDepth(words, tree, sentence);
        // "A blast shook the port": a noun names the event where no verb does
        foreach (var isNoun in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var word in order)
            {
                if (isNoun ? words[word].Upos is not Upos.Noun : !IsPredicate(word))
                    continue;
                if (words[word].Head < 0 && Stated(words, tree, reader, word) is { } stated)
                    return stated;
                if (reader.Read(word) is { Plover: not null } reading)
                    return (reading, Doer(tree, reader, reading, word));
            }
        }
        return null;

        // "Orlen plans to": to the parser a noun
        bool IsPredicate(int word) =>
            words[word].Upos is Upos.Verb or Upos.Adj or Upos.Aux || tree.Child(word, "cop") >= 0 || (words[word].Head < 0 && reader.Arguments.Clause(word) >= 0);
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
