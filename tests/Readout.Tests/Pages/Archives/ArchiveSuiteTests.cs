using System.Text;
using Readout.Pages;
using Readout.Pages.Archives;
using Readout.Tests.Samples;

namespace Readout.Tests.Pages.Archives;

/// <summary>warcio's test data, by what its own tests say of each file.</summary>
public class ArchiveSuiteTests
{
    [SharedTheory("conformance/warc")]
    [InlineData("example.warc.gz", "warcinfo warcinfo response request revisit request")]
    [InlineData("example.warc", "warcinfo warcinfo response request revisit request")]
    [InlineData("example-iana.org-chunked.warc", "warcinfo response request")]
    [InlineData("example.arc.gz", "arc_header response")]
    [InlineData("example.arc", "arc_header response")]
    [InlineData("example-space-in-url.arc", "arc_header response")]
    [InlineData("example-resource.warc.gz", "warcinfo warcinfo resource")]
    [InlineData("bad.arc", "arc_header response response response")]
    [InlineData("example-digest.warc", "request request request request")]
    [InlineData("example-trunc.warc", "warcinfo warcinfo response ! request")]
    [InlineData("post-test.warc.gz", null)]
    [InlineData("example-space-in-target-uri.warc.gz", null)]
    [InlineData("example-wget-bad-target-uri.warc.gz", null)]
    [InlineData("example-wrong-chunks.warc.gz", null)]
    [InlineData("example-bad-non-chunked.warc.gz", null)]
    [InlineData("example-bad.warc.gz.bad", null)]
    // The last two, compressed as a whole, warcio refuses; they can be read.
    public void Every_file_gives_the_records_it_has(string file, string? types)
    {
        var records = Read(file);
        if (types is not null)
            string.Join(' ', records.Select(r => r.Type.Length == 0 ? "!" : r.Type)).ShouldBe(types);
        records.Count(r => r.Type.Length > 0).ShouldBeGreaterThan(0);
    }

    [SharedFact("conformance/warc")]
    public void Offsets_are_those_of_the_file()
    {
        Read("example-iana.org-chunked.warc").Select(r => r.Position.Inside).ShouldBe([0, 405, 8379]);
        Read("example-resource.warc.gz").Select(r => r.Position.Member).ShouldBe([0, 361, 802]);
    }

    [SharedTheory("conformance/warc")]
    [InlineData("example.warc.gz", "Example Domain")]
    [InlineData("example.warc", "Example Domain")]
    [InlineData("example.arc.gz", "Example Domain")]
    [InlineData("example.arc", "Example Domain")]
    [InlineData("example-iana.org-chunked.warc", "Internet Assigned Numbers Authority")]
    public void Bodies_are_read(string file, string words) =>
        Encoding.UTF8.GetString(Read(file).First(r => r.Type == "response").Body.Span).ShouldContain(words);

    [SharedFact("conformance/warc")]
    public void Wrong_addresses_are_put_right()
    {
        Read("example-wget-bad-target-uri.warc.gz").First(r => r.Type == "response").Target.ShouldBe("http://example.com/");
        Read("example-space-in-target-uri.warc.gz").First(r => r.Type == "resource").Target.ShouldBe("file:///example%20with%20spaces.png");
    }

    private static List<ArchiveRecord> Read(string file)
    {
        using var stream = File.OpenRead(SharedTheoryAttribute.PathOf("conformance", "warc", "warcio", file));
        return [.. ArchiveReader.Read(file, stream).Take(100)];
    }
}
