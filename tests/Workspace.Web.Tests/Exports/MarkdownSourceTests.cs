using System.Text.RegularExpressions;
using Workspace.Web.Exports;

namespace Workspace.Web.Tests.Exports;

public class MarkdownSourceTests
{
    [Fact]
    public void Fit_Headings_GetTheirPlace() => Assert.Equal("#### a\n\n> ##### b\n\n###### c", MarkdownSource.Fit("# a\n\n> ## b\n\n##### c", 3));

    [Fact]
    public void Fit_OpenCodeBlock_IsClosed() => Assert.Equal("~~~~\nkód\n~~~~", MarkdownSource.Fit("~~~~\nkód\n", 0));

    [Fact]
    public void Fit_WhatLooksLikeHtml_IsEscapedOutsideCode() =>
        Assert.Equal(@"\<!-- \<b> `<i>` <https://example.cz> \<", MarkdownSource.Fit(@"<!-- <b> `<i>` <https://example.cz> \<", 0));

    [Fact]
    public void Fit_AnyText_ReadsTheSameWithItsHeadingsLowered() => RandomMarkdown.Holds(markdown =>
        WithoutLinks(MarkdownRenderer.ToHtml(MarkdownSource.Fit(markdown, 2))) == WithoutLinks(MarkdownRenderer.ToHtml(markdown, 2)));

    [Fact]
    public void Fit_AnyText_DoesNotReachIntoWhatFollows() => RandomMarkdown.Holds(markdown =>
        SafeHtml.Body(MarkdownRenderer.ToHtml($"{MarkdownSource.Fit(markdown, 2)}\n\n# Konec")).QuerySelector("h1")?.TextContent == "Konec");

    [Fact]
    public void EscapeFirst_AnyText_MeansItself() => RandomMarkdown.Holds(text =>
        SafeHtml.Body(MarkdownRenderer.ToHtml(MarkdownSource.EscapeFirst(text))) is var body
        && body.TextContent.Trim() == PrintableText.CleanLine(text) && body.QuerySelectorAll("*").All(element => element.LocalName is "p" or "a"));

    /// <summary>Whether a bare address becomes a link depends in Markdig on brackets before it, escaped or not.</summary>
    private static string WithoutLinks(string html) => Regex.Replace(html, "</?a\\b[^>]*>", "");
}
