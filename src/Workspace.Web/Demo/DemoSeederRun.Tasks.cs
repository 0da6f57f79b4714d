using Microsoft.EntityFrameworkCore;
using Workspace.Web.Localization;
using Workspace.Web.Tasks;

namespace Workspace.Web.Demo;

internal sealed partial class DemoSeederRun
{
    /// <summary>Tasks given at a meeting; an id is known only once they are stored.</summary>
    private void AddTasks(StoredSitting sitting)
    {
        foreach (var content in sitting.Content.Meeting.Tasks)
        {
            var item = sitting.Items.Single(i => i.Content.Number == content.ItemNumber);
            var task = TaskOf(content, sitting.Meeting.GroupId, new(AgendaItemId: item.Item.Id), sitting.Meeting.Id, people[sitting.Content.Meeting.MinuteTakerKeys[0]].Id, item.Content.EndedAt ?? now);
            db.Add(task);
            sitting.Tasks.Add(task);
        }
    }

    private async Task AddTasksBetweenAsync(CancellationToken cancellationToken)
    {
        var (group, given) = (groups[DemoContent.Group.Key].Id, now.AddDays(-DemoTasks.GivenDaysAgo));
        var (area, number, ofPlan) = DemoTasks.OfPlan;
        var plan = plans[DemoPlan.Main].Id;
        var item = await db.PlanItems.Where(i => i.PlanId == plan && i.Area!.Number == area && i.Number == number && !i.IsRemoved).Select(i => i.Id).SingleAsync(cancellationToken);
        db.Add(TaskOf(ofPlan, group, new(PlanItemId: item), null, people["secretary"].Id, given));
        db.Add(TaskOf(DemoTasks.OfAll, group, TaskOrigin.None, null, people["chair"].Id, given));
        await db.SaveChangesAsync(cancellationToken);
    }

    private GroupTask TaskOf(DemoTask content, long groupId, TaskOrigin origin, long? meetingId, long by, DateTimeOffset at)
    {
        var input = new TaskInput(content.Text)
        {
            IsForAll = content.Keys.Count == 0,
            Assignees = [.. content.Keys.Select(key => people.TryGetValue(key, out var person) ? new AssigneeReference(person.Id, null, person.Name) : new(null, organisations[key].Id, organisations[key].Name))],
            Due = new(content.Due, content.DueInDays is { } days ? DemoCalendar.WorkingDayFrom(Day(days)) : null),
        };
        var task = new GroupTask(groupId, input, origin, meetingId, by, at);
        foreach (var step in content.Steps)
            task.Move(step.State, people[step.PersonKey].Id, Day(-step.DaysAgo).At(OfficeOpens, GroupCalendar.DefaultZone), step.Note);
        return task;
    }
}
