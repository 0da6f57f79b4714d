using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.People;

namespace Workspace.Web.Account;

public sealed record FirstAdministrator(string? GivenName, string? FamilyName, string? Email, string? Password, string? Repeated);

/// <summary>
/// Makes the first administrator of an empty installation: whoever can read the console of the server proves it by a
/// code that is printed there. Of several servers each has a code of its own.
/// </summary>
public sealed class FirstRun(
    IDbContextFactory<WorkspaceDb> factory, WorkspaceSettings settings, AccountService accounts, ILogger<FirstRun> log) : IHostedService
{
    private const int TriesPerCode = 10;
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly Lock gate = new();
    private volatile bool isOver = settings.IsDemo;
    private string? code;
    private int triesLeft;

    /// <summary>Whether there is no administrator yet.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancellationToken = default)
    {
        if (isOver)
            return false;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        isOver = await db.People.AnyAsync(p => p.IsAdministrator && p.IsActive, cancellationToken);
        return !isOver;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await IsNeededAsync(cancellationToken))
            return;
        lock (gate)
            PrintNewCode();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <returns>Id of the new administrator, who may now be signed in.</returns>
    public async Task<Outcome<long>> MakeAdministratorAsync(string? given, FirstAdministrator chosen, CancellationToken cancellationToken = default)
    {
        if (!await IsNeededAsync(cancellationToken))
            return new Refusal("FirstRunOver");
        if (string.IsNullOrWhiteSpace(chosen.GivenName) || string.IsNullOrWhiteSpace(chosen.FamilyName))
            return new Refusal("NameMissing");
        if (chosen.GivenName.Trim().Length > PersonInput.NameLength || chosen.FamilyName.Trim().Length > PersonInput.NameLength)
            return new Refusal("NameTooLong", PersonInput.NameLength);
        if (!EmailAddress.IsValid(chosen.Email))
            return new Refusal("EmailInvalid");
        if (PasswordRules.Check(chosen.Password, chosen.Repeated, chosen.Email) is { } refusal)
            return refusal;
        if (!IsCode(given))
            return new Refusal("FirstRunCodeWrong");

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // SQLite has one writer anyway; elsewhere two who submit at once must not both find that there is nobody yet.
        if (settings.Database == DatabaseKind.PostgreSql)
            await db.Database.ExecuteSqlAsync($"""LOCK TABLE "People" IN SHARE ROW EXCLUSIVE MODE""", cancellationToken);
        if (await db.People.AnyAsync(p => p.IsAdministrator && p.IsActive, cancellationToken))
            return new Refusal("FirstRunOver");
        var person = new Person(chosen.GivenName, chosen.FamilyName, chosen.Email);
        if (await db.People.AnyAsync(p => p.NormalizedEmail == person.NormalizedEmail, cancellationToken))
            return new Refusal("EmailTaken");
        person.SetAdministrator(true);
        person.Speak(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        accounts.SetPassword(person, chosen.Password!);
        db.Add(person);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        isOver = true;
        code = null;
        log.LogWarning("Person {Person} became the first administrator", person.Id);
        return person.Id;
    }

    private bool IsCode(string? given)
    {
        lock (gate)
        {
            if (code is null)
                return false;
            var plain = (given ?? "").Replace("-", "").Replace(" ", "").ToUpperInvariant();
            if (CryptographicOperations.FixedTimeEquals(Hash(plain), Hash(code)))
                return true;
            if (--triesLeft == 0)
                PrintNewCode();
            return false;
        }
    }

    private void PrintNewCode()
    {
        code = RandomNumberGenerator.GetString(Letters, 16);
        triesLeft = TriesPerCode;
        Console.WriteLine($"There is no administrator yet. Open /account/first-run and enter this code: {string.Join('-', code.Chunk(4).Select(four => new string(four)))}");
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
