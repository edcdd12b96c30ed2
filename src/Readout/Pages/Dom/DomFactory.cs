using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Text;

namespace Readout.Pages.Dom;

/// <summary>Makes what the tree builder asks for.</summary>
internal sealed class DomFactory : IDomConstructionElementFactory<DomDocument, DomElement>
{
    public DomElement Create(DomDocument document, StringOrMemory localName, StringOrMemory prefix = default, NodeFlags flags = NodeFlags.None) => Html(localName);

    public DomElement CreateNoScript(DomDocument document, bool scripting) => Html("noscript");

    public IConstructableNode CreateDocumentType(DomDocument document, StringOrMemory name, StringOrMemory publicIdentifier, StringOrMemory systemIdentifier) => new DomRemark();

    public IConstructableMathElement CreateMath(DomDocument document, StringOrMemory name = default) => new DomElement(DomName.OfMath(name.ToString()));

    public IConstructableSvgElement CreateSvg(DomDocument document, StringOrMemory name = default) => new DomElement(DomName.OfSvg(name.ToString()));

    public IConstructableMetaElement CreateMeta(DomDocument document) => Html("meta");

    public IConstructableScriptElement CreateScript(DomDocument document, bool parserInserted, bool started) => new DomScript();

    public IConstructableFrameElement CreateFrame(DomDocument document) => Html("frame");

    public IConstructableTemplateElement CreateTemplate(DomDocument document) => Html("template");

    public IConstructableFormElement CreateForm(DomDocument document) => Html("form");

    public DomElement CreateUnknown(DomDocument document, StringOrMemory tagName) => Html(tagName);

    public DomDocument CreateDocument(TextSource source, IBrowsingContext? context = null) => new(source);

    private static DomElement Html(StringOrMemory name) => new(DomName.OfHtml(name.Memory));
}
