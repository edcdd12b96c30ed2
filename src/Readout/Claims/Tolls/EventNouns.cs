using Readout.Annotations;

namespace Readout.Claims;

/// <summary>Nouns for an event that say of themselves that somebody was killed or struck, and how many: "double homicide", "fatal shooting".</summary>
internal static class EventNouns
{
    /// <summary>The fewest killed and struck that the first sentences of a page speak of.</summary>
    /// <param name="top">How many sentences are read.</param>
    public static (TollValue Killed, TollValue Struck) Read(Document document, int top, Elsewhere elsewhere)
    {
        var killed = new TollValue(0, [], "event-noun");
        var struck = killed;
        for (var i = 0; i < document.Sentences.Count && i < top; i++)
        {
            if (i > 0 && elsewhere.Is(i))
                continue;
            var sentence = document.Sentences[i];
            var found = Of(document, sentence);
            if (found.Killed > killed.Count)
                killed = killed with { Count = found.Killed, Spans = [sentence.Span] };
            if (found.Struck > struck.Count)
                struck = struck with { Count = found.Struck, Spans = [sentence.Span] };
        }
        return (killed, struck);
    }

    private static (int Killed, int Struck) Of(Document document, Sentence sentence)
    {
        int killed = 0, struck = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var norm = document.Tokens[i].Norm;
            var before = i > sentence.FirstToken ? document.Tokens[i - 1].Norm : "";
            var earlier = i > sentence.FirstToken + 1 ? document.Tokens[i - 2].Norm : "";
            if (norm is "homicide" or "murder" or "killing" or "slaying")
            {
                if (before is "attempted" or "no")
                    continue;
                killed = Math.Max(killed, Times(before) is > 0 and var times ? times : 0);
                if (norm is "murder" && Next(document, sentence, i) is "-" or "suicide" or "/")
                    killed = Math.Max(killed, 1 + Math.Max(1, Times(before)));
            }
            else if (norm is "murder-suicide" or "murder/suicide")
                killed = Math.Max(killed, 1 + Math.Max(1, Times(before)));
            else if (norm is "shooting" or "stabbing" or "crash" or "accident" or "attack")
            {
                if (before is "fatal" or "deadly" || (Times(before) > 0 && earlier is "fatal" or "deadly"))
                    killed = Math.Max(killed, 1);
                if (before is "fatal" or "deadly" && Times(earlier) is > 0 and var dead)
                    killed = Math.Max(killed, dead);
                struck = Math.Max(struck, Times(before));
            }
            else if (norm is "death" && before is "shooting" or "stabbing")
                killed = Math.Max(killed, 1);
        }
        return (killed, struck);
    }

    private static string Next(Document document, Sentence sentence, int i) => i + 1 < sentence.EndToken ? document.Tokens[i + 1].Norm : "";

    private static int Times(string norm) => norm switch
    {
        "double" => 2,
        "triple" => 3,
        "quadruple" => 4,
        "quintuple" => 5,
        "sextuple" => 6,
        _ => 0,
    };
}
