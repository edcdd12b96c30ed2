using Readout.Claims;
using Readout.Store.Snapshots;

namespace Readout.Store;

/// <summary>An entry with its number, which it keeps for good.</summary>
internal readonly record struct NumberedItem(long Id, StateItem Item);

/// <summary>Entries of one story that came together, as a few bytes: side by side they share most of their words.</summary>
internal static class EntryBlock
{
    /// <summary>So many entries at most: when one of them goes, its block is written anew.</summary>
    public const int Most = 512;

    private const int Form = 1;

    /// <param name="items">By number.</param>
    public static byte[] Write(IReadOnlyList<NumberedItem> items)
    {
        var to = new SnapshotWriter();
        to.Count(Form);
        to.Count(items.Count);
        long last = 0;
        SnapshotWriter.Column(items, i =>
        {
            to.Number(i.Id - last);
            last = i.Id;
        });
        SnapshotWriter.Column(items, i => to.Count((int)i.Item.Kind));
        SnapshotWriter.Column(items, i => to.Word(i.Item.Id));
        SnapshotWriter.Column(items, i => to.Word(i.Item.State));
        SnapshotWriter.Column(items, i => to.Word(i.Item.Words));
        SnapshotWriter.Column(items, i => to.List(i.Item.Places, p => Write(to, p)));
        SnapshotWriter.Column(items, i => to.List(i.Item.Steps, s =>
        {
            to.Word(s.Date);
            to.Word(s.Value);
            Write(to, s.Place);
        }));
        return Compression.PackWithLength(to.Written, Compression.Usual);
    }

    /// <exception cref="InvalidDataException">The bytes are broken, or of a later form.</exception>
    public static IReadOnlyList<NumberedItem> Read(byte[] bytes)
    {
        var from = new SnapshotReader(Compression.UnpackWithLength(bytes));
        if (from.Count() != Form)
            throw new InvalidDataException("The ledger's entries were written by a later Readout.");
        var count = from.Length();
        long last = 0;
        var ids = SnapshotReader.Column(count, () => last += from.Number());
        var kinds = SnapshotReader.Column(count, from.Enum<StateKind>);
        var items = SnapshotReader.Column(count, from.Word);
        var states = SnapshotReader.Column(count, from.Word);
        var words = SnapshotReader.Column(count, from.WordOrNull);
        var places = SnapshotReader.Column(count, () => from.List(() => Place(from)));
        var steps = SnapshotReader.Column(count, () => from.List(() => new StateStep(from.Word(), from.Word(), Place(from))));
        var all = new NumberedItem[count];
        for (var i = 0; i < count; i++)
            all[i] = new NumberedItem(ids[i], new StateItem(kinds[i], items[i], words[i], states[i], places[i], steps[i]));
        return all;
    }

    private static void Write(SnapshotWriter to, StatePlace place)
    {
        to.Word(place.Document);
        to.Number(place.Start);
        to.Number((long)place.End - place.Start);
    }

    private static StatePlace Place(SnapshotReader from)
    {
        var (document, start) = (from.Word(), from.Int());
        return new StatePlace(document, start, checked(start + from.Int()));
    }
}
