using Microsoft.Extensions.Configuration;
using Workspace.Web.Data;
using Workspace.Web.Tests.Exports;

namespace Workspace.Web.Tests.Data;

public sealed class WorkspaceSettingsTests
{
    [Fact]
    public void Settings_None_AreSqliteInADirectoryBesideTheProgramWithoutDemo()
    {
        using var folder = new TemporaryFolder();
        var content = Directory.CreateDirectory(Path.Combine(folder.Path, "program")).FullName;
        var settings = WorkspaceSettings.Read(new ConfigurationBuilder().Build(), content);
        Assert.Equal((DatabaseKind.Sqlite, Path.Combine(folder.Path, "data"), false), (settings.Database, settings.DataDirectory, settings.IsDemo));
        Assert.True(Directory.Exists(settings.DataDirectory));
    }

    [Theory]
    [InlineData("Workspace:Database", "Oracle")]
    [InlineData("Workspace:Database", "7")]
    [InlineData("Workspace:PublicAddress", "workspace.example.org")]
    [InlineData("Workspace:Demo", "perhaps")]
    [InlineData("Workspace:DemoAnywhere", "1")]
    [InlineData("Workspace:ChromiumPath", "/nowhere/chromium")]
    [InlineData("Workspace:DataDirectory", "/proc/nowhere")]
    public void Settings_WrongOne_IsNamedWithItsValue(string name, string value)
    {
        using var folder = new TemporaryFolder();
        var fault = Assert.Throws<SettingException>(() => Read(folder, (name, value)));
        Assert.Contains($"{name} is '{value}'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_PostgreSqlWithoutConnection_AreRefused()
    {
        using var folder = new TemporaryFolder();
        var fault = Assert.Throws<SettingException>(() => Read(folder, ("Workspace:Database", "PostgreSql")));
        Assert.Contains("ConnectionStrings:Workspace is missing", fault.Message, StringComparison.Ordinal);
    }

    private static WorkspaceSettings Read(TemporaryFolder folder, params (string Name, string Value)[] values)
    {
        var all = new Dictionary<string, string?> { ["Workspace:DataDirectory"] = folder.Path };
        foreach (var (name, value) in values)
            all[name] = value;
        return WorkspaceSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build(), folder.Path);
    }
}
