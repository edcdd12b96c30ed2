using System.Text;

namespace Readout.Stories.Streams;

/// <summary>
/// What a stream knows at the end of a week, as bytes: counts, the last days' texts and their events, the stories. A stream that goes on
/// from there tells the same of later texts, to the last bit, as one that read all texts before; guests of earlier weeks are not kept.
/// </summary>
internal static class StreamState
{
    private const int Format = 3;

    public static byte[] Write(StreamMemory memory)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            writer.Write(Format);
            writer.Write(memory.Week);
            writer.Write(memory.Count);
            writer.Write(memory.Counts.Texts);
            writer.Write(memory.Counts.Counts.Count);
            foreach (var (term, count) in memory.Counts.Counts.OrderBy(c => c.Key))
            {
                writer.Write(term);
                writer.Write(count);
            }
            writer.Write(memory.Events.Count);
            foreach (var one in memory.Events)
                Event(writer, one, withMembers: false);
            writer.Write(memory.Days.Count);
            foreach (var day in memory.Days)
                Day(writer, day);
            writer.Write(memory.Open.Count);
            foreach (var story in memory.Open)
                Event(writer, story, withMembers: true);
            writer.Write(memory.Ended.Count);
            foreach (var story in memory.Ended)
                Event(writer, new StreamEvent(story.Members, WeighedText.Empty, story.Founder, story.First, story.Count, story.FirstDay, story.LastDay), withMembers: true);
        }
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are of another format, or were cut off.</exception>
    public static StreamMemory Read(byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            if (reader.ReadInt32() != Format)
                throw new InvalidDataException("The state of a stream in another format.");
            var (week, count, texts) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadDouble());
            var terms = reader.ReadInt32();
            var counts = new Dictionary<uint, double>(terms);
            for (var i = 0; i < terms; i++)
                counts[reader.ReadUInt32()] = reader.ReadDouble();
            var events = List(reader, r => Event(r, withMembers: false));
            var days = List(reader, Day);
            var open = List(reader, r => Event(r, withMembers: true));
            var ended = List(reader, r => Event(r, withMembers: true));
            return new StreamMemory(week, count, new StreamCounts.Snapshot(counts, texts), events, days, open, ended);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The state of a stream was cut off.", e);
        }
    }

    private static List<T> List<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.ReadInt32();
        var list = new List<T>(Math.Clamp(count, 0, 1 << 20));
        for (var i = 0; i < count; i++)
            list.Add(read(reader));
        return list;
    }

    private static void Event(BinaryWriter writer, StreamEvent one, bool withMembers)
    {
        Place(writer, one.Founder);
        writer.Write(one.First);
        writer.Write(one.Count);
        writer.Write(one.FirstDay);
        writer.Write(one.LastDay);
        foreach (var field in (ReadOnlySpan<SparseVector>)[one.Sum.Title, one.Sum.Lead, one.Sum.Body, one.Sum.Names, one.Sum.Places, one.Sum.Numbers, one.Sum.Sounds, one.Sum.Days])
            Vector(writer, field);
        writer.Write(one.Sum.Tongue.Code);
        if (!withMembers)
            return;
        var members = one.Members.All().ToList();
        writer.Write(members.Count);
        members.ForEach(writer.Write);
    }

    // Of an event one text is enough to find its story by.
    private static StreamEvent Event(BinaryReader reader, bool withMembers)
    {
        var founder = Place(reader);
        var (first, count, firstDay, lastDay) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var sum = new WeighedText(Vector(reader), Vector(reader), Vector(reader), Vector(reader), Vector(reader), Vector(reader), Vector(reader), Vector(reader), new Tongue(reader.ReadUInt32()));
        var members = withMembers ? MemberList.Of(List(reader, r => r.ReadInt32())) : new MemberList(first);
        return new StreamEvent(members, sum, founder, first, count, firstDay, lastDay);
    }

    private static void Day(BinaryWriter writer, RememberedDay day)
    {
        writer.Write(day.Key.Day);
        writer.Write(day.Key.Part);
        writer.Write(day.Texts.Count);
        foreach (var (text, place, home) in day.Texts)
        {
            writer.Write(text);
            Place(writer, place);
            writer.Write(home);
        }
        var (texts, postings) = day.Shelf.Parts;
        writer.Write(texts.Length);
        Array.ForEach(texts, writer.Write);
        writer.Write(postings.Length);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(postings.AsSpan()));
    }

    private static RememberedDay Day(BinaryReader reader)
    {
        var key = new StreamDayKey(reader.ReadInt32(), reader.ReadInt32());
        var texts = List(reader, r => (r.ReadInt32(), Place(r), r.ReadInt32()));
        var shelved = List(reader, r => r.ReadInt32());
        var postings = new ulong[Math.Max(0, reader.ReadInt32())];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(postings.AsSpan()));
        return new RememberedDay(key, texts, DayShelf.Of([.. shelved], postings));
    }

    private static void Place(BinaryWriter writer, StreamPlace place)
    {
        writer.Write(place.Day);
        writer.Write(place.Id);
        writer.Write(place.Words);
    }

    private static StreamPlace Place(BinaryReader reader) => new(reader.ReadInt32(), reader.ReadString(), reader.ReadUInt64());

    private static void Vector(BinaryWriter writer, SparseVector vector)
    {
        writer.Write(vector.Count);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(vector.Terms));
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(vector.Weights));
    }

    private static SparseVector Vector(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count == 0)
            return SparseVector.Empty;
        if (count is < 0 or > 1 << 16)
            throw new InvalidDataException("The state of a stream is broken.");
        var (terms, weights) = (new uint[count], new float[count]);
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(terms.AsSpan()));
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new SparseVector(terms, weights);
    }
}

/// <summary>What goes into the bytes.</summary>
/// <param name="Week">The week at whose end it holds.</param>
/// <param name="Count">Texts up to then.</param>
/// <param name="Counts">In how many texts terms stood, as of the next week.</param>
/// <param name="Events">Events that later texts can join.</param>
/// <param name="Days">The days whose texts later ones are set beside.</param>
internal sealed record StreamMemory(
    int Week, int Count, StreamCounts.Snapshot Counts, IReadOnlyList<StreamEvent> Events, IReadOnlyList<RememberedDay> Days, IReadOnlyList<StreamEvent> Open, IReadOnlyList<StreamEvent> Ended);

/// <summary>A day of the stream with its texts: the number of each, where it stands, and the number of its event in the list.</summary>
internal sealed record RememberedDay(StreamDayKey Key, IReadOnlyList<(int Text, StreamPlace Place, int Home)> Texts, DayShelf Shelf);
