using Microsoft.Extensions.Configuration;
using Workspace.Web.Data;
using Workspace.Web.Mail;

namespace Workspace.Web.Tests.Mail;

public sealed class SmtpSettingsTests
{
    private const string Address = "https://workspace.example.org";

    [Fact]
    public void Settings_None_MeansNoMailServer() => Assert.Null(Read(Address));

    [Fact]
    public void Settings_HostAndSender_AreEnough()
    {
        var settings = Read(Address, ("Host", "mail.example.org"), ("From", "Workspace <w@example.org>"))!;
        Assert.Equal((587, true, "w@example.org", null), (settings.Port, settings.UseTls, settings.From.Address, settings.UserName));
        Assert.Equal(25, Read(Address, ("Host", "mail.example.org"), ("From", "w@example.org"), ("UseTls", "false"))!.Port);
    }

    [Theory]
    [InlineData("Workspace:Smtp:Host", "Port", "25")]
    [InlineData("Workspace:Smtp:Host", "Host", "not a host")]
    [InlineData("Workspace:Smtp:From", "From", "nobody")]
    [InlineData("Workspace:Smtp:Port", "Port", "99999")]
    [InlineData("Workspace:Smtp:Port", "Port", "mail")]
    [InlineData("Workspace:Smtp:UseTls", "UseTls", "perhaps")]
    [InlineData("Workspace:Smtp:Password", "UserName", "somebody")]
    public void Settings_WrongOne_IsNamed(string named, string key, string value)
    {
        var settings = new Dictionary<string, string> { ["Host"] = "mail.example.org", ["From"] = "w@example.org" };
        if (named == "Workspace:Smtp:Host")
            settings.Remove("Host");
        settings[key] = value;
        var fault = Assert.Throws<SettingException>(() => Read(Address, [.. settings.Select(s => (s.Key, s.Value))]));
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_WithoutPublicAddress_AreRefused_SinceLinksNeedOne()
    {
        var fault = Assert.Throws<SettingException>(() => Read(null, ("Host", "mail.example.org"), ("From", "w@example.org")));
        Assert.Contains("Workspace:PublicAddress", fault.Message, StringComparison.Ordinal);
    }

    private static SmtpSettings? Read(string? publicAddress, params (string Key, string Value)[] settings) => SmtpSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Workspace:Smtp:" + s.Key, (string?)s.Value)))
            .Build().GetSection("Workspace:Smtp"),
        publicAddress);
}
