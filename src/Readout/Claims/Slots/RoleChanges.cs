using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>One person under two forms of one office on different days ("mayor-elect", "mayor"): a change, no contradiction.</summary>
internal static class RoleChanges
{
    private static readonly string[] Before = ["-elect", "-designate"];
    private static readonly string[] Prefixes = ["president-elect of", "incoming ", "acting ", "designated ", "outgoing ", "former ", "ex-"];

    public static IEnumerable<Finding> Find(IReadOnlyList<Statement> statements, Story story, EntityIndex index)
    {
        foreach (var entity in story.Entities.Where(e => e.Type == EntityType.Person))
        {
            var roles = entity.Members
                .SelectMany(m => story.Document(m.Document).Entities[m.Index].Roles.Select(role => (m.Document, Role: role.ToLowerInvariant())))
                .ToList();
            foreach (var (document, role) in roles)
            {
                if (Base(role) is not { } office)
                    continue;
                // "Former president" beside "President" is how one speaks of who left long ago: news only where no later page gives the office.
                var isLeft = role.StartsWith("former", StringComparison.Ordinal) || role.StartsWith("ex-", StringComparison.Ordinal);
                if (isLeft && roles.Exists(r => IsOffice(r.Role, office) && Day(story, r.Document) >= Day(story, document)))
                    continue;
                foreach (var other in roles.Where(r => r.Document != document && IsOffice(r.Role, office)))
                {
                    if (Where(statements, document, entity, role, index) is { } a && Where(statements, other.Document, entity, other.Role, index) is { } b)
                    {
                        var earlier = isLeft ? b : a;
                        yield return earlier == a
                            ? new Finding(FindingKind.Update, DisputeType.Value, a, role, b, other.Role, "one office before and after it was taken up", "office")
                            : new Finding(FindingKind.Update, DisputeType.Value, b, other.Role, a, role, "one office before and after it was left", "office");
                    }
                }
            }
        }
    }

    private static NodaTime.LocalDate Day(Story story, string document) => Chronology.SortDay(story.Document(document).Anchor);

    private static string? Base(string role)
    {
        foreach (var ending in Before)
        {
            var at = role.IndexOf(ending, StringComparison.Ordinal);
            if (at > 0)
                return role[..at];
        }
        foreach (var prefix in Prefixes)
        {
            if (role.StartsWith(prefix, StringComparison.Ordinal))
                return role[prefix.Length..].Trim();
        }
        return null;
    }

    private static bool IsOffice(string role, string office) => Base(role) is null && (role == office || role.EndsWith(" " + office, StringComparison.Ordinal) || role.StartsWith(office + " ", StringComparison.Ordinal));

    private static Statement? Where(IReadOnlyList<Statement> statements, string document, Entity entity, string role, EntityIndex index) =>
        statements.FirstOrDefault(s => s.Document.Id == document
            && s.Document.Slice(s.Span).Contains(role, StringComparison.OrdinalIgnoreCase)
            && index.In(s.Document, s.Span).Contains(entity.Id));
}
