using NodaTime;

namespace Readout.Store;

/// <summary>When somebody last looked at a story, so that "new since you looked" has an answer.</summary>
public sealed class VisitStore
{
    private readonly Database _database;

    internal VisitStore(Database database) => _database = database;

    /// <summary>When that was; null for never.</summary>
    /// <param name="story">Empty for the whole workspace.</param>
    public string? Last(string who, string story) => _database.Value<string>("SELECT at FROM visit WHERE who = @who AND story = @story", new { who, story });

    public void Put(string who, string story, Instant at) => _database.Execute(
        "INSERT INTO visit (who, story, at) VALUES (@who, @story, @at) ON CONFLICT (who, story) DO UPDATE SET at = excluded.at",
        new { who, story, at = Instants.Write(at) });
}
