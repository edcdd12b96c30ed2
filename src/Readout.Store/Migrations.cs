using System.Globalization;
using System.Reflection;

namespace Readout.Store;

/// <summary>The numbered scripts that make a workspace's tables; each is run once, in its order, and none is ever changed.</summary>
internal static class Migrations
{
    private static readonly IReadOnlyList<(int Number, string Name)> s_all =
    [
        .. typeof(Migrations).Assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => (int.Parse(n[..3], CultureInfo.InvariantCulture), n)),
    ];

    // What a script can't say; done after it, in its transaction.
    private static readonly Dictionary<int, Action<Database>> s_moves = new() { [12] = EntryRows.Move };

    /// <summary>The version that this program writes.</summary>
    public static int Latest => s_all[^1].Number;

    /// <summary>Brings the tables up to <paramref name="version"/> (all of them without one), each step whole or not at all.</summary>
    /// <exception cref="StoreException">The workspace was made by a later program.</exception>
    public static void Run(Database database, int? version = null)
    {
        Check(database);
        foreach (var (number, name) in s_all.Where(m => m.Number <= (version ?? Latest)))
        {
            if (number <= database.SchemaVersion)
                continue;
            database.Transaction(() =>
            {
                database.Execute(Script(name));
                s_moves.GetValueOrDefault(number)?.Invoke(database);
                database.SchemaVersion = number;
            });
        }
    }

    /// <summary>Refuses tables that this program does not know.</summary>
    public static void Check(Database database)
    {
        var found = database.SchemaVersion;
        if (found > Latest)
            throw new StoreException(string.Create(CultureInfo.InvariantCulture, $"{database.Connection.DataSource}: it was written by a later Readout (schema {found}; this one knows up to {Latest}); use that one."));
    }

    private static string Script(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
