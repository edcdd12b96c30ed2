using System.Text.Json;
using System.Text.RegularExpressions;
using Readout.Formats;
using Readout.Formats.Exports;
using Readout.Text;

namespace Readout.Tests.House;

public class DocumentationTests
{
    [Fact]
    public void Every_diagnostic_code_is_explained()
    {
        var text = Repository.Read("docs", "formats.md");
        DiagnosticCode.All.Where(c => !text.Contains($"| `{c}` |", StringComparison.Ordinal)).ShouldBeEmpty();
        Regex.Matches(text.Split("## Diagnostics")[1].Split("\n## ")[0], @"^\| `([a-z-]+)` \|", RegexOptions.Multiline)
            .Select(m => m.Groups[1].Value).ShouldBe(DiagnosticCode.All, ignoreOrder: true);
    }

    [Fact]
    public void The_list_of_diagnostic_codes_is_closed() =>
        typeof(DiagnosticCode).GetFields().Select(f => (string)f.GetRawConstantValue()!).ShouldBe(DiagnosticCode.All, ignoreOrder: true);

    [Fact]
    public void Every_field_of_the_document_is_named_in_the_formats()
    {
        var text = Repository.Read("docs", "formats.md");
        using var schema = JsonDocument.Parse(Json.Schema());
        Fields(schema.RootElement).Distinct(StringComparer.Ordinal).Where(f => !text.Contains($"`{f}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_export_and_every_table_is_explained()
    {
        var text = Repository.Read("docs", "formats.md").Split("## Exports")[1].Split("\n## ")[0];
        Export.All.Select(e => e.Name).Concat(CsvTable.All.Select(t => t.Name)).Where(n => !text.Contains($"`{n}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_is_on_the_map()
    {
        var map = Repository.Read("docs", "map.md");
        Directory.GetDirectories(Repository.Path("src", "Readout")).Select(f => Path.GetFileName(f))
            .Where(f => f is not ("bin" or "obj") && !map.Contains($"## {f}: ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_public_type_says_what_it_is()
    {
        var type = new Regex(@"^\s*public (?:sealed |static |abstract |readonly |partial )*(?:record struct|record|class|interface|enum|struct) (\w+)");
        var wrong = new List<string>();
        foreach (var file in Repository.Files("src/Readout", "*.cs"))
        {
            var lines = Repository.Read(file).Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (type.Match(lines[i]) is not { Success: true } match)
                    continue;
                var above = i - 1;
                while (above >= 0 && (lines[above].TrimStart().StartsWith('[') || lines[above].TrimStart().StartsWith("/// <param", StringComparison.Ordinal)))
                    above--;
                if (above < 0 || !lines[above].TrimStart().StartsWith("///", StringComparison.Ordinal))
                    wrong.Add($"{file}: {match.Groups[1].Value}");
            }
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void No_file_knows_the_machine_it_was_written_on()
    {
        // Put together here, so that this file does not hold what it looks for.
        var machine = new Regex("(?<![\\w.~<-])/(" + string.Join('|', "work", "root", "farm", "home") + ")/[a-z]");
        var folders = new[] { "src", "tests", "eval", "bench", "docs", "samples" };
        var files = folders.SelectMany(f => Repository.Files(f, "*")).Concat(["README.md", "CHANGELOG.md", "NOTICE", "readout", "test", ".ci/run"]);
        files.Where(f => !f.EndsWith(".gz", StringComparison.Ordinal) && File.Exists(Repository.Path(f)) && machine.IsMatch(Repository.Read(f))).ShouldBeEmpty();
    }

    private static IEnumerable<string> Fields(JsonElement schema)
    {
        if (schema.ValueKind == JsonValueKind.Array)
            return schema.EnumerateArray().SelectMany(Fields);
        if (schema.ValueKind != JsonValueKind.Object)
            return [];
        var own = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(p => p.Name) : [];
        return own.Concat(schema.EnumerateObject().SelectMany(p => Fields(p.Value)));
    }
}
