using System.Globalization;
using Readout.Languages;

namespace Readout.Annotations;

/// <summary>A number as read: its value, the token after it, and whether it was written in digits.</summary>
internal readonly record struct ReadNumber(double Value, int End, bool InDigits);

/// <summary>Reads numbers in digits and in words: "2,000", "3.5 million", "twenty-five", "two hundred and six", "half a million".</summary>
internal static class NumberReader
{
    /// <summary>The number that starts at a token; null where none does.</summary>
    /// <param name="end">No token from here on is read.</param>
    public static ReadNumber? Read(IReadOnlyList<Token> tokens, int index, int end, NumberWords words)
    {
        if (index >= end)
            return null;
        var norm = tokens[index].Norm;
        if (tokens[index].Kind is TokenKind.Number)
            return Digits(norm) is { } digits ? Magnified(tokens, index + 1, end, words, digits, true) : null;
        if (norm is "half" && index + 2 < end && tokens[index + 1].Norm is "a" && words.Magnitudes.TryGetValue(tokens[index + 2].Norm, out var whole))
            return new(whole / 2, index + 3, false);
        if (norm is "a" or "an")
        {
            // "a hundred", "a million", "a dozen": the article counts as one
            if (index + 1 >= end || !(words.Magnitudes.ContainsKey(tokens[index + 1].Norm) || words.Groups.ContainsKey(tokens[index + 1].Norm)))
                return null;
            return InWords(tokens, index + 1, end, words, 1);
        }
        return InWords(tokens, index, end, words, null);
    }

    /// <summary>Value of "2,000", "3.4", "41 000"; null for times, dates and other things written with digits.</summary>
    public static double? Digits(string norm)
    {
        if (norm.Length is 0 or > 24)
            return null;
        var plain = norm;
        if (norm.AsSpan().IndexOfAny(',', ' ') >= 0)
        {
            var groups = norm.Split(',', ' ');
            for (var i = 1; i < groups.Length; i++)
            {
                // a comma before anything but three digits is no thousands mark: "1,5" in other lands, "3,14" in lists
                var whole = i == groups.Length - 1 ? groups[i].Split('.')[0] : groups[i];
                if (whole.Length != 3 && !(whole.Length == 2 && groups.Length > 2))
                    return null;
            }
            plain = string.Concat(groups);
        }
        return double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static ReadNumber Magnified(IReadOnlyList<Token> tokens, int next, int end, NumberWords words, double value, bool digits)
    {
        // 2 1/2
        if (digits && next < end && tokens[next].Norm is "1/2" or "½")
            (value, next) = (value + 0.5, next + 1);
        while (next < end && words.Magnitudes.TryGetValue(tokens[next].Norm, out var magnitude))
            (value, next) = (value * magnitude, next + 1);
        if (next < end && words.Groups.TryGetValue(tokens[next].Norm, out var group))
            (value, next) = (value * group, next + 1);
        return new(value, next, digits);
    }

    private static ReadNumber? InWords(IReadOnlyList<Token> tokens, int index, int end, NumberWords words, double? current)
    {
        double total = 0;
        var part = current;
        var i = index;
        var lastSmall = false;
        for (; i < end; i++)
        {
            var norm = tokens[i].Norm;
            if (Small(norm, words) is { } small)
            {
                // "twenty five" joins; "two three" and "nineteen ninety" do not
                if (part is { } before && !(before % 100 == 0 && small < 100) && !(before % 100 is >= 20 && before % 10 == 0 && small < 10))
                    break;
                part = (part ?? 0) + small;
                lastSmall = true;
            }
            else if (words.Magnitudes.TryGetValue(norm, out var magnitude) && part is { } p)
            {
                if (magnitude == 100)
                    part = p * 100;
                else
                    (total, part) = (total + (p * magnitude), 0);
                lastSmall = false;
            }
            else if (words.Groups.TryGetValue(norm, out var group) && (part is not null || group == 12))
            {
                part = (part ?? 1) * group;
                i++;
                break;
            }
            else if (norm is "and" && !lastSmall && part is not null && i > index && i + 1 < end && Small(tokens[i + 1].Norm, words) is not null)
            {
                // two hundred and six
            }
            else
            {
                break;
            }
        }
        return part is null || i == index ? null : new(total + part.Value, i, false);
    }

    private static double? Small(string norm, NumberWords words)
    {
        if (words.Cardinals.TryGetValue(norm, out var value))
            return value;
        var hyphen = norm.IndexOf('-', StringComparison.Ordinal);
        if (hyphen > 0
            && words.Cardinals.TryGetValue(norm[..hyphen], out var tens) && tens >= 20
            && words.Cardinals.TryGetValue(norm[(hyphen + 1)..], out var unit) && unit < 10)
        {
            return tens + unit;
        }
        return null;
    }
}
