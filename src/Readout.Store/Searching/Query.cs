namespace Readout.Store.Searching;

/// <summary>A search as it was understood.</summary>
public abstract record Query
{
    private Query()
    {
    }

    /// <summary>Words in their order; a single one is a word.</summary>
    /// <param name="Words">As search compares them, not stemmed.</param>
    /// <param name="IsPrefix">The last one is only a beginning.</param>
    /// <param name="Field">The field they must stand in; null for headline and text.</param>
    public sealed record Phrase(IReadOnlyList<string> Words, bool IsPrefix, string? Field) : Query
    {
        public override string ToString() => (Field is null ? "" : Field + ":") + (Words.Count == 1 ? Words[0] : $"\"{string.Join(' ', Words)}\"") + (IsPrefix ? "*" : "");
    }

    /// <summary>Phrases with at most so many words between them.</summary>
    public sealed record Near(IReadOnlyList<Phrase> Phrases, int Distance) : Query
    {
        public override string ToString() => string.Join(FormattableString.Invariant($" near/{Distance} "), Phrases);
    }

    /// <summary>What is known of a hit beside its words: language, days, counts.</summary>
    public sealed record Filter(string Field, string Value) : Query
    {
        public override string ToString() => $"{Field}:{Value}";
    }

    public sealed record And(IReadOnlyList<Query> Parts) : Query
    {
        public override string ToString() => string.Join(" AND ", Parts.Select(p => p is Or ? $"({p})" : p.ToString()));
    }

    public sealed record Or(IReadOnlyList<Query> Parts) : Query
    {
        public override string ToString() => string.Join(" OR ", Parts.Select(p => p is And ? $"({p})" : p.ToString()));
    }

    public sealed record Not(Query Part) : Query
    {
        public override string ToString() => Part is And or Or ? $"NOT ({Part})" : $"NOT {Part}";
    }
}

/// <summary>The search can't be understood; the message says where and what to write.</summary>
public sealed class QueryException : Exception
{
    public QueryException()
    {
    }

    public QueryException(string message)
        : base(message)
    {
    }

    public QueryException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
