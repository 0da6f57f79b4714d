using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workspace.Web.Tests.Account;
using Workspace.Web.Votes;

namespace Workspace.Web.Tests.Api;

/// <summary>The interface for other programs as the whole program answers it, with the demo's people and meetings.</summary>
public sealed class ApiTests : IAsyncLifetime
{
    private readonly WebProgram program = new(("Workspace:Demo", "true"));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await program.DisposeAsync();

    [Fact]
    public async Task Me_TellsNameAndSeats()
    {
        var member = await GetAsync(await AsAsync("member-1"), "/api/v1/me");
        Assert.False(string.IsNullOrEmpty(member.GetProperty("name").GetString()));
        Assert.NotEqual(0, member.GetProperty("seats").GetArrayLength());
        var guest = await GetAsync(await AsAsync("guest-1"), "/api/v1/me");
        Assert.Equal(0, guest.GetProperty("seats").GetArrayLength());
    }

    [Fact]
    public async Task Meetings_ArePaged_AndTheRunningOneHasItsAgendaWithTexts()
    {
        var client = await AsAsync("member-1");
        var all = await GetAsync(client, "/api/v1/meetings");
        var total = all.GetProperty("total").GetInt32();
        var second = (await GetAsync(client, "/api/v1/meetings?page=2&pageSize=1")).GetProperty("items");
        Assert.Equal(all.GetProperty("items")[1].GetProperty("id").GetInt64(), Assert.Single(second.EnumerateArray()).GetProperty("id").GetInt64());
        Assert.Equal(total, all.GetProperty("items").GetArrayLength());

        var live = all.GetProperty("items").EnumerateArray().Single(m => m.GetProperty("state").GetString() == "live").GetProperty("id").GetInt64();
        var meeting = await GetAsync(client, $"/api/v1/meetings/{live}");
        var current = meeting.GetProperty("currentItemId").GetInt64();
        var item = meeting.GetProperty("agenda").EnumerateArray().Single(i => i.GetProperty("id").GetInt64() == current);
        var text = await GetAsync(client, $"/api/v1/texts/{item.GetProperty("textId").GetInt64()}");
        var words = text.GetProperty("text").GetString()!;
        Assert.NotEmpty(words);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words))), text.GetProperty("sha256").GetString());
        Assert.NotEqual(0, meeting.GetProperty("attendance").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/v1/meetings/987654")]
    [InlineData("/api/v1/texts/987654")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/texts/word")]
    public async Task WhatIsNotThere_IsA404ForPrograms_WithoutAPage(string address)
    {
        var answer = await (await AsAsync("member-1")).GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("<html", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task UnknownAddressOfAPage_IsA404WithAPage()
    {
        var answer = await (await AsAsync("member-1")).GetAsync("/nothing-here");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoIsInNoGroup_SeesNoMeetingAndNoText()
    {
        var member = await AsAsync("member-1");
        var meetings = (await GetAsync(member, "/api/v1/meetings")).GetProperty("items").EnumerateArray().Select(m => m.GetProperty("id").GetInt64()).ToList();
        await program.PersonAsync("stranger@example.org", isAdministrator: false);
        var stranger = program.NewBrowser();
        await stranger.SignInAsync("stranger@example.org");
        Assert.Equal(0, (await GetAsync(stranger.Client, "/api/v1/meetings")).GetProperty("total").GetInt32());
        foreach (var id in meetings)
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.GetAsync($"/api/v1/meetings/{id}")).StatusCode);
        var text = (await GetAsync(member, $"/api/v1/meetings/{meetings[0]}")).GetProperty("agenda")[0].GetProperty("textId").GetInt64();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.GetAsync($"/api/v1/texts/{text}")).StatusCode);
    }

    [Fact]
    public async Task Vote_IsHeldOverTheApi_AndItsVerdictShowsItsSum()
    {
        var chair = await AsAsync("chair");
        var live = (await GetAsync(chair, "/api/v1/meetings")).GetProperty("items").EnumerateArray().Single(m => m.GetProperty("state").GetString() == "live").GetProperty("id").GetInt64();
        var item = (await GetAsync(chair, $"/api/v1/meetings/{live}")).GetProperty("currentItemId").GetInt64();
        async Task<JsonElement> Refused(HttpResponseMessage answer, HttpStatusCode status, string code)
        {
            Assert.Equal(status, answer.StatusCode);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(code, problem.GetProperty("code").GetString());
            return problem;
        }
        object Body(string kind, string threshold) => new { agendaItemId = item, question = "Schvaluje skupina návrh?", kind, basis = "cast", threshold };
        await Refused(await chair.PostAsJsonAsync($"/api/v1/meetings/{live}/votes", Body("whispered", "all")), HttpStatusCode.Conflict, "VoteKindUnknown");
        await Refused(await chair.PostAsJsonAsync($"/api/v1/meetings/{live}/votes", Body("public", "5/4")), HttpStatusCode.Conflict, "VoteThresholdInvalid");
        var created = await chair.PostAsJsonAsync($"/api/v1/meetings/{live}/votes", Body("public", "4/5"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var vote = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
        Assert.Equal(HttpStatusCode.OK, (await chair.PostAsJsonAsync($"/api/v1/votes/{vote}/open", new { })).StatusCode);

        var member = await AsAsync("member-1");
        var seat = (await GetAsync(member, "/api/v1/me")).GetProperty("seats")[0].GetProperty("id").GetInt64();
        Assert.Equal(HttpStatusCode.OK, (await member.PostAsJsonAsync($"/api/v1/votes/{vote}/ballots", new { seatId = seat, choice = "for" })).StatusCode);
        await Refused(await member.PostAsJsonAsync($"/api/v1/votes/{vote}/ballots", new { seatId = seat, choice = "maybe" }), HttpStatusCode.Conflict, "ChoiceUnknown");
        await Refused(await (await AsAsync("guest-1")).PostAsJsonAsync($"/api/v1/votes/{vote}/ballots", new { seatId = seat, choice = "against" }), HttpStatusCode.Conflict, "NotPresentForSeat");
        await Refused(await member.PostAsJsonAsync($"/api/v1/votes/{vote}/close", new { }), HttpStatusCode.Forbidden, "NotAllowed");
        Assert.Equal(JsonValueKind.Null, (await GetAsync(member, $"/api/v1/votes/{vote}")).GetProperty("counts").ValueKind);

        Assert.Equal(HttpStatusCode.OK, (await chair.PostAsJsonAsync($"/api/v1/votes/{vote}/close", new { })).StatusCode);
        var result = await GetAsync(member, $"/api/v1/votes/{vote}");
        Assert.Equal("closed", result.GetProperty("state").GetString());
        Assert.Equal((1, 17), (result.GetProperty("counts").GetProperty("for").GetInt32(), result.GetProperty("counts").GetProperty("notVoted").GetInt32()));
        Assert.True(result.GetProperty("verdict").GetProperty("adopted").GetBoolean());
        Assert.Equal("Pro 1 z 1 hlasujících, potřeba nejméně 1: přijato.", result.GetProperty("verdict").GetProperty("text").GetString());
        Assert.Contains(vote, (await GetAsync(member, $"/api/v1/meetings/{live}")).GetProperty("votes").EnumerateArray().Select(v => v.GetProperty("id").GetInt64()));
        await Refused(await member.PostAsJsonAsync($"/api/v1/votes/{vote}/ballots", new { seatId = seat, choice = "against" }), HttpStatusCode.Conflict, "VoteNotOpen");
    }

    [Fact]
    public async Task Election_TakesOptionsOverTheApi_AndTellsTheirVotes()
    {
        var chair = await AsAsync("chair");
        var live = (await GetAsync(chair, "/api/v1/meetings")).GetProperty("items").EnumerateArray().Single(m => m.GetProperty("state").GetString() == "live").GetProperty("id").GetInt64();
        var item = (await GetAsync(chair, $"/api/v1/meetings/{live}")).GetProperty("currentItemId").GetInt64();
        var by = (await GetAsync(chair, "/api/v1/me")).GetProperty("id").GetInt64();
        var (votes, lead) = (program.Services.GetRequiredService<VoteService>(), program.Services.GetRequiredService<VoteLeadService>());
        var vote = (await votes.PrepareAsync(by, live, new(item, "Kdo?") { Kind = VoteKind.Election, Options = [new("A"), new("B")] })).Value;
        Assert.True((await lead.OpenAsync(by, vote)).IsDone);

        var member = await AsAsync("member-1");
        var seat = (await GetAsync(member, "/api/v1/me")).GetProperty("seats")[0].GetProperty("id").GetInt64();
        foreach (var wrong in new[] { Array.Empty<int>(), [3], [1, 2] })
            Assert.Equal(HttpStatusCode.Conflict, (await member.PostAsJsonAsync($"/api/v1/votes/{vote}/ballots", new { seatId = seat, choice = "for", options = wrong })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await member.PostAsJsonAsync($"/api/v1/votes/{vote}/ballots", new { seatId = seat, choice = "for", options = new[] { 2 } })).StatusCode);
        Assert.Equal(JsonValueKind.Null, (await GetAsync(member, $"/api/v1/votes/{vote}")).GetProperty("options")[1].GetProperty("votes").ValueKind);

        Assert.Equal(HttpStatusCode.OK, (await chair.PostAsJsonAsync($"/api/v1/votes/{vote}/close", new { })).StatusCode);
        Assert.Equal(["1 A 0", "2 B 1"], (await GetAsync(member, $"/api/v1/votes/{vote}")).GetProperty("options").EnumerateArray()
            .Select(o => $"{o.GetProperty("number")} {o.GetProperty("label").GetString()} {o.GetProperty("votes")}"));
    }

    [Fact]
    public async Task Health_IsOpenToAnybody()
    {
        var client = program.NewBrowser().Client;
        Assert.Equal("live", await client.GetStringAsync("/health/live"));
        Assert.Equal("ready", await client.GetStringAsync("/health/ready"));
    }

    [Theory]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("md", "text/markdown")]
    [InlineData("html", "text/html")]
    [InlineData("pdf", "application/pdf")]
    public async Task Minutes_AreGivenToMembers_AndToNobodyElse(string kind, string type)
    {
        var member = await AsAsync("member-1");
        var id = (await GetAsync(member, "/api/v1/meetings")).GetProperty("items")[0].GetProperty("id").GetInt64();
        var answer = await member.GetAsync($"/meetings/{id}/minutes.{kind}");
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        await program.PersonAsync("stranger@example.org", isAdministrator: false);
        var stranger = program.NewBrowser();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.OpenAsync($"/meetings/{id}/minutes.{kind}")).StatusCode);
        await stranger.SignInAsync("stranger@example.org");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/meetings/{id}/minutes.{kind}")).StatusCode);
    }

    private async Task<HttpClient> AsAsync(string key)
    {
        var browser = program.NewBrowser();
        await browser.OpenAsync($"/account/demo/{key}");
        return browser.Client;
    }

    private static Task<JsonElement> GetAsync(HttpClient client, string address) => client.GetFromJsonAsync<JsonElement>(address);
}
