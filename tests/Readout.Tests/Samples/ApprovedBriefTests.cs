using System.Text;
using Readout.Formats;

namespace Readout.Tests.Samples;

/// <summary>The brief of the bundled story, line by line as it was last looked at and found good.</summary>
public sealed class ApprovedBriefTests
{
    private static readonly string s_approved = Path.Combine(Repository.Root, "tests", "Readout.Tests", "Samples", "dam.brief.md");

    [Fact]
    public void The_sample_s_brief_is_the_approved_one()
    {
        // After a change that is meant: ./readout brief samples/dam > tests/Readout.Tests/Samples/dam.brief.md, and read the difference.
        Lines(Brief()).ShouldBe(Lines(File.ReadAllText(s_approved)));
    }

    [Fact]
    public void The_readme_shows_real_output()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var excerpt = readme.Split("```")[1];
        var real = Lines(Brief()).ToHashSet(StringComparer.Ordinal);
        Lines(excerpt).Where(line => line.Length > 0).ShouldAllBe(line => real.Contains(line));
    }

    private static string Brief()
    {
        var folder = Path.Combine(Repository.Root, "samples", "dam");
        var documents = Directory.GetFiles(folder)
            .Select(file => Desk.Read(new PageInput("samples/dam/" + Path.GetFileName(file), File.ReadAllBytes(file))));
        using var output = new MemoryStream();
        Markdown.Write(Desk.Brief(documents), new FormatOptions(), output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.TrimEnd())];
}
