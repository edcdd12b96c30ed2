using Readout.Origins;

namespace Readout.Tests.Origins;

public class ServiceTextTests
{
    private const string Form = """
        Enter your e-mail address below and we will send you a link.
        By clicking on sign up you agree with our Terms of Service and our Privacy Policy.
        It can not be changed.
        Please create a screen name, which others will see beside your comment.
        """;

    [Fact]
    public void Two_pages_that_share_a_form_alone_are_no_copies()
    {
        var index = new CopyIndex(new CopyOptions());
        index.Add(new CopyText("a", null, null, Shingling.Of("The ferry to Vask has sunk in the harbour.\n" + Form)));
        index.Add(new CopyText("b", null, null, Shingling.Of("Ada Moll opened the new library of Orlen.\n" + Form)));
        index.Groups().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Comments are not read before they post.", true)]
    [InlineData("You agree to our terms of service.", true)]
    [InlineData("Your account will be closed.", true)]
    [InlineData("The harbour board published its privacy policy on Monday.", false)]
    [InlineData("The mayor told us that the ferry was late.", false)]
    [InlineData("", false)]
    public void A_site_speaks_to_its_readers_about_itself(string sentence, bool isService) => ServiceText.Is(sentence).ShouldBe(isService);

    [Fact]
    public void What_stands_between_two_such_sentences_and_below_many_belongs_to_them()
    {
        ServiceText.Marked([false, true, false, false, true, false, false]).ShouldBe([false, true, true, true, true, false, false]);
        ServiceText.Marked([false, true, true, true, false]).ShouldBe([false, true, true, true, true]);
        ServiceText.Marked([true, false, false, false, false, false, true]).ShouldBe([true, false, false, false, false, false, true]);
        ServiceText.Marked([]).ShouldBeEmpty();
    }
}
