using System.Runtime.CompilerServices;

namespace Readout.Annotations;

/// <summary>
/// What the network sees of a word: hashes of its folded form, of the pieces of its spelling, and of its shape.
/// No string is made. Forms that differ only in case, digits, kinds of quotes and dashes fold together.
/// </summary>
internal static class WordForm
{
    /// <summary>Rows of the table of spelling pieces.</summary>
    public const int Pieces = 1 << 15;

    /// <summary>Rows of the table of shapes.</summary>
    public const int Shapes = 512;

    /// <summary>Longest folded form; of longer words the middle is left out.</summary>
    public const int Longest = 24;

    /// <summary>Most pieces a word can have: those of 2 to 5 characters of the form with its two borders.</summary>
    public const int MostPieces = 4 * (Longest + 1);

    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Folds a form into <paramref name="into"/> (of length <see cref="Longest"/> or more); gives its length.</summary>
    public static int Fold(ReadOnlySpan<char> form, Span<char> into)
    {
        if (form.Length <= Longest)
        {
            for (var i = 0; i < form.Length; i++)
                into[i] = Fold(form[i]);
            return form.Length;
        }
        for (var i = 0; i < Longest; i++)
            into[i] = Fold(i < 10 ? form[i] : form[form.Length - Longest + i]);
        return Longest;
    }

    /// <summary>Hash of a folded form; never 0.</summary>
    public static ulong Hash(ReadOnlySpan<char> folded)
    {
        var hash = Basis;
        foreach (var c in folded)
            hash = (hash ^ c) * Prime;
        return Mix(hash) is var mixed and not 0 ? mixed : 1;
    }

    /// <summary>Rows of the pieces of a folded form; gives their number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int ReadPieces(ReadOnlySpan<char> folded, Span<int> rows)
    {
        Span<char> framed = stackalloc char[Longest + 2];
        framed[0] = '<';
        folded.CopyTo(framed[1..]);
        framed[folded.Length + 1] = '>';
        var length = folded.Length + 2;
        var count = 0;
        for (var start = 0; start + 1 < length; start++)
        {
            var hash = (Basis ^ framed[start]) * Prime;
            for (var end = start + 1; end < length && end < start + 5; end++)
            {
                hash = (hash ^ framed[end]) * Prime;
                rows[count++] = (int)(Mix(hash) & (Pieces - 1));
            }
        }
        return count;
    }

    /// <summary>Row of a form's shape: capitals, small letters, digits and marks, runs cut at two.</summary>
    public static int Shape(ReadOnlySpan<char> form)
    {
        var hash = Basis;
        char last = '\0', before = '\0';
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsDigit(c) ? '0' : char.IsLetter(c) ? 'x' : Fold(c);
            if (kind == last && kind == before)
                continue;
            hash = (hash ^ kind) * Prime;
            before = last;
            last = kind;
        }
        return (int)(Mix(hash) & (Shapes - 1));
    }

    private static char Fold(char c) => c switch
    {
        >= 'a' and <= 'z' => c,
        >= '0' and <= '9' => '0',
        '’' or '‘' or '`' or '´' => '\'',
        '“' or '”' or '«' or '»' or '„' => '"',
        '–' or '—' or '‐' or '‑' or '−' => '-',
        _ => char.ToLowerInvariant(c),
    };

    private static ulong Mix(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0xd6e8feb86659fd93;
        return hash ^ (hash >> 32);
    }
}
