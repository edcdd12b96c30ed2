using Readout.Claims;
using Readout.Stories;

namespace Readout.Tests.Claims.Slots;

public class QuantityPairsTests
{
    private static readonly string[] s_wordings =
    [
        "{0} sailors were killed when the Vask ferry sank, the coast guard said.",
        "The toll of the sinking off Vask rose to {0}.",
        "{0} people are still missing off Vask, Ada Moll said.",
        "Vask Ferries carried {0} million tonnes of freight in 2030, the company said.",
        "Vask Ferries moved {0} million tonnes of freight in 2030, Jory Pell said.",
        "The ministry put the price of the offer at {0} million crowns.",
        "Price of the Vask bid: {0} million crowns, for now.",
        "In all, {0} crew members of the ferry, Pell said.",
        "Aboard the Vask ferry: {0} crew members and {0} million crowns.",
        "Moll and Pell have held {0} meetings in Orlen so far.",
        "There were {0} rounds of talks between Orlen and Vask, Moll said.",
    ];

    [Fact]
    public void No_two_numbers_that_may_be_one_thing_are_left_out()
    {
        var pages = Enumerable.Range(0, 40).Select(i => Pile.Read($"p{i}.html", $"The Vask Times {i}", $"2031-05-{1 + (i % 9):00}",
            string.Join("\n\n", Enumerable.Range(0, 4).Select(k => string.Format(null, s_wordings[(i + (k * 3)) % s_wordings.Length], 5 + ((i * 7) % 11) + k)))));
        var story = StoryBuilder.Build([.. DocumentIds.Assign(pages)]);
        var index = new EntityIndex(story);
        var statements = StatementReader.Read(story, index);
        var similarity = new Similarity(statements);
        var (one, proposed, all) = (0, 0, 0);
        foreach (var group in QuantitySlots.Read(statements, index).GroupBy(s => s.Key))
        {
            QuantitySlot[] slots = [.. group];
            var pairs = QuantityPairs.Of(slots, similarity).ToList();
            var known = pairs.Select(p => (Array.FindIndex(slots, s => ReferenceEquals(s, p.A)), Array.FindIndex(slots, s => ReferenceEquals(s, p.B)))).ToHashSet();
            for (var i = 0; i < slots.Length; i++)
            {
                for (var j = i + 1; j < slots.Length; j++)
                {
                    all++;
                    if (!QuantityAlignment.IsOne(slots[i], slots[j], similarity) && !QuantityAlignment.IsOne(slots[j], slots[i], similarity))
                        continue;
                    one++;
                    known.ShouldContain((i, j), $"{slots[i].Measure} {slots[j].Measure}");
                }
            }
            proposed += known.Count;
        }
        one.ShouldBeGreaterThan(50);
        proposed.ShouldBeLessThan(all * 3 / 4);
    }
}
