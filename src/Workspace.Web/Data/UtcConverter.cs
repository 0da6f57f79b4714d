using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Workspace.Web.Data;

/// <summary>Moments are stored as UTC on both databases, so that they sort and compare in queries.</summary>
public sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    moment => moment.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
