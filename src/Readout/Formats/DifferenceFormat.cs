using System.Globalization;
using System.Text;
using Readout.Claims;
using Readout.Text;

namespace Readout.Formats;

/// <summary>What changed from one record to another, for reading and for programs.</summary>
public static class DifferenceFormat
{
    private static readonly (StateKind Kind, string Name)[] Kinds =
    [
        (StateKind.Prospect, "prospect"), (StateKind.Dispute, "dispute"), (StateKind.Change, "change"), (StateKind.Claim, "claim"), (StateKind.Page, "page"),
    ];

    /// <summary>Lines as of a diff: <c>+</c> only in the second, <c>-</c> only in the first, <c>~</c> in both but not the same.</summary>
    public static string Text(LedgerDifference difference)
    {
        if (difference.IsNothing)
            return "Nothing changed.\n";
        var text = new StringBuilder();
        text.Append(Summary(difference)).Append('\n');
        foreach (var (kind, name) in Kinds)
        {
            foreach (var item in difference.Added.Where(i => i.Kind == kind))
                Append(text, '+', kind == StateKind.Claim ? $"{EnumNames.Of(difference.NewsOf(item))} claim" : name, item, item.State);
            foreach (var change in difference.Changed.Where(c => c.After.Kind == kind))
                Append(text, change, name);
            foreach (var item in difference.Removed.Where(i => i.Kind == kind))
                Append(text, '-', name, item, item.State);
        }
        return text.ToString();
    }

    /// <summary>The same as one JSON object: <c>added</c>, <c>removed</c>, <c>changed</c>.</summary>
    public static void WriteJson(LedgerDifference difference, Stream output)
    {
        using (var json = new JsonSink(output))
        {
            json.Object(() =>
            {
                json.Number("readout", Json.Version);
                json.Array("added", difference.Added, item =>
                {
                    WriteItem(json, item);
                    json.Text("news", item.Kind == StateKind.Claim ? EnumNames.Of(difference.NewsOf(item)) : null);
                });
                json.Array("removed", difference.Removed, item => WriteItem(json, item));
                json.Array("changed", difference.Changed, change =>
                {
                    json.Name("kind", change.After.Kind);
                    json.Object("before", () => WriteItem(json, change.Before));
                    json.Object("after", () => WriteItem(json, change.After));
                    json.Array("added", change.Added, step => WriteStep(json, step));
                    json.Array("removed", change.Removed, step => WriteStep(json, step));
                });
            });
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteItem(JsonSink json, StateItem item)
    {
        json.Name("kind", item.Kind);
        json.Text("id", item.Id);
        json.Text("words", item.Words);
        json.Text("state", item.State);
        json.Array("places", item.Places.Where(p => p.End > p.Start), place => WritePlace(json, place));
        json.Array("steps", item.Steps, step => WriteStep(json, step));
    }

    private static void WriteStep(JsonSink json, StateStep step)
    {
        json.Text("date", step.Date.Length > 0 ? step.Date : null);
        json.Text("value", step.Value);
        WritePlace(json, step.Place);
    }

    private static void WritePlace(JsonSink json, StatePlace place)
    {
        json.Text("document", place.Document);
        json.Pair("span", place.Start, place.End);
    }

    private static string Summary(LedgerDifference difference)
    {
        int Added(StateKind kind) => difference.Added.Count(i => i.Kind == kind);
        int Removed(StateKind kind) => difference.Removed.Count(i => i.Kind == kind);
        int Changed(StateKind kind) => difference.Changed.Count(c => c.After.Kind == kind);
        return string.Join(" · ", Kinds.Reverse()
            .Where(k => Added(k.Kind) + Removed(k.Kind) + Changed(k.Kind) > 0)
            .Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Name}s: +{Added(k.Kind)} −{Removed(k.Kind)} ~{Changed(k.Kind)}")));
    }

    private static void Append(StringBuilder text, char sign, string name, StateItem item, string state)
    {
        text.Append(sign).Append(' ').Append(name).Append(' ').Append(item.Id);
        if (state.Length > 0)
            text.Append(" (").Append(Clean(state)).Append(')');
        if (item.Words is { } words)
            text.Append(": ").Append(Clean(words));
        text.Append(item.Kind == StateKind.Page ? "" : " " + Places(item.Places)).Append('\n');
    }

    private static void Append(StringBuilder text, ChangedItem change, string name)
    {
        var state = change.Before.State == change.After.State ? change.After.State : $"{change.Before.State} ⇒ {change.After.State}";
        Append(text, '~', name, change.After, state);
        foreach (var step in change.Removed)
            Append(text, '-', step);
        foreach (var step in change.Added)
            Append(text, '+', step);
    }

    private static void Append(StringBuilder text, char sign, StateStep step) =>
        text.Append("    ").Append(sign).Append(' ').Append(step.Date.Length > 0 ? step.Date + " " : "").Append(Clean(step.Value)).Append(' ').Append(Places([step.Place])).Append('\n');

    private static string Places(IReadOnlyList<StatePlace> places) =>
        string.Join(' ', places.Take(3).Select(p => string.Create(CultureInfo.InvariantCulture, $"[{p.Document}:{p.Start}-{p.End}]")))
        + (places.Count > 3 ? string.Create(CultureInfo.InvariantCulture, $" and {places.Count - 3} more") : "");

    // A page's words could steer the terminal.
    private static string Clean(string words) => string.Concat(words.Select(c => char.IsControl(c) ? ' ' : c));
}
