using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Readout.Bench;

/// <summary>An archive of any length, made while it is read: invented pages of the size of news pages, each a record, compressed by record or not.</summary>
internal sealed class MadeArchive : Stream
{
    // So many different pages; then they come again.
    private const int Pages = 200;
    private const int Paragraphs = 25;

    private static readonly string[] Words =
    [
        "the", "ferry", "from", "Orlen", "to", "Vask", "sails", "again", "on", "Monday", "harbour", "office", "said", "repairs", "pier", "took", "three", "weeks", "mayor", "Ada", "Moll", "Jory", "Pell", "timetable",
        "would", "not", "change", "before", "summer", "council", "votes", "bridge", "toll", "strike", "fishermen", "storm", "of", "and", "a", "in", "that", "it", "was", "will", "be", "by", "for", "with", "year", "coast",
    ];

    private readonly byte[][] _records;
    private readonly long _length;
    private long _given;
    private int _record;
    private int _at;

    public MadeArchive(long length, bool isCompressed)
    {
        _length = length;
        _records = [.. Enumerable.Range(0, Pages).Select(i => isCompressed ? Packed(Record(i)) : Record(i))];
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _given;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_given >= _length && _at == 0)
            return 0;
        var record = _records[_record % Pages];
        var step = Math.Min(count, record.Length - _at);
        Array.Copy(record, _at, buffer, offset, step);
        _at += step;
        _given += step;
        if (_at == record.Length)
            (_record, _at) = (_record + 1, 0);
        return step;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static byte[] Record(int page)
    {
        var block = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + Page(new Random(page), page));
        var head = string.Create(CultureInfo.InvariantCulture, $"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://orlencourier.example/{page}\r\nWARC-Date: 2025-05-06T18:30:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {block.Length}\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(head), .. block, .. "\r\n\r\n"u8];
    }

    // Some 60 kB, a fifth of it text, the rest what surrounds it on a news page.
    private static string Page(Random random, int page)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=en><head><title>Report {page}</title><script>var data = [");
        for (var i = 0; i < 1500; i++)
            html.Append(CultureInfo.InvariantCulture, $"{{\"id\":{random.Next(100_000)},\"u\":\"/n/{random.Next(10_000)}\"}},");
        html.Append("0];</script></head><body><nav>");
        for (var i = 0; i < 80; i++)
            html.Append(CultureInfo.InvariantCulture, $"<li class=\"menu item-{i}\"><a href=\"/section/{random.Next(1000)}\">{Words[random.Next(Words.Length)]}</a></li>");
        html.Append(CultureInfo.InvariantCulture, $"</nav><article><h1>Report {page} from the coast</h1>");
        for (var i = 0; i < Paragraphs; i++)
        {
            html.Append("<p>");
            for (var w = 0; w < 60; w++)
                html.Append(Words[random.Next(Words.Length)]).Append(w % 20 == 19 ? ". " : " ");
            html.Append("</p>");
        }
        return html.Append("</article></body></html>").ToString();
    }

    private static byte[] Packed(byte[] record)
    {
        using var room = new MemoryStream();
        using (var gzip = new GZipStream(room, CompressionLevel.Optimal))
            gzip.Write(record);
        return room.ToArray();
    }
}
