using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Workspace.Web.Tests.Account;

public sealed class PageAccessTests
{
    /// <summary>An open circuit asks the page alone; without the attribute it would go on showing it after the sign-in has ended.</summary>
    [Fact]
    public void Page_AsksForASignIn()
    {
        var pages = typeof(Program).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute), false)).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.True(page.IsDefined(typeof(AuthorizeAttribute), false), page.Name));
    }
}
