using NodaTime;
using Readout.Store;
using Readout.Store.Watches;

namespace Readout.Cli.Workspaces.Deliveries;

/// <summary>What became of the alerts that were to go out.</summary>
internal sealed record SentAlerts(int Done, int Waiting, int Failed);

/// <summary>Sends what waits, within every watch's budget and outside its quiet hours; what fails is tried again later, ever more seldom.</summary>
internal sealed class Courier(Shell shell, Workspace workspace, bool offline)
{
    private static readonly Duration s_first = Duration.FromMinutes(1);
    private static readonly Duration s_longest = Duration.FromHours(12);

    public SentAlerts Send()
    {
        var now = shell.Clock.GetCurrentInstant();
        var watches = workspace.Watches.All().ToDictionary(w => w.Name, StringComparer.Ordinal);
        var room = new Dictionary<(string, string), long>();
        var (done, waiting, failed) = (0, 0, 0);
        foreach (var alert in workspace.Watches.Pending(now))
        {
            var watch = watches[alert.Watch];
            if (watch.Quiet?.Contains(now) == true || (offline && Delivery.NeedsNetwork(alert.Notify)) || !TakeRoom(room, watch, alert.Notify, now))
            {
                waiting++;
                continue;
            }
            try
            {
                Delivery.Send(shell, workspace, alert);
                workspace.Watches.Delivered(alert, now);
                done++;
            }
            catch (DeliveryException e)
            {
                workspace.Watches.Failed(alert, e.Message, now + Pause(alert.Attempts));
                shell.Complain($"{alert.Watch}: {alert.Notify}: {e.Message}");
                failed++;
            }
        }
        return new SentAlerts(done, waiting, failed);
    }

    private bool TakeRoom(Dictionary<(string, string), long> room, Watch watch, string notify, Instant now)
    {
        if (watch.Budget is not { } budget)
            return true;
        if (!room.TryGetValue((watch.Name, notify), out var left))
            left = budget.Count - workspace.Watches.SentSince(watch.Name, notify, now - budget.Length);
        room[(watch.Name, notify)] = left - 1;
        return left > 0;
    }

    private static Duration Pause(int attempts) => Duration.Min(s_longest, s_first * Math.Pow(2, Math.Min(attempts, 20)));
}
