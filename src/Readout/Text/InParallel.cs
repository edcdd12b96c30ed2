namespace Readout.Text;

/// <summary>The same work on many things at once; the answers stand in the order of the things, whatever the number of threads.</summary>
internal static class InParallel
{
    /// <param name="work">Must not change what another call reads.</param>
    public static TAnswer[] Map<T, TAnswer>(IReadOnlyList<T> things, Func<T, TAnswer> work)
    {
        var answers = new TAnswer[things.Count];
        Parallel.For(0, answers.Length, i => answers[i] = work(things[i]));
        return answers;
    }
}
