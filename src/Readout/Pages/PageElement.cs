using System.Text;

namespace Readout.Pages;

/// <summary>
/// An element of the markup that holds blocks: its name, what its author calls it, and the element around it.
/// Blocks of one element share the object, so what is worked out for an element is worked out once.
/// </summary>
/// <param name="name">Lower-case element name.</param>
/// <param name="label">Its class, id and role, lower case, parted by blanks; empty where it has none.</param>
/// <param name="parent">The element around it; null for the outermost.</param>
public sealed class PageElement(string name, string label, PageElement? parent)
{
    // Ancestors far out say little, and utility classes can run to kilobytes.
    private const int MaxPath = 3000;

    private string? _path;

    public string Name => name;

    public string Label => label;

    public PageElement? Parent => parent;

    /// <summary>Number of elements around it.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>Names and labels from the outermost element to this one; blanks between an element's words, a slash between elements.</summary>
    public string Path => _path ??= Describe();

    private string Describe()
    {
        var own = new StringBuilder(name);
        if (label.Length > 0)
            own.Append(' ').Append(label);
        own.Replace('/', '-');
        var outer = parent?.Path ?? "";
        if (outer.Length > MaxPath)
            outer = outer[(outer.IndexOf('/', outer.Length - MaxPath) + 1)..];
        return outer.Length == 0 ? own.ToString() : outer + "/" + own;
    }
}
