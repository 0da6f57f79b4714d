using Microsoft.AspNetCore.Localization;
using Radzen;
using Workspace.Web.Account;
using Workspace.Web.Api;
using Workspace.Web.Attendance.Sheet;
using Workspace.Web.Data;
using Workspace.Web.Demo;
using Workspace.Web.Exports;
using Workspace.Web.Groups;
using Workspace.Web.Home;
using Workspace.Web.Layout;
using Workspace.Web.Live;
using Workspace.Web.Localization;
using Workspace.Web.Mail;
using Workspace.Web.Meetings;
using Workspace.Web.Minutes;
using Workspace.Web.Notifications;
using Workspace.Web.People;
using Workspace.Web.Plans;
using Workspace.Web.Plans.Exports;
using Workspace.Web.Plans.Import;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Exports;
using Workspace.Web.Tasks;
using Workspace.Web.Texts;
using Workspace.Web.Votes;

if (args is ["import-plan", .. var importing])
    return await ImportPlanCommand.RunAsync(importing, Console.OpenStandardOutput(), Console.Error, ImportPlanServices.StartAsync);
var builder = WebApplication.CreateBuilder(args);
try
{
    var settings = WorkspaceSettings.Read(builder.Configuration, builder.Environment.ContentRootPath);
    builder.Services.AddSingleton(settings);
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddWorkspaceDb(settings);
    builder.Services.AddLive(settings);
    builder.Services.AddMail(settings);
    builder.Services.AddAccounts();
    builder.Services.AddPeople();
    builder.Services.AddGroups();
    builder.Services.AddMeetings();
    builder.Services.AddNotifications();
    builder.Services.AddVotes();
    builder.Services.AddPlans();
    builder.Services.AddRounds();
    builder.Services.AddTasks();
    builder.Services.AddTexts();
    builder.Services.AddExports();
    builder.Services.AddMinutes();
    builder.Services.AddSingleton<HomeService>();
    builder.Services.AddDemo(settings);
    builder.Services.AddLocalization();
    builder.Services.AddRadzenComponents();
    builder.Services.AddRazorComponents().AddInteractiveServerComponents()
        // A field's whole text comes in one message: a pasted agenda is longer than the 32 KB that would else end the circuit.
        .AddHubOptions(options => options.MaximumReceiveMessageSize = 6 * AgendaRules.PasteLimit + 64 * 1024);
    builder.Services.AddProblemDetails();

    var app = builder.Build();
    await app.Services.MigrateAsync();
    await app.Services.StartDemoAsync(settings);

    app.UseExceptionHandler("/error");
    app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
    app.UseBareStatusOfApi();
    app.UseContentSecurityPolicy();
    app.UseRequestLocalization(options =>
    {
        options.SetDefaultCulture(Cultures.Default).AddSupportedCultures(Cultures.Supported).AddSupportedUICultures(Cultures.Supported);
        // Czech groups read Czech whatever the browser asks for; another language is chosen on the page.
        options.RequestCultureProviders = [new CookieRequestCultureProvider()];
    });
    app.UseAuthentication();
    app.UseAccounts();
    app.UseAuthorization();
    app.UseAntiforgery();
    app.UseStaleForms();
    app.MapStaticAssets().AllowAnonymous();
    app.MapHealth();
    app.MapAccounts();
    app.MapDemo(settings);
    app.MapApi();
    app.MapMeetings();
    app.MapAttendance();
    app.MapTexts();
    app.MapMinutes();
    app.MapPlans();
    app.MapRounds();
    app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    await app.RunAsync();
    return 0;
}
catch (SettingException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}

/// <summary>Named for tests, which start the program in their own process.</summary>
public partial class Program;
