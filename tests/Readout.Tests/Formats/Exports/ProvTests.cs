using System.Text.Json;

namespace Readout.Tests.Formats.Exports;

public class ProvTests
{
    // PROV-JSON: the roles of each relation, the first two of which must be there, and what stands in each.
    private static readonly Dictionary<string, (string Role, string Kind)[]> Relations = new(StringComparer.Ordinal)
    {
        ["wasGeneratedBy"] = [("prov:entity", "entity"), ("prov:activity", "activity")],
        ["used"] = [("prov:activity", "activity"), ("prov:entity", "entity")],
        ["wasAttributedTo"] = [("prov:entity", "entity"), ("prov:agent", "agent")],
        ["wasAssociatedWith"] = [("prov:activity", "activity"), ("prov:agent", "agent")],
        ["wasDerivedFrom"] = [("prov:generatedEntity", "entity"), ("prov:usedEntity", "entity"), ("prov:activity", "activity")],
        ["specializationOf"] = [("prov:specificEntity", "entity"), ("prov:generalEntity", "entity")],
    };

    [Fact]
    public void Every_statement_names_what_is_declared_and_every_prefix_is_known()
    {
        foreach (var sample in ExportedSample.All)
        {
            var prov = sample.WriteJson("prov");
            var prefixes = prov.GetProperty("prefix").EnumerateObject().Select(p => p.Name).Append("prov").ToHashSet(StringComparer.Ordinal);
            foreach (var kind in prov.EnumerateObject().Where(k => k.Name != "prefix"))
            {
                (kind.Name is "entity" or "activity" or "agent" || Relations.ContainsKey(kind.Name)).ShouldBeTrue(kind.Name);
                foreach (var statement in kind.Value.EnumerateObject())
                {
                    prefixes.Append("_").ShouldContain(statement.Name.Split(':')[0]);
                    foreach (var attribute in statement.Value.EnumerateObject())
                        CheckAttribute(prov, kind.Name, attribute, prefixes);
                    foreach (var (role, _) in Relations.GetValueOrDefault(kind.Name, []).Take(2))
                        statement.Value.TryGetProperty(role, out _).ShouldBeTrue($"{kind.Name} {statement.Name} {role}");
                }
            }
        }
    }

    [Fact]
    public void Nothing_is_generated_twice_or_derived_from_itself()
    {
        foreach (var prov in ExportedSample.All.Select(s => s.WriteJson("prov")))
        {
            prov.GetProperty("wasGeneratedBy").EnumerateObject().Select(g => g.Value.GetProperty("prov:entity").GetString()).ShouldBeUnique();
            prov.GetProperty("wasDerivedFrom").EnumerateObject().ShouldAllBe(d => d.Value.GetProperty("prov:generatedEntity").GetString() != d.Value.GetProperty("prov:usedEntity").GetString());
            foreach (var kind in prov.EnumerateObject())
                kind.Value.EnumerateObject().Select(s => s.Name).ShouldBeUnique(kind.Name);
        }
    }

    [Fact]
    public void What_was_found_bears_the_words_at_its_place()
    {
        foreach (var sample in ExportedSample.All)
        {
            var prov = sample.WriteJson("prov");
            var text = prov.GetProperty("wasDerivedFrom").EnumerateObject().Where(d => d.Value.TryGetProperty("prov:type", out _))
                .ToDictionary(d => d.Value.GetProperty("prov:generatedEntity").GetString()!, d => d.Value.GetProperty("prov:usedEntity").GetString()!["ro:text.".Length..], StringComparer.Ordinal);
            text.Count.ShouldBeGreaterThan(3);
            foreach (var entity in prov.GetProperty("entity").EnumerateObject().Where(e => e.Value.TryGetProperty("ro:spans", out _)))
            {
                var spans = entity.Value.GetProperty("ro:spans").GetString()!.Split(' ').Select(s => s.Split('-').Select(int.Parse).ToList());
                entity.Value.GetProperty("prov:value").GetString().ShouldBe(string.Join(" … ", spans.Select(s => sample.At(text[entity.Name], s[0], s[1]))));
            }
        }
    }

    [Fact]
    public void A_copy_says_from_what_it_was_made_and_why_that_is_known()
    {
        var dam = ExportedSample.All[0];
        var links = dam.Rows("families").SelectMany(f => f.GetProperty("links").EnumerateArray()).Select(l => (l.GetProperty("from").GetString()!, l.GetProperty("to").GetString()!, l.GetProperty("reason").GetString())).ToList();
        dam.WriteJson("prov").GetProperty("wasDerivedFrom").EnumerateObject().Where(d => d.Value.TryGetProperty("ro:link", out _))
            .Select(d => (d.Value.GetProperty("prov:generatedEntity").GetString()!["ro:page.".Length..], d.Value.GetProperty("prov:usedEntity").GetString()!["ro:page.".Length..], d.Value.GetProperty("ro:reason").GetString()))
            .ShouldBe(links, ignoreOrder: true);
    }

    private static void CheckAttribute(JsonElement prov, string kind, JsonProperty attribute, HashSet<string> prefixes)
    {
        prefixes.ShouldContain(attribute.Name.Split(':')[0]);
        if (Relations.GetValueOrDefault(kind, []).FirstOrDefault(r => r.Role == attribute.Name) is { Kind: { } declared })
            prov.GetProperty(declared).TryGetProperty(attribute.Value.GetString()!, out _).ShouldBeTrue($"{kind}: {attribute.Value} is no {declared}");
        else if (attribute.Value.ValueKind == JsonValueKind.Object)
            attribute.Value.EnumerateObject().Select(p => p.Name).ShouldBe(["$", "type"]);
        else
            attribute.Value.ValueKind.ShouldBe(JsonValueKind.String);
    }
}
