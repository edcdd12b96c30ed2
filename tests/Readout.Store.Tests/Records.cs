using System.Collections;
using System.Reflection;

namespace Readout.Store.Tests;

/// <summary>Compares and describes records member by member, whatever members they have.</summary>
internal static class Records
{
    /// <summary>Where two graphs of records differ first; null where they hold the same.</summary>
    public static string? Difference(object? a, object? b, Func<PropertyInfo, bool> leaveOut, string path = "")
    {
        if (a is null || b is null)
            return ReferenceEquals(a, b) ? null : $"{path}: {a ?? "null"} and {b ?? "null"}";
        if (a is string || a.GetType().IsPrimitive || a.GetType().IsEnum || !IsOurs(a.GetType()) && a is not IEnumerable)
            return a.Equals(b) ? null : $"{path}: {a} and {b}";
        if (a is IEnumerable first)
        {
            var (left, right) = (first.Cast<object>().ToList(), ((IEnumerable)b).Cast<object>().ToList());
            if (left.Count != right.Count)
                return $"{path}: {left.Count} and {right.Count} items";
            return left.Select((item, i) => Difference(item, right[i], leaveOut, $"{path}[{i}]")).FirstOrDefault(d => d is not null);
        }
        return Members(a.GetType()).Where(m => !leaveOut(m)).Select(m => Difference(m.GetValue(a), m.GetValue(b), leaveOut, $"{path}.{m.Name}")).FirstOrDefault(d => d is not null);
    }

    /// <summary>The members of a record and of all records in it, one line each.</summary>
    public static IEnumerable<string> Shape(Type type)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Queue<Type>([type]);
        var seen = new HashSet<Type>();
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next))
                continue;
            if (next.IsEnum)
            {
                lines.Add($"{next.Name}: {string.Join(' ', Enum.GetNames(next))}");
                continue;
            }
            if (!IsOurs(next))
            {
                foreach (var part in next.GetGenericArguments())
                    open.Enqueue(part);
                continue;
            }
            foreach (var member in Members(next).Where(m => m.GetSetMethod(nonPublic: true) is not null))
            {
                lines.Add($"{next.Name}.{member.Name}: {Name(member.PropertyType)}");
                open.Enqueue(member.PropertyType);
            }
        }
        return lines;
    }

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("Readout", StringComparison.Ordinal) == true;

    private static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract");

    private static string Name(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
}
