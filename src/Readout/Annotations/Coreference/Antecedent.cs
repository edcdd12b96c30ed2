namespace Readout.Annotations;

/// <summary>A person whom a pronoun may mean: the nearest mentions before it and the first one behind it.</summary>
internal sealed class Antecedent
{
    public int Entity { get; private set; }

    /// <summary>The nearest mention before the pronoun, of any form.</summary>
    public Recent? Before { get; set; }

    /// <summary>The nearest one before it that is a name.</summary>
    public Recent? NameBefore { get; set; }

    /// <summary>The first one behind it, in its sentence or the next.</summary>
    public Recent? Behind { get; set; }

    /// <summary>How many of the mentions kept in mind are this person's, and at how many of them it acts.</summary>
    public int Mentions { get; set; }

    public int Subjects { get; set; }

    public float Score { get; set; }

    /// <summary>Starts anew with another person.</summary>
    public void Open(int entity)
    {
        Entity = entity;
        Before = NameBefore = Behind = null;
        Mentions = Subjects = 0;
        Score = 0;
    }
}
