using System.Collections;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;

namespace Readout.Pages.Dom;

/// <summary>A node of a parsed page: a text, or something that holds nodes. AngleSharp's tree builder makes the tree of them.</summary>
internal abstract class DomNode : IConstructableNode
{
    public DomParent? Parent { get; private protected set; }

    public DomNode? Next { get; private protected set; }

    public DomNode? Previous { get; private protected set; }

    public virtual NodeFlags Flags => NodeFlags.None;

    protected abstract string NodeName { get; }

    StringOrMemory IConstructableNode.NodeName => NodeName;

    IConstructableNode? IConstructableNode.Parent
    {
        get => Parent;
        set => Parent = (DomParent?)value;
    }

    IConstructableNodeList IConstructableNode.ChildNodes => this as DomParent ?? throw Childless();

    void IConstructableNode.RemoveFromParent() => Parent?.Remove(this);

    void IConstructableNode.RemoveChild(IConstructableNode childNode) => Holder.Remove((DomNode)childNode);

    void IConstructableNode.RemoveNode(int idx, IConstructableNode childNode) => Holder.Remove((DomNode)childNode);

    void IConstructableNode.InsertNode(int idx, IConstructableNode childNode) => Holder.Insert(idx, (DomNode)childNode);

    void IConstructableNode.AddNode(IConstructableNode node) => Holder.Add((DomNode)node);

    // Texts side by side are left apart: joining them one by one would take quadratic time, and readers take them in turn.
    void IConstructableNode.AppendText(StringOrMemory text, bool emitWhiteSpaceOnly) => Holder.Add(new DomText(text.Memory));

    void IConstructableNode.InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly) => Holder.Insert(idx, new DomText(text.Memory));

    private DomParent Holder => this as DomParent ?? throw Childless();

    private InvalidOperationException Childless() => new($"{NodeName} holds no nodes");

    private protected static void Link(DomParent parent, DomNode node, DomNode? previous, DomNode? next)
    {
        (node.Parent, node.Previous, node.Next) = (parent, previous, next);
        if (previous is not null)
            previous.Next = node;
        if (next is not null)
            next.Previous = node;
    }

    private protected static void Unlink(DomNode node)
    {
        if (node.Previous is not null)
            node.Previous.Next = node.Next;
        if (node.Next is not null)
            node.Next.Previous = node.Previous;
        (node.Parent, node.Previous, node.Next) = (null, null, null);
    }
}

/// <summary>A run of characters. They lie in the parser's room, and go with the document.</summary>
internal sealed class DomText(ReadOnlyMemory<char> data) : DomNode
{
    public ReadOnlyMemory<char> Data => data;

    protected override string NodeName => "#text";
}

/// <summary>What shows nothing: a comment, a document type. It only parts what stands on its two sides.</summary>
internal sealed class DomRemark : DomNode
{
    protected override string NodeName => "#remark";
}

/// <summary>A node that holds others, as a chain: the builder adds, takes out and moves, and readers go from one to the next.</summary>
internal abstract class DomParent : DomNode, IConstructableNodeList
{
    private int _count;

    public DomNode? First { get; private set; }

    public DomNode? Last { get; private set; }

    int IConstructableNodeList.Length => _count;

    IConstructableNode IConstructableNodeList.this[int index] => At(index);

    IEnumerator<IConstructableNode> IEnumerable<IConstructableNode>.GetEnumerator()
    {
        for (var node = First; node is not null; node = node.Next)
            yield return node;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<IConstructableNode>)this).GetEnumerator();

    void IConstructableNodeList.Clear()
    {
        while (First is { } node)
            Remove(node);
    }

    public virtual void Add(DomNode node)
    {
        Link(this, node, Last, null);
        First ??= node;
        Last = node;
        _count++;
    }

    public void Insert(int index, DomNode node)
    {
        if (index >= _count)
        {
            Add(node);
            return;
        }
        var next = At(index);
        Link(this, node, next.Previous, next);
        if (next == First)
            First = node;
        _count++;
    }

    public void Remove(DomNode node)
    {
        if (node == First)
            First = node.Next;
        if (node == Last)
            Last = node.Previous;
        Unlink(node);
        _count--;
    }

    /// <summary>Puts the nodes of another element in the place of one of this element's.</summary>
    public void Replace(DomNode place, DomParent other)
    {
        while (other.First is { } node)
        {
            other.Remove(node);
            Link(this, node, place.Previous, place);
            if (place == First)
                First = node;
            _count++;
        }
        Remove(place);
    }

    private DomNode At(int index)
    {
        var (node, steps) = index < _count / 2 ? (First, index) : (Last, _count - 1 - index);
        for (; steps > 0; steps--)
            node = index < _count / 2 ? node!.Next : node!.Previous;
        return node ?? throw new ArgumentOutOfRangeException(nameof(index));
    }
}
