using System.IO.Compression;
using System.Text;
using NodaTime;
using Readout.Pages;
using Readout.Pages.Archives;

namespace Readout.Tests.Pages.Archives;

public class ArchiveReaderTests
{
    private static readonly byte[] Info = MadeArchive.Record("warcinfo", null, "software: made\r\n"u8.ToArray(), media: "application/warc-fields");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Records_come_one_after_the_other_however_the_file_is_packed(int packing)
    {
        var parts = new[] { Info, MadeArchive.Response("https://orlencourier.example/1"), MadeArchive.Response("<https://orlencourier.example/a b>") };
        var file = packing switch { 0 => MadeArchive.Join(parts), 1 => MadeArchive.Gzip(parts), _ => MadeArchive.Gzip(MadeArchive.Join(parts)) };
        var records = Read(file);
        records.Select(r => r.Type).ShouldBe(["warcinfo", "response", "response"]);
        records.Select(r => r.Problem).ShouldAllBe(p => p == null);
        records[1].Target.ShouldBe("https://orlencourier.example/1");
        records[1].Date.ShouldBe(Instant.FromUtc(2025, 5, 6, 18, 30));
        records[1].Http!.Status.ShouldBe(200);
        records[1].MediaType.ShouldBe("text/html");
        records[1].Charset.ShouldBe("utf-8");
        Encoding.UTF8.GetString(records[1].Body.Span).ShouldBe(MadeArchive.Page);
        records[2].Target.ShouldBe("https://orlencourier.example/a%20b");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Reading_goes_on_at_every_place_that_a_record_names(int packing)
    {
        var parts = new[] { Info, MadeArchive.Response("https://a.example/1"), MadeArchive.Response("https://a.example/2"), MadeArchive.Response("https://a.example/3") };
        var file = packing switch { 0 => MadeArchive.Join(parts), 1 => MadeArchive.Gzip(parts), _ => MadeArchive.Gzip(MadeArchive.Join(parts[0], parts[1]), MadeArchive.Join(parts[2], parts[3])) };
        var all = Read(file);
        foreach (var start in all)
        {
            var rest = Read(file, new ArchiveOptions { From = start.Position });
            rest.Select(r => (r.Number, r.Target, r.Position)).ShouldBe(all.Skip((int)start.Number - 1).Select(r => (r.Number, r.Target, r.Position)));
        }
    }

    [Fact]
    public void Chunked_and_packed_bodies_are_put_together()
    {
        var body = Encoding.UTF8.GetBytes(MadeArchive.Page);
        byte[] chunked = [.. "5;x=y\r\n"u8, .. body[..5], .. "\r\n"u8, .. Encoding.ASCII.GetBytes($"{body.Length - 5:x}\r\n"), .. body[5..], .. "\r\n0\r\n\r\n"u8];
        (string Fields, byte[] Body)[] cases =
        [
            ("Transfer-Encoding: chunked\r\n", chunked),
            ("Transfer-Encoding: chunked\r\n", body),
            ("Content-Encoding: gzip\r\n", MadeArchive.Gzip(body)),
            ("Content-Encoding: gzip\r\n", body),
            ("Content-Encoding: br\r\n", Packed(body, s => new BrotliStream(s, CompressionLevel.Fastest))),
            ("Content-Encoding: deflate\r\n", Packed(body, s => new ZLibStream(s, CompressionLevel.Fastest))),
            ("Content-Encoding: deflate\r\n", Packed(body, s => new DeflateStream(s, CompressionLevel.Fastest))),
            ("Content-Encoding: gzip, br\r\n", Packed(MadeArchive.Gzip(body), s => new BrotliStream(s, CompressionLevel.Fastest))),
            ("Content-Length: 7\r\n", body),
        ];
        foreach (var (fields, packed) in cases)
        {
            var record = Read(MadeArchive.Response("https://a.example/1", packed, fields)).ShouldHaveSingleItem();
            record.Problem.ShouldBeNull(fields);
            Encoding.UTF8.GetString(record.Body.Span).ShouldBe(MadeArchive.Page, fields);
        }
    }

    [Fact]
    public void What_unpacks_to_too_much_or_not_at_all_is_named_with_its_place()
    {
        var bomb = MadeArchive.Response("https://a.example/bomb", MadeArchive.Gzip(new byte[2_000_000]), "Content-Encoding: gzip\r\n");
        var zstd = MadeArchive.Response("https://a.example/zstd", [0x28, 0xb5, 0x2f, 0xfd, 0, 1, 2], "Content-Encoding: zstd\r\n");
        var large = MadeArchive.Response("https://a.example/large", new string('x', 1_500_000));
        var good = MadeArchive.Response("https://a.example/good");
        var records = Read(MadeArchive.Join(bomb, zstd, large, good), new ArchiveOptions { MaxBody = 1_000_000 });
        records[0].Problem!.ShouldContain("unpacks to more");
        records[1].Problem!.ShouldContain("zstd");
        records[2].Problem!.ShouldStartWith($"made.warc: record 3 at {bomb.Length + zstd.Length}: ");
        records[2].Problem!.ShouldContain("more than the 1000000");
        records[2].Body.IsEmpty.ShouldBeTrue();
        records[3].Problem.ShouldBeNull();
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(+30)]
    public void A_wrong_length_costs_no_other_record(int off)
    {
        var block = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\n\r\n" + MadeArchive.Page);
        var wrong = MadeArchive.Record("response", "https://a.example/wrong", block, media: "application/http", length: block.Length + off);
        var good = MadeArchive.Response("https://a.example/good");
        foreach (var file in new[] { MadeArchive.Join(Info, wrong, good, good), MadeArchive.Gzip(Info, wrong, good, good) })
        {
            var records = Read(file);
            records.Count(r => r.Target == "https://a.example/good" && r.Problem is null).ShouldBeGreaterThanOrEqualTo(1);
            records[^1].Target.ShouldBe("https://a.example/good");
        }
    }

    [Fact]
    public void A_file_that_was_cut_off_gives_what_is_whole()
    {
        var good = MadeArchive.Response("https://a.example/good");
        foreach (var file in new[] { MadeArchive.Join(good, good), MadeArchive.Gzip(good, good) })
        {
            var records = Read(file[..^40]);
            records.Count.ShouldBe(2);
            records[0].Problem.ShouldBeNull();
            records[1].Problem!.ShouldStartWith("made.warc: record 2 at ");
        }
    }

    [Fact]
    public void A_damaged_member_costs_its_record_alone()
    {
        var parts = Enumerable.Range(1, 5).Select(i => MadeArchive.Response($"https://a.example/{i}", Noise(i, 3000))).ToArray();
        var file = MadeArchive.Gzip(parts);
        var second = Read(file)[1].Position.Member;
        for (var i = 0; i < 40; i++)
            file[second + 600 + i] ^= 0x5a;
        var records = Read(file);
        records.Where(r => r.Problem is null).Select(r => r.Target).ShouldBe(["https://a.example/1", "https://a.example/3", "https://a.example/4", "https://a.example/5"]);
        records.ShouldContain(r => r.Problem != null);
    }

    [Fact]
    public void What_was_taken_before_a_day_is_passed_over()
    {
        var records = Read(MadeArchive.Join(MadeArchive.Response("https://a.example/1", date: "2025-05-01T00:00:00Z"), MadeArchive.Response("https://a.example/2")), new ArchiveOptions { Since = Instant.FromUtc(2025, 5, 5, 0, 0) });
        records.Select(r => r.Body.IsEmpty).ShouldBe([true, false]);
    }

    [Fact]
    public void A_revisit_names_what_it_stands_for_and_has_no_body()
    {
        var block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray();
        var record = Read(MadeArchive.Record("revisit", "https://a.example/1", block, media: "application/http")).ShouldHaveSingleItem();
        record.Type.ShouldBe("revisit");
        record.Body.IsEmpty.ShouldBeTrue();
        record.Http!.Status.ShouldBe(200);
    }

    [Fact]
    public void An_arc_is_read_in_both_versions()
    {
        var body = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + MadeArchive.Page;
        var arc = "filedesc://made.arc 0.0.0.0 20250506183000 text/plain 20\n1 0 Made\nURL IP-add\n\n"
            + $"https://a.example/a b 192.0.2.1 20250506183000 text/html {body.Length}\n{body}\n"
            + $"https://a.example/2 192.0.2.1 20250506183000 text/html 200 - - 0 made.arc {body.Length}\n{body}\n";
        var records = Read(Encoding.UTF8.GetBytes(arc));
        records.Select(r => r.Target).ShouldBe(["filedesc://made.arc", "https://a.example/a%20b", "https://a.example/2"]);
        records[1].Date.ShouldBe(Instant.FromUtc(2025, 5, 6, 18, 30));
        Encoding.UTF8.GetString(records[2].Body.Span).ShouldBe(MadeArchive.Page);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Just words.\n")]
    [InlineData("<html></html>")]
    public void What_is_no_archive_is_named(string text) =>
        Should.Throw<UnreadablePageException>(() => Read(Encoding.UTF8.GetBytes(text))).Message.ShouldStartWith("made.warc: ");

    [Fact]
    public void Damaged_archives_never_throw_anything_else()
    {
        var parts = new[] { Info, MadeArchive.Response("https://a.example/1", MadeArchive.Gzip(Encoding.UTF8.GetBytes(MadeArchive.Page)), "Content-Encoding: gzip\r\n"), MadeArchive.Response("https://a.example/2") };
        Fuzz.Run(MadeArchive.Join(parts), 1500, damaged => Read(damaged));
        Fuzz.Run(MadeArchive.Gzip(parts), 1500, damaged => Read(damaged));
    }

    private static List<ArchiveRecord> Read(byte[] file, ArchiveOptions? options = null) =>
        [.. ArchiveReader.Read("made.warc", new MemoryStream(file), options).Take(1000)];

    private static string Noise(int seed, int length)
    {
        var random = new Random(seed);
        return MadeArchive.Page + string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next(33, 126)));
    }

    private static byte[] Packed(byte[] bytes, Func<Stream, Stream> pack)
    {
        using var room = new MemoryStream();
        using (var stream = pack(room))
            stream.Write(bytes);
        return room.ToArray();
    }
}
