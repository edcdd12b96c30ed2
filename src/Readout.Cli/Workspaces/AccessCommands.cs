using System.CommandLine;
using System.Text;
using NodaTime;
using Readout.Cli.Commands;
using Readout.Store;
using Readout.Store.Access;
using Readout.Text;
using Readout.Web.Access;

namespace Readout.Cli.Workspaces;

/// <summary>Who may come in where others can reach the server: accounts for people, tokens for programs.</summary>
internal static class AccessCommands
{
    public static Command User(Shell shell, GlobalOptions globals)
    {
        var command = new Command("user", "Accounts of the people who may use 'readout serve' from elsewhere.")
        {
            Named(shell, globals, "add", "Make an account; its password is the first line of standard input.", (here, workspace, name, role) =>
            {
                if (string.IsNullOrWhiteSpace(name) || name.Length > 100 || name.Any(c => char.IsControl(c) || c == ':'))
                    throw new UsageException("a name has 1 to 100 characters, and no colon.");
                return workspace.Accounts.Add(name, role ?? Role.Reader, Passwords.Hash(Password(here)), here.Clock.GetCurrentInstant()) ? "made" : throw new UsageException($"'{name}' has an account already.");
            }, takesRole: true, "readout user add moll --role editor < password.txt"),
            List(shell, globals),
            Named(shell, globals, "password", "Give an account another password, the first line of standard input. Its sessions end, a lock is lifted.", (here, workspace, name, _) =>
                workspace.Accounts.Change(name, null, Passwords.Hash(Password(here))) ? "changed" : throw None(name), takesRole: false, "readout user password moll < password.txt"),
            Named(shell, globals, "role", "Give an account another role. Its sessions end.", (_, workspace, name, role) =>
                workspace.Accounts.Change(name, role ?? throw new UsageException("which one? --role reader, editor or admin."), null) ? EnumNames.Of(role.Value) : throw None(name), takesRole: true, "readout user role moll --role admin"),
            Named(shell, globals, "rm", "Take an account away; what its owner did stays under the name.", (_, workspace, name, _) =>
                workspace.Accounts.Remove(name) ? "removed" : throw None(name), takesRole: false, "readout user rm moll"),
        };
        Examples.AddTo(command, "readout user add moll --role editor < password.txt", "readout user list");
        return command;
    }

    public static Command Token(Shell shell, GlobalOptions globals)
    {
        var command = new Command("token", "Tokens for programs that ask 'readout serve' from elsewhere.") { AddToken(shell, globals), ListTokens(shell, globals), RemoveToken(shell, globals) };
        Examples.AddTo(command, "readout token add dashboard", "readout token add importer --role editor --expires 2026-12-31", "readout token list");
        return command;
    }

    private static Command Named(Shell shell, GlobalOptions globals, string verb, string describes, Func<Shell, Workspace, string, Role?, string> act, bool takesRole, string example)
    {
        var name = new Argument<string>("NAME") { Description = "Whose." };
        var role = RoleOption();
        var command = new Command(verb, describes) { name };
        if (takesRole)
            command.Add(role);
        Examples.AddTo(command, example);
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            using var workspace = WorkspaceFinder.Write(here, "user " + verb);
            var who = result.GetValue(name)!;
            var done = act(here, workspace, who, takesRole ? result.GetValue(role) : null);
            Audit(here, workspace, $"user {verb} {who}", done);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List(Shell shell, GlobalOptions globals)
    {
        var json = new Option<bool>("--json") { Description = "Write them as one JSON array." };
        var command = new Command("list", "The accounts. Exit 1: none.") { json };
        Examples.AddTo(command, "readout user list");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            using var workspace = WorkspaceFinder.Read(here);
            var all = workspace.Accounts.All();
            if (result.GetValue(json))
                here.PrintJson(all.Select(a => new { a.Name, a.Role, a.Created, a.Locked }));
            else
                here.Print(string.Concat(all.Select(a => $"{a.Name}  {EnumNames.Of(a.Role)}  since {a.Created[..10]}{(a.Locked is null ? "" : $"  locked until {a.Locked}")}\n")));
            return all.Count == 0 ? ExitCode.No : ExitCode.Done;
        });
        return command;
    }

    private static Command AddToken(Shell shell, GlobalOptions globals)
    {
        var name = new Argument<string>("NAME") { Description = "Who holds it; what it is used for stands under this name." };
        var role = RoleOption();
        var expires = new Option<string?>("--expires") { Description = "The last day on which it holds (2026-12-31); for ever without it.", HelpName = "DATE" };
        var command = new Command("add", "Make a token and print it. It is shown once and kept nowhere.") { name, role, expires };
        Examples.AddTo(command, "readout token add dashboard --expires 2026-12-31");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            var end = result.GetValue(expires) is { } day ? PageOptions.Day(day, "--expires").PlusDays(1).AtMidnight().InUtc().ToInstant() : (Instant?)null;
            using var workspace = WorkspaceFinder.Write(here, "token add");
            var (token, row) = workspace.Accounts.AddToken(result.GetValue(name)!, result.GetValue(role) ?? Role.Reader, here.Clock.GetCurrentInstant(), end);
            Audit(here, workspace, $"token add {row.Name}", row.Id);
            here.Print(token + "\n");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command ListTokens(Shell shell, GlobalOptions globals)
    {
        var json = new Option<bool>("--json") { Description = "Write them as one JSON array." };
        var command = new Command("list", "The tokens, without what is secret. Exit 1: none.") { json };
        Examples.AddTo(command, "readout token list");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            using var workspace = WorkspaceFinder.Read(here);
            var all = workspace.Accounts.Tokens();
            if (result.GetValue(json))
                here.PrintJson(all);
            else
                here.Print(string.Concat(all.Select(t => $"{t.Id}  {t.Name}  {EnumNames.Of(t.Role)}  since {t.Created[..10]}{(t.Expires is null ? "" : $"  until {t.Expires[..10]}")}\n")));
            return all.Count == 0 ? ExitCode.No : ExitCode.Done;
        });
        return command;
    }

    private static Command RemoveToken(Shell shell, GlobalOptions globals)
    {
        var id = new Argument<string>("ID") { Description = "A token's id, as 'readout token list' shows it." };
        var command = new Command("rm", "Take a token back; it holds no longer.") { id };
        Examples.AddTo(command, "readout token rm t3fa2b91c");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            using var workspace = WorkspaceFinder.Write(here, "token rm");
            if (!workspace.Accounts.RemoveToken(result.GetValue(id)!))
                throw new UsageException($"no token has the id '{result.GetValue(id)}'; 'readout token list' lists them.");
            Audit(here, workspace, $"token rm {result.GetValue(id)}", "removed");
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<Role?> RoleOption() => new("--role") { Description = "What they may do: reader looks, editor corrects, watches, adds and builds as well, admin sees the audit log as well (reader).", HelpName = "ROLE" };

    private static string Password(Shell here)
    {
        using var input = new StreamReader(here.In, Encoding.UTF8, leaveOpen: true);
        var password = input.ReadLine() ?? "";
        return password.Length is >= Passwords.Least and <= 1000 ? password : throw new UsageException($"a password is the first line of standard input and has {Passwords.Least} characters at least.");
    }

    private static UsageException None(string name) => new($"nobody is called '{name}'; 'readout user list' lists the accounts.");

    private static void Audit(Shell here, Workspace workspace, string what, string outcome) =>
        new AuditLog(workspace.Folder).Add(Author.Name(here), what, outcome, null, here.Clock.GetCurrentInstant());
}
