namespace Readout.Text;

/// <summary>Looks things up in lists that stand in the order of the text.</summary>
internal static class Ordered
{
    /// <summary>Index of the first item that starts at a position or after it; the count where none does.</summary>
    public static int FirstAt<T>(IReadOnlyList<T> items, int position, Func<T, int> start)
    {
        int low = 0, high = items.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (start(items[middle]) < position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
