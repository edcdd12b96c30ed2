using System.Text.Json;
using Readout.Claims;

namespace Readout.Tests.Claims.Slots;

/// <summary>
/// Pairs of pages that contradict each other in a way named for each, and pairs that only look like it: <c>told-twice.jsonl</c>. What
/// is known not to be found is marked there, so that the rate in <c>docs/methods.md</c> can be counted again.
/// </summary>
public sealed class ToldTwiceTests
{
    private const string None = "none";
    private const string Internal = "internal";

    public static TheoryData<string> Ids => [.. s_cases.Keys.Order(StringComparer.Ordinal)];

    private static readonly Dictionary<string, JsonElement> s_cases = Cases();

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_contradiction_is_found_and_a_look_alike_is_not(string id)
    {
        var one = s_cases[id];
        var brief = Pile.Titled([.. one.GetProperty("pages").EnumerateArray().Select(p => (Text(p, "outlet"), Text(p, "day"), Text(p, "title"), Text(p, "text")))]);
        var found = brief.Ledger.Disputes.Select(d => d.Scope is DisputeScope.BetweenSources ? d.Type.ToString().ToLowerInvariant() : Internal).Distinct().ToList();
        var expected = Text(one, "expected");
        if (expected is None || !one.GetProperty("found").GetBoolean())
            found.ShouldBeEmpty();
        else
            found.ShouldContain(expected);
    }

    [Fact]
    public void Most_contradictions_are_found()
    {
        var contradictions = s_cases.Values.Where(c => Text(c, "expected") is not None).ToList();
        contradictions.Count.ShouldBe(50);
        contradictions.Count(c => c.GetProperty("found").GetBoolean()).ShouldBeGreaterThanOrEqualTo(32);
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static Dictionary<string, JsonElement> Cases()
    {
        using var reader = new StreamReader(typeof(ToldTwiceTests).Assembly.GetManifestResourceStream("told-twice.jsonl")!);
        var cases = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            cases.Add(json.RootElement.GetProperty("id").GetString()!, json.RootElement.Clone());
        }
        return cases;
    }
}
