using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Readout.Formats.Bundles;
using Readout.Formats.Exports;
using Readout.Tests.Formats.Exports;

namespace Readout.Tests.Formats.Bundles;

public class BundleTests
{
    private static readonly Lazy<byte[]> Small = new(() => Write("{\"readout\": 1, \"asOf\": null, \"documents\": [{\"id\": \"d1\", \"path\": \"a.txt\"}]}", [("a.txt", "The ferry sails."u8.ToArray())]));

    [Fact]
    public void The_same_contents_give_the_same_bytes() => Write("{\"readout\": 1}", []).ShouldBe(Write("{\"readout\": 1}", []));

    [Fact]
    public void Another_ZIP_reader_finds_every_file_with_the_bytes_of_its_hash()
    {
        using var zip = new ZipArchive(new MemoryStream(Small.Value));
        zip.Entries.Select(e => e.Name).ShouldBe([Bundle.Pages, Bundle.Record, Bundle.Annotations, Bundle.Ledger, Bundle.Corrections, Bundle.Manifest, Bundle.Sums]);
        zip.Entries.ShouldAllBe(e => e.CompressedLength == e.Length && e.LastWriteTime.Year == 1980);
        foreach (var line in Text(zip, Bundle.Sums).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Hash(Bytes(zip, line.Split("  ")[1])).ShouldBe(line.Split("  ")[0]);
        using var manifest = JsonDocument.Parse(Bytes(zip, Bundle.Manifest));
        manifest.RootElement.GetProperty("readout").GetString().ShouldBe("1.2.3");
        manifest.RootElement.GetProperty("files").EnumerateArray().ShouldAllBe(f => f.GetProperty("sha256").GetString() == Hash(Bytes(zip, f.GetProperty("name").GetString()!)));
        manifest.RootElement.GetProperty("models").GetArrayLength().ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Any_changed_byte_is_noticed()
    {
        var bundle = (byte[])Small.Value.Clone();
        Bundle.Open(bundle).Files.Count.ShouldBe(7);
        for (var i = 0; i < bundle.Length; i++)
        {
            foreach (var other in new byte[] { 1, 0x80, 0xFF })
            {
                bundle[i] ^= other;
                Should.Throw<BundleException>(() => Bundle.Open(bundle), $"byte {i}");
                bundle[i] ^= other;
            }
        }
    }

    [Fact]
    public void Any_cut_and_anything_added_is_noticed()
    {
        for (var i = 0; i < Small.Value.Length; i++)
            Should.Throw<BundleException>(() => Bundle.Open(Small.Value.AsMemory(0, i)), $"cut at {i}");
        Should.Throw<BundleException>(() => Bundle.Open(new byte[] { (byte)'P' }.Concat(Small.Value).ToArray()));
        Should.Throw<BundleException>(() => Bundle.Open(Small.Value.Append((byte)0).ToArray())).IsDamage.ShouldBeTrue();
    }

    [Theory]
    [InlineData("../record.json")]
    [InlineData("/etc/passwd")]
    [InlineData("a/b.json")]
    [InlineData("a\\b.json")]
    [InlineData("C:record.json")]
    [InlineData("")]
    public void A_name_that_leads_elsewhere_is_refused(string name) =>
        Refused([new(name, "x"u8.ToArray())]).Message.ShouldContain("may not lead out");

    [Fact]
    public void What_is_packed_is_refused_before_it_is_unpacked()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var file = zip.CreateEntry(Bundle.Record, CompressionLevel.SmallestSize).Open();
            file.Write(new byte[50_000_000]);
        }
        stream.Length.ShouldBeLessThan(100_000);
        var refused = Should.Throw<BundleException>(() => Bundle.Open(stream.ToArray()));
        refused.IsDamage.ShouldBeFalse();
    }

    [Fact]
    public void Two_files_of_one_name_are_refused() => Refused([new("a", "x"u8.ToArray()), new("a", "y"u8.ToArray())]).Message.ShouldContain("two files named 'a'");

    [Fact]
    public void A_missing_file_and_one_too_many_are_named()
    {
        var files = StoredZip.Read(Small.Value).ToList();
        Damaged([.. files.Where(f => f.Name != Bundle.Ledger)]).Message.ShouldContain("ledger.jsonl is missing");
        Damaged([.. files, new BundleFile("extra.txt", "x"u8.ToArray())]).Message.ShouldContain("extra.txt is in the archive, but not on its list");
        Refused([.. files.Where(f => f.Name != Bundle.Sums)]).Message.ShouldContain(Bundle.Sums);
    }

