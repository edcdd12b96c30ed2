namespace Readout.Annotations;

/// <summary>"VASK, March 3 (ORW) -": the town before the dash, cut off from what follows.</summary>
internal sealed class Datelines(PageWords words)
{
    /// <summary>The end of the towns; <paramref name="first"/> where the sentence opens with none.</summary>
    public int Read(int first, int end, List<Name> names)
    {
        if (words.Sentences[words[first].Sentence] is not { Paragraph: >= 0 } sentence || words[first].Is(WordShape.Heading))
            return first;
        var isFirst = words[first].Sentence == 0 || words.Sentences[words[first].Sentence - 1].Paragraph != sentence.Paragraph;
        if (!isFirst)
            return first;
        var e = first;
        while (e < end && e < first + 4 && words[e].Is(WordShape.Capital) && !words[e].Is(WordShape.Mark))
            e++;
        if (e == first || e >= end || !EndsWithDash(e, end))
            return first;
        var shouted = Enumerable.Range(first, e - first).All(i => words[i].Is(WordShape.AllCaps));
        if (!shouted && !HasDateOrBracket(e, end))
            return first;
        AddPlace(first, e);
        // ORLEN/VASK
        while (e + 1 < end && words[e].Norm is "/" && words[e + 1].Is(WordShape.Capital))
        {
            var next = e + 1;
            e = next;
            while (e < end && words[e].Is(WordShape.Capital))
                e++;
            AddPlace(next, e);
        }
        return e;

        void AddPlace(int from, int to)
        {
            var name = new Name(words, from, to);
            name.Add(EntityType.Place, 9, "dateline");
            names.Add(name);
        }
    }

    private bool EndsWithDash(int from, int end)
    {
        for (var i = from; i < end && i < from + 12; i++)
        {
            if (words[i].Norm is "-" && i > from - 1)
                return true;
            if (!(words[i].Is(WordShape.Mark | WordShape.Number | WordShape.Capital) || words[i].Norm.Length <= 3))
                return false;
        }
        return false;
    }

    private bool HasDateOrBracket(int from, int end)
    {
        for (var i = from; i < end && i < from + 12 && words[i].Norm is not "-"; i++)
        {
            if (words[i].Norm is "(" || words[i].Is(WordShape.Number) || Calendar.IsName(words[i].Norm))
                return true;
        }
        return false;
    }
}
