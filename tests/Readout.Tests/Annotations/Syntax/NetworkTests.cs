using Readout.Annotations;
using Readout.Languages;

namespace Readout.Tests.Annotations;

public class NetworkTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 5, 16)]
    [InlineData(4, 7, 17)]
    [InlineData(9, 33, 50)]
    [InlineData(7, 12, 96)]
    [InlineData(70, 9, 35)]
    public void A_packed_product_is_the_product(int rows, int inner, int columns)
    {
        var left = Numbers(rows * inner, 1);
        var right = Numbers(inner * columns, 2);
        var into = Numbers(rows * columns, 3);
        var expected = new double[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                expected[(i * columns) + j] = into[(i * columns) + j];
                for (var k = 0; k < inner; k++)
                    expected[(i * columns) + j] += (double)left[(i * inner) + k] * right[(k * columns) + j];
            }
        }
        new PackedMatrix(inner, columns).Fill(right, columns, 1).AddProduct(left, inner, 1, rows, into, columns);
        for (var i = 0; i < into.Length; i++)
            ((double)into[i]).ShouldBe(expected[i], 1e-4);
    }

    [Fact]
    public void A_matrix_and_a_left_side_may_be_read_turned()
    {
        // [1 2; 3 4]ᵀ · [5 6; 7 8]ᵀ
        var into = new float[4];
        new PackedMatrix(2, 2).Fill([5, 6, 7, 8], 1, 2).AddProduct([1, 2, 3, 4], 1, 2, 2, into, 2);
        into.ShouldBe([(1 * 5) + (3 * 6), (1 * 7) + (3 * 8), (2 * 5) + (4 * 6), (2 * 7) + (4 * 8)]);
    }

    [Theory]
    [InlineData(6, 21)]
    [InlineData(39, 90)]
    public void A_row_has_the_same_bits_alone_and_among_others(int rows, int columns)
    {
        var matrix = new PackedMatrix(40, columns).Fill(Numbers(40 * columns, 4), columns, 1);
        var left = Numbers(rows * 40, 5);
        var together = new float[rows * columns];
        matrix.AddProduct(left, 40, 1, rows, together, columns);
        for (var row = 0; row < rows; row++)
        {
            var alone = new float[columns];
            matrix.AddProduct(left.AsSpan(row * 40, 40), 40, 1, 1, alone, columns);
            alone.ShouldBe(together.AsSpan(row * columns, columns).ToArray());
        }
    }

    [Fact]
    public void A_forms_part_of_the_gates_is_kept_and_found_by_its_letters()
    {
        var known = new FormGates(8);
        var values = Numbers(8, 7);
        known.Find("orlen", 5).ShouldBe(-1);
        known.Keep("orlen", 5, values);
        known.Values(known.Find("orlen", 5)).ToArray().ShouldBe(values);
        known.Find("vask", 5).ShouldBe(-1, "another form of the same hash");
        known.Keep("vask", 5, Numbers(8, 8));
        known.Values(known.Find("orlen", 5)).ToArray().ShouldBe(values);
    }

    [Fact]
    public void No_more_forms_are_kept_than_there_is_room_for()
    {
        var known = new FormGates(1);
        for (var i = 1; i <= FormGates.Most + 10; i++)
            known.Keep($"form{i}", (ulong)i * 7, [i]);
        known.Values(known.Find($"form{FormGates.Most}", FormGates.Most * 7UL))[0].ShouldBe(FormGates.Most);
        known.Find($"form{FormGates.Most + 1}", (FormGates.Most + 1) * 7UL).ShouldBe(-1);
    }

    [Fact]
    public void A_sentence_has_the_same_tree_whether_its_forms_are_known_or_not()
    {
        var network = SyntaxModelFile.Read(Resource.Bytes("models/syntax-en.bin"));
        string[] words = [.. "Ada Moll said on Friday that the ferry to Vask would close , and Vask said that it would not .".Split(' ')];
        var batch = new SentenceBatch([words.Length]);
        var (first, again) = (new SyntaxAnswers(), new SyntaxAnswers());
        foreach (var answers in new[] { first, again })
        {
            answers.Reserve(batch.Rows);
            network.Read(batch, row => words[row].AsMemory(), answers, new NetworkBuffers());
        }
        again.Heads.ShouldBe(first.Heads);
        again.Relations.ShouldBe(first.Relations);
        again.Xpos.ShouldBe(first.Xpos);
        first.Heads.Distinct().Count().ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Squashing_is_close_to_the_true_functions()
    {
        var x = Enumerable.Range(-400, 800).Select(i => i / 20f).ToArray();
        var sigmoid = (float[])x.Clone();
        Activations.Sigmoid(sigmoid);
        var tanh = new float[x.Length];
        Activations.Tanh(x, tanh);
        for (var i = 0; i < x.Length; i++)
        {
            ((double)sigmoid[i]).ShouldBe(1 / (1 + Math.Exp(-x[i])), 1e-6);
            ((double)tanh[i]).ShouldBe(Math.Tanh(x[i]), 1e-6);
        }
    }

    [Fact]
    public void Rows_of_a_batch_go_step_by_step_and_drop_the_sentences_that_ended()
    {
        var batch = new SentenceBatch([3, 3, 1]);
        batch.Rows.ShouldBe(7);
        Enumerable.Range(0, 3).Select(batch.Active).ShouldBe([3, 2, 2]);
        batch.Row(2, 0).ShouldBe(2);
        batch.Row(1, 2).ShouldBe(6);
    }

    [Fact]
    public void A_table_of_bytes_keeps_rows_within_a_step_of_their_scale()
    {
        var values = Numbers(5 * 24, 6);
        var table = ByteTable.From(new WeightTable("t", 5, 24, values));
        for (var row = 0; row < 5; row++)
        {
            var into = new float[24];
            table.Add(row, 1, into);
            for (var i = 0; i < 24; i++)
                into[i].ShouldBe(values[(row * 24) + i], 0.006f);
        }
    }

    [Theory]
    [InlineData("Orlen", "ORLEN", true)]
    [InlineData("it’s", "it's", true)]
    [InlineData("1987", "2024", true)]
    [InlineData("pre–war", "pre-war", true)]
    [InlineData("Orlen", "Orleb", false)]
    public void Forms_that_differ_in_case_digits_or_kinds_of_marks_are_one(string a, string b, bool same) => (Hash(a) == Hash(b)).ShouldBe(same);

    [Fact]
    public void The_middle_of_an_endless_form_is_left_out()
    {
        Span<char> folded = stackalloc char[WordForm.Longest];
        WordForm.Fold(new string('a', 5_000_000) + "ing", folded).ShouldBe(WordForm.Longest);
        folded.ToString().ShouldEndWith("ing");
        Span<int> pieces = stackalloc int[WordForm.MostPieces];
        WordForm.ReadPieces(folded, pieces).ShouldBeLessThanOrEqualTo(WordForm.MostPieces);
    }

    internal static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }

    private static ulong Hash(string form)
    {
        Span<char> folded = stackalloc char[WordForm.Longest];
        return WordForm.Hash(folded[..WordForm.Fold(form, folded)]);
    }
}