    [Fact]
    public void A_changed_file_is_named_even_where_the_archive_was_packed_again()
    {
        var files = StoredZip.Read(Small.Value).Select(f => f.Name == Bundle.Record ? f with { Bytes = "{}"u8.ToArray() } : f).ToList();
        Damaged(files).Message.ShouldContain("record.json: its bytes changed");
    }

    [Fact]
    public void Pages_come_back_from_the_WARC_byte_for_byte()
    {
        byte[][] bytes = ["a\r\n\r\nWARC/1.1\r\n"u8.ToArray(), [], [0, 255, 13, 10, 13, 10]];
        var file = WarcFile.Write(bytes.Select(b => new BundlePage(Hash(b), b, "urn:x", "text/plain", null)), "1.2.3");
        var read = WarcFile.Read(file);
        read.Count.ShouldBe(3);
        read.ShouldAllBe(p => bytes.Any(b => b.SequenceEqual(p.Value.ToArray()) && Hash(b) == p.Key));
    }

    [Fact]
    public void A_second_reader_finds_in_the_WARC_what_the_format_demands()
    {
        var sample = HostilePages.All;
        var pages = sample.Select(p => new BundlePage(Hash(p.Bytes), p.Bytes, "https://vask.example/" + p.Path.Length, "text/html", "2021-03-04T00:00:00Z")).ToList();
        var records = ReadWarc(WarcFile.Write(pages, "1.2.3"));
        records.Select(r => r.Fields["WARC-Type"]).ShouldBe(["warcinfo", .. pages.Select(_ => "resource")]);
        records.Select(r => r.Fields["WARC-Record-ID"]).ShouldBeUnique();
        foreach (var record in records)
        {
            Uri.TryCreate(record.Fields["WARC-Record-ID"].Trim('<', '>'), UriKind.Absolute, out _).ShouldBeTrue();
            record.Fields["WARC-Date"].ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$");
            record.Fields["WARC-Block-Digest"].ShouldBe("sha256:" + Hash(record.Block));
        }
        records.Skip(1).Select(r => r.Fields["WARC-Payload-Digest"]["sha256:".Length..]).ShouldBe(pages.Select(p => p.Sha256));
        records.Skip(1).Zip(sample).ShouldAllBe(p => p.First.Block.SequenceEqual(p.Second.Bytes));
    }

    // From ISO 28500 alone: version line, named fields, block, two line ends.
    private static List<(Dictionary<string, string> Fields, byte[] Block)> ReadWarc(byte[] file)
    {
        var records = new List<(Dictionary<string, string>, byte[])>();
        using var reader = new BinaryReader(new MemoryStream(file));
        while (reader.BaseStream.Position < file.Length)
        {
            Line().ShouldBe("WARC/1.1");
            var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            for (var line = Line(); line.Length > 0; line = Line())
                fields.Add(line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            records.Add((fields, reader.ReadBytes(int.Parse(fields["Content-Length"], null))));
            Line().ShouldBeEmpty();
            Line().ShouldBeEmpty();
        }
        return records;

        string Line()
        {
            var line = new List<byte>();
            for (var b = reader.ReadByte(); b != '\n'; b = reader.ReadByte())
                line.Add(b);
            line[^1].ShouldBe((byte)'\r');
            return Encoding.UTF8.GetString([.. line[..^1]]);
        }
    }

    private static byte[] Write(string document, IEnumerable<(string Path, byte[] Bytes)> pages)
    {
        using var json = JsonDocument.Parse(document);
        using var output = new MemoryStream();
        Bundle.Write(new BundleContents(Encoding.UTF8.GetBytes(document), new RecordView(json.RootElement), [.. pages.Select(p => new BundlePage(Hash(p.Bytes), p.Bytes, "urn:" + p.Path, "text/plain", null))], Array.Empty<byte>(), "1.2.3"), output);
        return output.ToArray();
    }

    private static BundleException Refused(IReadOnlyList<BundleFile> files) => Thrown(files, isDamage: false);

    private static BundleException Damaged(IReadOnlyList<BundleFile> files) => Thrown(files, isDamage: true);

    private static BundleException Thrown(IReadOnlyList<BundleFile> files, bool isDamage)
    {
        using var output = new MemoryStream();
        StoredZip.Write(files, output);
        var thrown = Should.Throw<BundleException>(() => Bundle.Open(output.ToArray()));
        thrown.IsDamage.ShouldBe(isDamage, thrown.Message);
        return thrown;
    }

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Text(ZipArchive zip, string name) => Encoding.UTF8.GetString(Bytes(zip, name));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
