using System.Threading.Channels;
using Xunit.Abstractions;

namespace Workspace.Text.Tests;

public sealed class CodeMirrorTests(ITestOutputHelper output)
{
    private const int Cases = 120_000;

    [Fact]
    public async Task EveryAnswer_EqualsThatOfCodeMirror()
    {
        output.WriteLine($"WORKSPACE_TEST_SEED={Seed.Value}, {Cases} cases");
        using var codeMirror = new CodeMirrorProcess();
        var asked = Channel.CreateBounded<CodeMirrorCase>(2000);
        var asking = Task.Run(() => AskAsync(codeMirror, asked.Writer));
        var answered = 0;
        await foreach (var question in asked.Reader.ReadAllAsync())
        {
            var theirs = await codeMirror.Answers.ReadLineAsync();
            Assert.True(theirs is not null, $"CodeMirror stopped after {answered} answers: {(theirs is null ? await codeMirror.ErrorsAsync() : "")}");
            var ours = question.Answer();
            Assert.True(ours == theirs, $"{Seed.Sentence(answered)}{question.Question}\nours   {ours}\ntheirs {theirs}");
            answered++;
        }
        await asking;
        Assert.Equal(Cases, answered);
        Assert.Null(await codeMirror.Answers.ReadLineAsync());
        Assert.Empty(await codeMirror.ErrorsAsync());
    }

    private static async Task AskAsync(CodeMirrorProcess codeMirror, ChannelWriter<CodeMirrorCase> asked)
    {
        try
        {
            for (var i = 0; i < Cases; i++)
            {
                var question = new CodeMirrorCase(Seed.For(i));
                await codeMirror.Questions.WriteLineAsync(question.Question);
                await asked.WriteAsync(question);
            }
            codeMirror.Questions.Close();
            asked.Complete();
        }
        catch (IOException e)
        {
            asked.Complete(e);
        }
    }
}
