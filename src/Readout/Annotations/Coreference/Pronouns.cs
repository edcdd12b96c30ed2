namespace Readout.Annotations;

/// <summary>
/// Resolves he, she, his, her, and "it" where a body speaks: by gender, nearness, who acts, and who spoke last.
/// Two that fit nearly as well leave the pronoun unresolved.
/// </summary>
internal sealed class Pronouns(NameMap map, Discourse discourse)
{
    // The model's probability below which a pronoun is left unresolved.
    private const float Likely = 0.2f;
    private const float LikelyInQuote = 0.5f;

    // How far ahead one of two named together must be, and how many words apart they may stand.
    private const float Clear = 0.2f;
    private const int Breath = 4;

    private readonly Antecedents _antecedents = new(map, discourse);
    private readonly AntecedentRow _rows = new(map, discourse);

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
        var speaks = norm is "he" or "she" && (IsSpeech(i + 1) || IsSpeech(i - 1));
        if (speaks && !discourse.InQuote && AfterQuotation(i) && discourse.LastSpeaker is { } speaker && Distance(i, speaker) <= 3 && Agrees(speaker.Entity, gender) >= 0)
        {
            Resolve(i, speaker.Entity, gender, "pronoun-last-speaker");
            return;
        }
        if (!discourse.IsFinal)
        {
            if (!discourse.InQuote && Only(i, gender) is { } only)
                Resolve(i, only, gender, "pronoun");
            return;
        }
        if (Ranked(i, gender) is { } best)
            Resolve(i, best, gender, "pronoun");
    }

    /// <summary>The person the trained model finds likeliest; null where none is likely enough.</summary>
    private int? Ranked(int i, char gender)
    {
        var candidates = _antecedents.Find(i);
        if (candidates.Length == 0)
            return null;
        var rows = _rows.Rows(i, gender, candidates);
        discourse.Seen?.Invoke(map.Words[i].Span, candidates, rows);
        if (discourse.Model is not { } model)
            return null;
        var best = -1;
        for (var c = 0; c < rows.Length; c++)
        {
            candidates[c].Score = model.Score(rows[c]);
            if (best < 0 || candidates[c].Score > candidates[best].Score)
                best = c;
        }
        if (IsTorn(candidates, best))
            return null;
        return candidates[best].Score >= (discourse.InQuote ? LikelyInQuote : Likely) ? candidates[best].Entity : null;
    }

    /// <summary>"Moll and Pell met. He …": two named in one breath, and neither clearly the likelier.</summary>
    private bool IsTorn(ReadOnlySpan<Antecedent> candidates, int best)
    {
        if (candidates[best].Before is not { } chosen)
            return false;
        foreach (var other in candidates)
        {
            if (other.Entity != candidates[best].Entity && other.Before is { } rival && candidates[best].Score - other.Score < Clear
                && (map.Norm(Math.Min(chosen.End, rival.End)) is "and" or "," && Math.Abs(chosen.Word - rival.Word) <= Breath || chosen.Word == rival.Word))
            {
                return true;
            }
        }
        return false;
    }

    private void Resolve(int i, int entity, char gender, string rule)
    {
        discourse.NotePronoun(gender, entity, i);
        map.Entities[entity].BecomePerson();
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

    /// <summary>The one person that a pronoun can mean, where there is but one near it: what the first round learns genders from.</summary>
    private int? Only(int i, char gender)
    {
        int? only = null;
        var sentence = map.Words[i].Sentence;
        foreach (var recent in discourse.People)
        {
            if (Distance(i, recent) > 3 || Agrees(recent.Entity, gender) < 0 || IsInOpeningPhrase(recent, i) || recent.InQuote && recent.Sentence != sentence
                || map.Words.Sentences[recent.Sentence].IsHeading)
            {
                continue;
            }
            if (only is { } other && other != recent.Entity)
                return null;
            only = recent.Entity;
        }
        return only;
    }

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
