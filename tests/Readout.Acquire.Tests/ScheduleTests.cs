using NodaTime;

namespace Readout.Acquire.Tests;

public class ScheduleTests
{
    private static readonly Instant Now = Instant.FromUtc(2025, 5, 6, 12, 0);
    private static readonly PollSchedule Schedule = PollSchedule.Default;

    [Fact]
    public void What_was_never_asked_is_due() => Schedule.IsDue(new PollHistory(), Now).ShouldBeTrue();

    [Theory]
    [InlineData(2, 5)]          // an item every two minutes: as often as is allowed
    [InlineData(60, 30)]        // one an hour: twice an hour
    [InlineData(24 * 60, 12 * 60)]
    [InlineData(14 * 24 * 60, 24 * 60)]
    public void A_feed_is_asked_as_often_as_it_brings_something(int minutesBetween, int minutes)
    {
        var items = Enumerable.Range(0, 20).Select(i => Now - Duration.FromMinutes((i + 1L) * minutesBetween)).ToList();
        var interval = Schedule.Interval(new PollHistory { Asked = Now, NewItems = items, Since = items[^1] });
        interval.TotalMinutes.ShouldBe(minutes, minutes * 0.1);
    }

    [Fact]
    public void More_items_never_make_it_rarer_and_silence_never_more_often()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var items = Enumerable.Range(0, random.Next(1, 20)).Select(_ => Now - Duration.FromMinutes(random.Next(1, 20_000))).ToList();
            var history = new PollHistory { Asked = Now, NewItems = items, Since = items.Min() };
            var more = history with { NewItems = [.. items, Now - Duration.FromSeconds(1)] };
            Schedule.Interval(more).ShouldBeLessThanOrEqualTo(Duration.Max(Schedule.Interval(history), Schedule.First), $"seed {seed}");
            var later = history with { Asked = Now + Duration.FromDays(30) };
            Schedule.Interval(later).ShouldBeGreaterThanOrEqualTo(Schedule.Interval(history), $"seed {seed}");
        }
    }

    [Fact]
    public void A_feed_that_fails_is_asked_more_and_more_rarely_and_at_least_once_a_day()
    {
        var intervals = Enumerable.Range(0, 8).Select(n => Schedule.Interval(new PollHistory { Asked = Now, Failures = n }).TotalHours).ToList();
        intervals.ShouldBe([1, 2, 4, 8, 16, 24, 24, 24]);
        Schedule.Interval(new PollHistory { Asked = Now, Failures = int.MaxValue }).ShouldBe(Schedule.Longest);
    }

    [Fact]
    public void What_server_and_feed_ask_for_is_kept_within_reason()
    {
        var busy = new PollHistory { Asked = Now, NewItems = [.. Enumerable.Range(1, 20).Select(i => Now - Duration.FromMinutes(i))] };
        Schedule.Next(busy with { Ttl = Duration.FromHours(3) }, Now).ShouldBe(Now + Duration.FromHours(3));
        Schedule.Next(busy with { NotBefore = Now + Duration.FromHours(5) }, Now).ShouldBe(Now + Duration.FromHours(5));
        Schedule.Next(busy with { NotBefore = Now + Duration.FromDays(400) }, Now).ShouldBe(Now + Duration.FromDays(7));
        Schedule.Next(busy with { SkipHours = [12, 13] }, Now).ShouldBe(Instant.FromUtc(2025, 5, 6, 14, 0));
        Schedule.Next(busy with { SkipDays = [IsoDayOfWeek.Tuesday] }, Now).ShouldBe(Instant.FromUtc(2025, 5, 7, 0, 0));
        Schedule.Next(busy with { SkipHours = [.. Enumerable.Range(0, 24)] }, Now).ShouldBe(Now + Duration.FromMinutes(5));
    }

    [Fact]
    public void A_clock_that_jumps_makes_a_feed_due_once()
    {
        var history = new PollHistory { Asked = Now };
        var future = Now + Duration.FromDays(4000);
        Schedule.IsDue(history, future).ShouldBeTrue();
        Schedule.IsDue(history with { Asked = future }, future + Duration.FromMinutes(1)).ShouldBeFalse();
        // Set back again, the last request lies in the future.
        Schedule.IsDue(history with { Asked = future }, Now).ShouldBeTrue();
        Schedule.IsDue(history with { Asked = Now + Duration.FromSeconds(20) }, Now).ShouldBeFalse();
    }

    [Fact]
    public void Shifting_all_times_by_days_shifts_the_answer()
    {
        var history = new PollHistory { Asked = Now, Since = Now - Duration.FromDays(3), NewItems = [Now - Duration.FromHours(5), Now - Duration.FromHours(2)], Failures = 1, NotBefore = Now + Duration.FromHours(9) };
        var by = Duration.FromDays(123);
        var shifted = history with { Asked = Now + by, Since = history.Since + by, NewItems = [.. history.NewItems.Select(i => i + by)], NotBefore = history.NotBefore + by };
        Schedule.Next(shifted, Now + by).ShouldBe(Schedule.Next(history, Now) + by);
    }

    [Fact]
    public void An_article_is_looked_at_after_an_hour_a_day_and_a_week()
    {
        var checks = RecheckSchedule.Default;
        var looks = new List<Duration>();
        var last = Now;
        while (checks.Next(Now, last) is { } next)
        {
            looks.Add(next - Now);
            last = next + Duration.FromMinutes(3);
        }
        looks.ShouldBe([Duration.FromHours(1), Duration.FromDays(1), Duration.FromDays(7)]);
    }

    [Fact]
    public void Missed_looks_are_made_up_by_one_and_a_clock_set_back_makes_none_due()
    {
        var checks = RecheckSchedule.Default;
        var late = Now + Duration.FromDays(3);
        checks.IsDue(Now, Now, late).ShouldBeTrue();
        checks.Next(Now, late).ShouldBe(Now + Duration.FromDays(7));
        checks.IsDue(Now, Now, Now - Duration.FromDays(100)).ShouldBeFalse();
        checks.Next(Now, Now - Duration.FromDays(100)).ShouldBe(Now + Duration.FromHours(1));
        checks.Next(Now, Now + Duration.FromDays(8)).ShouldBeNull();
    }
}
