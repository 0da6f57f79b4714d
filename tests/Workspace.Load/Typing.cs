using System.Diagnostics;

namespace Workspace.Load;

/// <summary>People who type at a steady rate, each beginning at another moment.</summary>
public static class Typing
{
    /// <summary>Types until the time is over; ends when all is confirmed.</summary>
    public static async Task TypeAsync(this LoadEditor editor, double rate, TimeSpan time, int number)
    {
        var pause = TimeSpan.FromSeconds(1 / rate);
        await Task.Delay(pause * ((number * 0.618) % 1));
        var sending = Task.CompletedTask;
        using var beat = new PeriodicTimer(pause);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time; await beat.WaitForNextTickAsync())
        {
            editor.Edit();
            if (sending.IsCompleted)
            {
                await sending;
                sending = editor.SendAsync();
            }
        }
        await sending;
        await editor.SendAsync();
    }
}
