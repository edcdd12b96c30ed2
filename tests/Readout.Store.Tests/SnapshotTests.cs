using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Readout.Annotations;
using Readout.Pages;
using Readout.Store.Snapshots;

namespace Readout.Store.Tests;

public class SnapshotTests
{
    public static TheoryData<string> Pages() =>
        [.. Directory.GetFiles(Samples.Folder, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".txt" or ".html" or ".mhtml").Select(f => Path.GetRelativePath(Samples.Folder, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_document_comes_back_with_every_member_of_every_layer(string page)
    {
        var document = Desk.Read(new PageInput(page, File.ReadAllBytes(Path.Combine(Samples.Folder, page))));
        var back = DocumentSnapshot.Read(DocumentSnapshot.Write(document));
        Records.Difference(document, back, IsLeftOut).ShouldBeNull();
        DocumentSnapshot.Write(back).ShouldBe(DocumentSnapshot.Write(document));
    }

    [Fact]
    public void The_version_changes_with_the_records()
    {
        // A record with another member would be read back without it. Bump DocumentSnapshot.Version, write and read the member, then this.
        var shape = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Records.Shape(typeof(Document))))))[..16];
        (DocumentSnapshot.Version, shape).ShouldBe((2, "0e9d7d9b36a69e82"));
    }

    [Fact]
    public void The_version_changes_with_the_shared_words()
    {
        // Snapshots name these words by their numbers. Bump DocumentSnapshot.Version, then this.
        var words = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', SharedWords.All))))[..16];
        (DocumentSnapshot.Version, words).ShouldBe((2, "d35f83b24910fdac"));
        SharedWords.All.ShouldBeUnique();
    }

    [Theory]
    [InlineData("Ferries", "ferries")]
    [InlineData("Ferries", "ferry")]
    [InlineData("said", "say")]
    [InlineData("vs", "versus")]
    [InlineData("n't", "not")]
    [InlineData("went", "go")]
    [InlineData("İstanbul", "i\u0307stanbul")]
    [InlineData("", "")]
    [InlineData("", "empty")]
    [InlineData("Ferry", "")]
    [InlineData("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "x")]
    public void A_form_of_a_word_comes_back(string word, string form)
    {
        var writer = new SnapshotWriter();
        writer.Form(form, word);
        writer.Form(form, word);
        writer.Word(form);
        var reader = new SnapshotReader(writer.Written.ToArray());
        reader.Form(word).ShouldBe(form);
        reader.Form(word).ShouldBe(form);
        reader.Word().ShouldBe(form);
    }

    [Fact]
    public void Texts_that_UTF8_cannot_hold_come_back_as_they_were()
    {
        var writer = new SnapshotWriter();
        writer.Text("a lone \uD800 half");
        writer.Text("plain");
        writer.Text("");
        var reader = new SnapshotReader(writer.Written.ToArray());
        reader.Text().ShouldBe("a lone \uD800 half");
        reader.Text().ShouldBe("plain");
        reader.Text().ShouldBe("");
    }

    [Fact]
    public void Broken_bytes_are_said_to_be_broken()
    {
        var document = Desk.Read(new PageInput("a.txt", Encoding.UTF8.GetBytes("The ferry ran.\n\nAda Moll said on Monday that it would run again.")));
        var bytes = DocumentSnapshot.Write(document);
        for (var i = 0; i < bytes.Length; i++)
        {
            Should.Throw<InvalidDataException>(() => DocumentSnapshot.Read(bytes.AsSpan(0, i)));
            var changed = bytes.ToArray();
            changed[i] ^= 0x55;
            try
            {
                DocumentSnapshot.Read(changed);
            }
            catch (InvalidDataException)
            {
            }
        }
    }

    // Only finding the article asks for the elements of a page, and that begins with the page's own bytes.
    private static bool IsLeftOut(PropertyInfo member) => member.Name is nameof(Block.Element) or nameof(Block.Context);
}
