namespace Readout.Stories.Streams;

/// <summary>The texts of an event, as a tree of joins: joining two costs nothing, however long they are.</summary>
internal sealed class MemberList
{
    private readonly int _text;
    private readonly MemberList? _a;
    private readonly MemberList? _b;

    public MemberList(int text) => _text = text;

    public MemberList(MemberList a, MemberList b) => (_a, _b) = (a, b);

    /// <param name="texts">At least one.</param>
    public static MemberList Of(IReadOnlyList<int> texts)
    {
        var members = new MemberList(texts[0]);
        foreach (var text in texts.Skip(1))
            members = new MemberList(members, new MemberList(text));
        return members;
    }

    /// <summary>All texts, without recursion: a chain of joins may be a million long.</summary>
    public IEnumerable<int> All()
    {
        var open = new Stack<MemberList>();
        open.Push(this);
        while (open.TryPop(out var list))
        {
            if (list._a is null)
            {
                yield return list._text;
                continue;
            }
            open.Push(list._b!);
            open.Push(list._a);
        }
    }
}
