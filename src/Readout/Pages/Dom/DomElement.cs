using System.Text;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Readout.Pages.Dom;

/// <summary>An element. The builder asks for kinds of elements by their interfaces; none of them does anything here.</summary>
internal class DomElement(DomName name) : DomParent, IConstructableNamedNodeMap, IConstructableMetaElement, IConstructableFrameElement,
    IConstructableFormElement, IConstructableTemplateElement, IConstructableSvgElement, IConstructableMathElement
{
    private (string Name, ReadOnlyMemory<char> Value, string? Text)[] _attributes = [];

    public DomName Kind => name;

    /// <summary>Name, in lower case but for some of a drawing's parts.</summary>
    public string Name => name.Text;

    /// <summary>What stands apart from its children: the content of a template, a shadow root.</summary>
    public DomElement? Apart { get; init; }

    public bool HasAttributes => _attributes.Length > 0;

    public override NodeFlags Flags => name.Flags;

    protected override string NodeName => name.Text;

    /// <summary>An attribute's value; null where it has none of the name.</summary>
    public string? Attribute(string wanted)
    {
        foreach (ref var attribute in _attributes.AsSpan())
        {
            if (attribute.Name == wanted)
                return attribute.Text ??= attribute.Value.ToString();
        }
        return null;
    }

    public bool Has(string wanted)
    {
        foreach (ref var attribute in _attributes.AsSpan())
        {
            if (attribute.Name == wanted)
                return true;
        }
        return false;
    }

    public void SetAttribute(string wanted, ReadOnlyMemory<char> value)
    {
        foreach (ref var attribute in _attributes.AsSpan())
        {
            if (attribute.Name != wanted)
                continue;
            attribute = (wanted, value, null);
            return;
        }
        _attributes = [.. _attributes, (wanted, value, null)];
    }

    /// <summary>The element around it.</summary>
    public DomElement? Around => Parent as DomElement;

    public DomElement? FirstElement
    {
        get
        {
            var node = First;
            while (node is not null and not DomElement)
                node = node.Next;
            return (DomElement?)node;
        }
    }

    /// <summary>The elements in it, in the order of the markup.</summary>
    public IEnumerable<DomElement> Elements
    {
        get
        {
            for (var node = First; node is not null; node = Following(node))
            {
                if (node is DomElement element)
                    yield return element;
            }
        }
    }

    /// <summary>All characters in it.</summary>
    public string Text
    {
        get
        {
            if (First is DomText { Next: null } only)
                return only.Data.ToString();
            var text = new StringBuilder();
            for (var node = First; node is not null; node = Following(node))
            {
                if (node is DomText words)
                    text.Append(words.Data);
            }
            return text.ToString();
        }
    }

    /// <summary>The next node in the order of the markup; null behind the last one in this element.</summary>
    /// <param name="node">A node in this element.</param>
    /// <param name="inside">False to pass over what stands in the node.</param>
    public DomNode? Following(DomNode node, bool inside = true)
    {
        if (inside && node is DomParent { First: { } first })
            return first;
        while (node.Next is null)
        {
            if (node.Parent is not { } parent || parent == this)
                return null;
            node = parent;
        }
        return node.Next;
    }

    StringOrMemory IConstructableElement.NamespaceUri => name.Namespace;

    StringOrMemory IConstructableElement.LocalName => name.Text;

    StringOrMemory IConstructableElement.Prefix => default;

    IConstructableNamedNodeMap IConstructableElement.Attributes => this;

    ISourceReference? IConstructableElement.SourceReference { get; set; }

    int IConstructableNamedNodeMap.Length => _attributes.Length;

    IConstructableAttr? IConstructableNamedNodeMap.this[StringOrMemory name] => throw new NotSupportedException();

    bool IConstructableNamedNodeMap.SameAs(IConstructableNamedNodeMap? attributes)
    {
        if (attributes is not DomElement other || other._attributes.Length != _attributes.Length)
            return false;
        foreach (var (key, value, _) in _attributes)
        {
            if (!Array.Exists(other._attributes, a => a.Name == key && a.Value.Span.SequenceEqual(value.Span)))
                return false;
        }
        return true;
    }

    void IConstructableElement.SetAttribute(string? ns, StringOrMemory name, StringOrMemory value) => SetAttribute(name.ToString(), value.Memory);

    void IConstructableElement.SetOwnAttribute(StringOrMemory name, StringOrMemory value) => SetAttribute(name.ToString(), value.Memory);

    StringOrMemory IConstructableElement.GetAttribute(StringOrMemory namespaceUri, StringOrMemory localName) => Attribute(localName.ToString()) ?? default(StringOrMemory);

    bool IConstructableElement.HasAttribute(StringOrMemory name) => Has(name.ToString());

    void IConstructableElement.SetAttributes(StructAttributes tagAttributes)
    {
        if (tagAttributes.Count == 0)
            return;
        var known = _attributes.Length;
        Array.Resize(ref _attributes, known + tagAttributes.Count);
        for (var i = 0; i < tagAttributes.Count; i++)
        {
            var attribute = tagAttributes[i];
            _attributes[known + i] = (attribute.Name.ToString(), attribute.Value.Memory, null);
        }
    }

    IConstructableNode IConstructableElement.ShallowCopy() => new DomElement(name) { _attributes = [.. _attributes] };

    void IConstructableElement.SetupElement() { }

    void IConstructableElement.AddComment(ref StructHtmlToken token) => Add(new DomRemark());

    void IConstructableTemplateElement.PopulateFragment() { }

    void IConstructableMetaElement.Handle() { }
}

/// <summary>A script. Its end tag makes the builder run it, unlike that of an element of a drawing with its name.</summary>
internal sealed class DomScript() : DomElement(DomName.OfHtml("script".AsMemory())), IConstructableScriptElement
{
    bool IConstructableScriptElement.Prepare(IConstructableDocument document) => false;

    Task IConstructableScriptElement.RunAsync(CancellationToken cancel) => Task.CompletedTask;
}
