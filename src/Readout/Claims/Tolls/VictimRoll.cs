using Readout.Text;

namespace Readout.Claims;

/// <summary>One person who came to harm, as far as a page tells people apart.</summary>
internal sealed class RolledVictim
{
    public int? Entity { get; set; }

    public char? Gender { get; set; }

    public int? Age { get; set; }

    /// <summary>What the page first calls them; empty for names and pronouns.</summary>
    public string Noun { get; set; } = "";

    /// <summary>The worst that is told of them.</summary>
    public Harm Harm { get; set; }

    /// <summary>The sentence that last told of them.</summary>
    public int Sentence { get; set; }

    public List<Casualty> Evidence { get; } = [];
}

/// <summary>Keeps apart the single victims of a page: by name, age, gender, and "another".</summary>
internal sealed class VictimRoll
{
    /// <summary>Everybody told apart so far.</summary>
    public List<RolledVictim> People { get; } = [];

    /// <summary>Those struck or injured of whom no death is told.</summary>
    public int Living => People.Count(p => p.Harm is not Harm.Killed);

    public IReadOnlyList<Span> LivingSpans => [.. People.Where(p => p.Harm is not Harm.Killed).Select(p => p.Evidence[0].Span)];

    public bool IsNamedLiving => People.Exists(p => p.Harm is not Harm.Killed && p is { Entity: not null, Age: not null });

    public int Count(Harm harm) => People.Count(p => p.Harm == harm);

    public IReadOnlyList<Span> Spans(Harm harm) => [.. People.Where(p => p.Harm == harm).Select(p => p.Evidence.Find(e => e.Harm == harm)!.Span)];

    /// <summary>Enters somebody, or adds to what is known of them.</summary>
    public void Add(Casualty casualty)
    {
        var victim = casualty.Victim;
        var person = Find(casualty);
        if (person is null)
        {
            person = new RolledVictim { Harm = casualty.Harm };
            People.Add(person);
        }
        person.Entity ??= victim.Entity;
        person.Gender ??= victim.Gender;
        person.Age ??= victim.Age;
        if (person.Noun.Length == 0)
            person.Noun = victim.Noun;
        if (casualty.Harm > person.Harm)
            person.Harm = casualty.Harm;
        person.Sentence = casualty.Sentence;
        person.Evidence.Add(casualty);
    }

    /// <summary>Somebody only struck is one of the dead, where nothing tells them apart.</summary>
    public void Settle()
    {
        for (var i = People.Count - 1; i >= 0; i--)
        {
            var person = People[i];
            if (person.Harm is not Harm.Struck || person.Evidence.Exists(e => e.Victim.IsMore))
                continue;
            if (People.Exists(p => p != person && p.Harm is Harm.Killed && IsAlike(p, person)))
                People.RemoveAt(i);
        }
    }

    private static bool IsAlike(RolledVictim a, RolledVictim b) =>
        (a.Entity is null || b.Entity is null || a.Entity == b.Entity) && (a.Age is null || b.Age is null || a.Age == b.Age) && (a.Gender is null || b.Gender is null || a.Gender == b.Gender)
        && !a.Evidence.Exists(x => b.Evidence.Exists(y => x.Group == y.Group && x.Victim.Head != y.Victim.Head));

    // "husband", "baby": nobody is called both in one sentence
    private static bool Differ(string noun, string other) =>
        (HarmWords.En.Person(noun)?.Age, HarmWords.En.Person(other)?.Age) is ("child", "adult") or ("adult", "child");

    private RolledVictim? Find(Casualty casualty)
    {
        var victim = casualty.Victim;
        // one phrase, several predicates
        if (People.Find(p => p.Evidence.Exists(e => e.Victim.Head == victim.Head)) is { } same)
            return same;
        if (victim.Entity is { } entity && People.Find(p => p.Entity == entity) is { } named)
            return named;
        RolledVictim? best = null;
        var score = int.MinValue;
        for (var i = 0; i < People.Count; i++)
        {
            var person = People[i];
            if (!Fits(person, casualty))
                continue;
            var points = (person.Age is not null && person.Age == victim.Age ? 100 : 0) + (person.Gender is not null && person.Gender == victim.Gender ? 10 : 0)
                + (person.Noun.Length > 0 && person.Noun == victim.Noun ? 15 : 0) + (person.Harm == casualty.Harm ? 5 : 0) + i;
            if (points > score)
                (best, score) = (person, points);
        }
        return best;
    }

    private static bool Fits(RolledVictim person, Casualty casualty)
    {
        var victim = casualty.Victim;
        if (person.Entity is not null && victim.Entity is not null)
            return false;
        if (person.Age is { } age && victim.Age is { } other && age != other)
            return false;
        if (person.Gender is { } gender && victim.Gender is { } g && gender != g)
            return false;
        var sameAge = person.Age is not null && person.Age == victim.Age;
        if (victim.IsMore && !sameAge)
            return false;
        if (person.Sentence != casualty.Sentence || sameAge)
            return true;
        // "shoots friend, kills himself": the same doer, another victim
        if (victim.IsSelf && casualty.Harm is Harm.Killed && person.Sentence == casualty.Sentence && !person.Evidence.Exists(e => e.Victim.IsSelf))
            return false;
        if (Differ(person.Noun, victim.Noun))
            return false;
        // of one sentence: what is joined by "and", what fares otherwise and what is called the same again are two people
        foreach (var seen in person.Evidence)
        {
            if (seen.Sentence == casualty.Sentence && (seen.Group == casualty.Group || (!victim.IsKnown && (seen.Harm != casualty.Harm || seen.Victim.Noun == victim.Noun))))
                return false;
        }
        return true;
    }
}
