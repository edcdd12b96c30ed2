namespace Readout.Annotations;

/// <summary>
/// Resolves he, she, his, her, and "it" where a body speaks: by gender, nearness, who acts, and who spoke last.
/// Two that fit nearly as well leave the pronoun unresolved.
/// </summary>
internal sealed class Pronouns(NameMap map, Discourse discourse)
{
    // Differences of score below this are no decision.
    private const double Margin = 0.75;

    public void Read(int i)
    {
        var norm = map.Norm(i);
        switch (norm)
        {
            case "he" or "him" or "his" or "himself":
                Person(i, 'm', norm);
                break;
            case "she" or "her" or "hers" or "herself":
                Person(i, 'f', norm);
                break;
            case "it" when map.SameSentence(i, i + 1) && (map.Lexicon.SpeechVerbs.Contains(map.Norm(i + 1)) || map.Norm(i + 1) is "has" or "had" or "also" && map.Lexicon.SpeechVerbs.Contains(map.Norm(i + 2))):
                Body(i);
                break;
        }
    }

    private void Person(int i, char gender, string norm)
    {
        // Inside a quotation the pronoun seldom means its speaker, whom we do not know yet.
        if (discourse.InQuote)
            return;
        var speaks = norm is "he" or "she" && (IsSpeech(i + 1) || IsSpeech(i - 1));
        if (speaks && AfterQuotation(i) && discourse.LastSpeaker is { } speaker && Distance(i, speaker) <= 3 && Agrees(speaker.Entity, gender) >= 0)
        {
            Resolve(i, speaker.Entity, gender, "pronoun-last-speaker");
            return;
        }
        if (Best(i, gender, speaks) is { } best)
            Resolve(i, best, gender, "pronoun");
    }

    private void Resolve(int i, int entity, char gender, string rule)
    {
        map.Entities[entity].VoteGender(gender, discourse.IsFinal ? 0 : 2);
        discourse.Add(i, i + 1, entity, MentionForm.Pronoun, rule, remember: map.Norm(i) is "he" or "she");
        JoinOwnBody(i, entity);
    }

    /// <summary>"Her union, Harbour Crew, …": the person belongs to it.</summary>
    private void JoinOwnBody(int i, int entity)
    {
        if (map.Norm(i) is not ("his" or "her"))
            return;
        for (var k = i + 1; k < i + 4 && map.SameSentence(k + 2, i); k++)
        {
            if (map.Lexicon.OrganisationNouns.ContainsKey(map.Norm(k)) && map.Norm(k + 1) is "," && map.At(k + 2) is { } body && map.Entity(body).Type is EntityType.Organisation)
                map.Entities[entity].AddAffiliation(body.Entity);
        }
    }

    private int? Best(int i, char gender, bool speaks)
    {
        var sentence = map.Words[i].Sentence;
        var scores = new Dictionary<int, double>();
        var order = new List<int>();
        foreach (var recent in discourse.People)
        {
            var distance = Distance(i, recent);
            var agrees = Agrees(recent.Entity, gender);
            if (distance > 3 || agrees < 0 || IsInOpeningPhrase(recent, i) || recent.InQuote && recent.Sentence != sentence || map.Words.Sentences[recent.Sentence].IsHeading)
                continue;
            var near = SameParagraph(recent.Sentence, sentence);
            var score = (distance == 0 ? 3.5 : distance == 1 ? (near ? 3.0 : 2.0) : distance == 2 ? (near ? 1.5 : 0.8) : 0.4) + agrees
                + (recent.IsSubject ? 1.5 : 0) + (speaks && recent.Speaks ? 1 : 0);
            if (!scores.TryGetValue(recent.Entity, out var old))
                order.Add(recent.Entity);
            scores[recent.Entity] = Math.Max(old, score);
        }
        if (order.Count == 0)
            return null;
        // The first round decides only where there is nobody else.
        if (!discourse.IsFinal && order.Count > 1)
            return null;
        // alone in the sentence before the pronoun, even as an object: "criticism from Kovar over what she called …"
        var here = discourse.People.Where(p => p.Sentence == sentence && !p.InQuote && !IsInOpeningPhrase(p, i)).Select(p => p.Entity).Distinct().ToList();
        if (here.Count == 1 && scores.ContainsKey(here[0]))
            scores[here[0]] += 1.5;
        var best = order.OrderByDescending(e => scores[e]).First();
        var second = order.Where(e => e != best).Select(e => scores[e]).DefaultIfEmpty(0).Max();
        return scores[best] - second >= Margin ? best : null;
    }

    private bool SameParagraph(int a, int b) => map.Words.Sentences[a].Paragraph == map.Words.Sentences[b].Paragraph;

    /// <summary>"In a letter to Kovar, he …": whoever stands in the opening phrase is not the subject behind its comma.</summary>
    private bool IsInOpeningPhrase(Recent recent, int i)
    {
        if (recent.Sentence != map.Words[i].Sentence || recent.IsSubject || map.Norm(i - 1) is not ",")
            return false;
        var (first, _) = map.Words.Bounds(recent.Sentence);
        if (map.Norm(first) is not ("in" or "after" or "before" or "during" or "at" or "with" or "on" or "for" or "like" or "unlike" or "to"))
            return false;
        for (var k = recent.Word; k < i - 1; k++)
        {
            if (map.Norm(k) is ",")
                return false;
        }
        return true;
    }

    /// <summary>Sentences between, a paragraph's end counting for one more.</summary>
    private int Distance(int i, Recent recent)
    {
        var here = map.Words[i].Sentence;
        var sentences = map.Words.Sentences;
        var paragraphs = sentences[here].Paragraph - sentences[recent.Sentence].Paragraph;
        return here - recent.Sentence + (paragraphs > 1 ? paragraphs - 1 : 0);
    }

    /// <summary>−1: the gender is known to be another; otherwise how well it fits.</summary>
    private double Agrees(int entity, char gender)
    {
        var draft = map.Entities[entity];
        if (draft.Gender is null)
            return 0;
        if (draft.Gender == gender)
            return draft.GenderStrength >= 2 ? 1 : 0.5;
        return draft.GenderStrength >= 2 ? -1 : 0;
    }

    private bool IsSpeech(int i) => map.Lexicon.SpeechVerbs.Contains(map.Norm(i));

    /// <summary>"…," he said; "…," said he; also where only the reporting clause follows the quotation.</summary>
    private bool AfterQuotation(int i)
    {
        for (var j = i - 1; j >= i - 3 && map.SameSentence(j, i); j--)
        {
            if (map.Norm(j) is "\"")
                return true;
        }
        return false;
    }

    private void Body(int i)
    {
        if (discourse.InQuote)
            return;
        int? found = null;
        var sentence = map.Words[i].Sentence;
        foreach (var recent in discourse.Bodies)
        {
            if (!recent.IsSubject || recent.InQuote || sentence - recent.Sentence > 1
                || map.Words.Sentences[recent.Sentence].Paragraph != map.Words.Sentences[sentence].Paragraph)
            {
                continue;
            }
            if (found is { } other && other != recent.Entity)
                return;
            found = recent.Entity;
        }
        if (found is { } entity)
            discourse.Add(i, i + 1, entity, MentionForm.Pronoun, "pronoun-body", remember: true);
    }
}
