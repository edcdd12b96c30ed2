namespace Readout.Articles.Blocks;

/// <summary>What the body model is told of a block's own words: how many, of what kind, which marks stand in them.</summary>
internal static class WordFeatures
{
    /// <summary>Adds them.</summary>
    public static void Add(FeatureRow row, BlockView block, ReadOnlySpan<char> text)
    {
        int digits = 0, commas = 0, upper = 0, letters = 0, dots = 0;
        foreach (var c in text)
        {
            digits += char.IsDigit(c) ? 1 : 0;
            commas += c is ',' or '،' or '、' ? 1 : 0;
            dots += c is '.' or '!' or '?' or '。' or '।' ? 1 : 0;
            if (!char.IsLetter(c))
                continue;
            letters++;
            upper += char.IsUpper(c) ? 1 : 0;
        }
        double length = Math.Max(1, text.Length);
        row.Add("words", FeatureRow.Log(block.Words));
        row.Add("letters per word", letters / (double)Math.Max(1, block.Words));
        row.Add("lower-case words", block.LowerWords / (double)Math.Max(1, block.Words));
        row.Add("link share", block.LinkShare);
        row.Add("ends sentence", block.EndsSentence ? 1 : 0);
        row.Add("sentence", block.IsSentence ? 1 : 0);
        row.Add("truncated", block.IsTruncated ? 1 : 0);
        row.Add("digits", digits / length);
        row.Add("commas per word", commas / (double)Math.Max(1, block.Words));
        row.Add("stops", Math.Min(dots, 20));
        row.Add("capitals", upper / (double)Math.Max(1, letters));
        row.Add("starts lower", char.IsLower(text[0]) ? 1 : 0);
        row.Add("starts digit", char.IsDigit(text[0]) ? 1 : 0);
        row.Add("starts quote", text[0] is '"' or '“' or '„' or '«' or '「' ? 1 : 0);
        row.Add("starts mark", char.IsLetterOrDigit(text[0]) ? 0 : 1);
        row.Add("ends colon", text[^1] == ':' ? 1 : 0);
        row.Add("ends question", text[^1] is '?' or '？' ? 1 : 0);
        row.Add("bar", text.IndexOfAny('|', '•', '»') >= 0 ? 1 : 0);
        row.Add("mark of web", text.Contains('@') || text.Contains("http", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal) ? 1 : 0);
        row.Add("copyright", text.Contains('©') || text.Contains('®') ? 1 : 0);
        row.Add("lines", Math.Min(10, text.Count('\n')));
    }
}
