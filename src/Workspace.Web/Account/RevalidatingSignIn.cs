using System.Data.Common;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Workspace.Web.Account;

/// <summary>A circuit may be open for hours: it asks again and again whether its sign-in still holds, and turns into a stranger's if not.</summary>
public sealed class RevalidatingSignIn(ILoggerFactory loggers, SignInGuard guard) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    private readonly ILogger log = loggers.CreateLogger<RevalidatingSignIn>();

    /// <summary>With what the guard remembers, no more than a minute.</summary>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(45);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            return await guard.IsValidAsync(authenticationState.User, cancellationToken);
        }
        catch (DbException fault)
        {
            // Nobody is signed out because the database is away; services check rights in each operation.
            log.LogWarning(fault, "A sign-in could not be checked; it will be in the next round");
            return true;
        }
    }
}
