using System.Text;
using System.Text.Json;

namespace Readout.Acquire.Tests;

public class RobotsTests
{
    [SharedFact("robots")]
    public void All_cases_of_the_suite_hold()
    {
        var (cases, wrong) = (0, new List<string>());
        foreach (var line in File.ReadLines(Shared.PathOf("robots", "google_cases.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            cases++;
            // One case kept the escape of the source that it was taken from.
            var (robots, agent, url) = (row.GetProperty("robots").GetString()!.Replace("\\n", "\n", StringComparison.Ordinal), row.GetProperty("agent").GetString()!, row.GetProperty("url").GetString()!);
            if (RobotsFile.Read(Encoding.UTF8.GetBytes(robots)).Allows(agent, url) != row.GetProperty("allowed").GetBoolean())
                wrong.Add(line);
        }
        wrong.ShouldBeEmpty();
        cases.ShouldBe(142);
    }

    [SharedFact("robots")]
    public void Real_files_are_read_whatever_is_in_them()
    {
        foreach (var file in Directory.EnumerateFiles(Shared.PathOf("robots", "real_robots")))
        {
            var robots = RobotsFile.Read(File.ReadAllBytes(file));
            robots.Allows("Readout", "https://orlencourier.example/");
            robots.Sitemaps.ShouldAllBe(s => s.Length > 0);
        }
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$\n", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$\n", "/x/y.pdf?z", true)]
    [InlineData("User-agent: other\nDisallow: /\n", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: Readout\nDisallow:\n", "/x", true)]
    [InlineData("\uFEFFUser-Agent: readout/2.0\nDISALLOW /x\n", "/x", false)]
    [InlineData("User-agent: *\nDisallow: /caf\u00e9\n", "/caf%C3%A9", false)]
    [InlineData("<html>Not found</html>", "/x", true)]
    public void Rules_are_read_as_the_standard_has_them(string robots, string path, bool allowed) =>
        RobotsFile.Read(Encoding.UTF8.GetBytes(robots)).Allows("Readout", "https://orlencourier.example" + path).ShouldBe(allowed);

    [Fact]
    public void Sitemaps_and_pauses_are_read()
    {
        var robots = RobotsFile.Read("Sitemap: https://a.example/1.xml\nUser-agent: *\nCrawl-delay: 2.5\nDisallow: /x\nsite-map: https://a.example/2.xml\n");
        robots.Sitemaps.ShouldBe(["https://a.example/1.xml", "https://a.example/2.xml"]);
        robots.Delay("Readout").ShouldBe(TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public void Patterns_made_to_stop_a_reader_do_not()
    {
        var robots = RobotsFile.Read("User-agent: *\n" + string.Concat(Enumerable.Repeat("Disallow: /" + string.Concat(Enumerable.Repeat("*a", 200)) + "b\n", 200)));
        robots.Allows("Readout", "/" + new string('a', 2000)).ShouldBeTrue();
    }

    [Fact]
    public void Damaged_files_never_throw()
    {
        var whole = Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /a*b$\nAllow: /%7e\nCrawl-delay: 3\nSitemap: https://a.example/\n");
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var bytes = whole[..random.Next(whole.Length)];
            for (var i = random.Next(6); i > 0 && bytes.Length > 0; i--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            RobotsFile.Read(bytes).Allows("Readout", "https://a.example/" + random.Next());
        }
    }
}
