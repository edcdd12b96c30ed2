namespace Readout.Acquire.Tests;

public sealed class FolderWatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-watch-").FullName;
    private readonly FastTime _time = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_given_once_it_has_stood_still_and_only_once()
    {
        var watch = new FolderWatch(_folder, TimeSpan.FromSeconds(5), _time);
        Write("a.html", "The ferry");
        watch.Look().ShouldBeEmpty();
        _time.Pass(TimeSpan.FromSeconds(3));
        Write("a.html", "The ferry sails");
        watch.Look().ShouldBeEmpty();
        _time.Pass(TimeSpan.FromSeconds(3));
        watch.Look().ShouldBeEmpty("it was written three seconds ago");
        _time.Pass(TimeSpan.FromSeconds(3));
        watch.Look().Select(f => Path.GetFileName(f.Path)).ShouldBe(["a.html"]);
        _time.Pass(TimeSpan.FromHours(3));
        watch.Look().ShouldBeEmpty();
        Write("a.html", "The ferry sails again");
        watch.Look();
        _time.Pass(TimeSpan.FromSeconds(6));
        watch.Look().Count.ShouldBe(1);
    }

    [Fact]
    public void Folders_below_are_watched_and_unfinished_and_hidden_files_are_not()
    {
        var watch = new FolderWatch(_folder, TimeSpan.Zero, _time);
        foreach (var name in new[] { "b/c/d.html", "a.html", "a.html.part", ".hidden", "x.tmp", "empty.html" })
            Write(name, name == "empty.html" ? "" : "words");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "b", "loop"), _folder);
        watch.Look().Select(f => Path.GetRelativePath(_folder, f.Path).Replace('\\', '/')).ShouldBe(["a.html", "b/c/d.html"]);
    }

    [Fact]
    public void What_an_earlier_run_took_is_not_given_again()
    {
        Write("a.html", "words");
        var first = new FolderWatch(_folder, TimeSpan.Zero, _time).Look();
        var watch = new FolderWatch(_folder, TimeSpan.Zero, _time);
        watch.Know(first);
        watch.Look().ShouldBeEmpty();
        Write("a.html", "other words");
        watch.Look().Count.ShouldBe(1);
    }

    [Fact]
    public void A_folder_that_goes_away_is_told_and_what_comes_back_is_not_new()
    {
        Write("in/a.html", "words");
        var watch = new FolderWatch(Path.Combine(_folder, "in"), TimeSpan.Zero, _time);
        watch.Look().Count.ShouldBe(1);
        Directory.Move(Path.Combine(_folder, "in"), Path.Combine(_folder, "out"));
        watch.Look().ShouldBeEmpty();
        watch.Problems.ShouldHaveSingleItem().ShouldContain("can't be read");
        Directory.Move(Path.Combine(_folder, "out"), Path.Combine(_folder, "in"));
        watch.Look().ShouldBeEmpty();
        watch.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Watching_ends_when_it_is_told_to()
    {
        Write("a.html", "words");
        using var stop = new CancellationTokenSource();
        var found = 0;
        await foreach (var file in new FolderWatch(_folder, TimeSpan.FromSeconds(1), _time).Watch(TimeSpan.FromSeconds(2), stop.Token))
        {
            found++;
            await stop.CancelAsync();
        }
        found.ShouldBe(1);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
