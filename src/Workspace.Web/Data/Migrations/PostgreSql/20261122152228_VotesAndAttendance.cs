using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Workspace.Web.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class VotesAndAttendance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Ballots_People_CastBy",
                table: "Ballots");

            migrationBuilder.RenameColumn(
                name: "CastBy",
                table: "Ballots",
                newName: "PersonId");

            migrationBuilder.RenameIndex(
                name: "IX_Ballots_CastBy",
                table: "Ballots",
                newName: "IX_Ballots_PersonId");

            migrationBuilder.AlterColumn<int>(
                name: "Number",
                table: "Votes",
                type: "integer",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "integer");

            migrationBuilder.AddColumn<DateTime>(
                name: "AnnouncedAt",
                table: "Votes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AnnulledAt",
                table: "Votes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AnnulledBy",
                table: "Votes",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnnulledReason",
                table: "Votes",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ApprovesAgenda",
                table: "Votes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "BySilence",
                table: "Votes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "CountReason",
                table: "Votes",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ElectsVerifier",
                table: "Votes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "GroupId",
                table: "Votes",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "Invalid",
                table: "Votes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsAdvisory",
                table: "Votes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsChairFor",
                table: "Votes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsSecret",
                table: "Votes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Votes",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Motion");

            migrationBuilder.AddColumn<int>(
                name: "Places",
                table: "Votes",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Recused",
                table: "Votes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "RepeatsId",
                table: "Votes",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ShowsTally",
                table: "Votes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Tie",
                table: "Votes",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Falls");

            migrationBuilder.AddColumn<string>(
                name: "Way",
                table: "Votes",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Device");

            migrationBuilder.AddColumn<string>(
                name: "Wording",
                table: "Votes",
                type: "character varying(20000)",
                maxLength: 20000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Values_ConnectionGraceMinutes",
                table: "Rules",
                type: "integer",
                nullable: false,
                defaultValue: 5);

            migrationBuilder.AddColumn<int>(
                name: "Values_MaterialsDays",
                table: "Rules",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Values_PerRollamObjection_Denominator",
                table: "Rules",
                type: "integer",
                nullable: false,
                defaultValue: 3);

            migrationBuilder.AddColumn<bool>(
                name: "Values_PerRollamObjection_IsMoreThan",
                table: "Rules",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Values_PerRollamObjection_Numerator",
                table: "Rules",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Values_ProposalDays",
                table: "Rules",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Values_ResolutionNumberFormat",
                table: "Rules",
                type: "text",
                nullable: false,
                defaultValue: "{number}/{year}");

            migrationBuilder.AddColumn<string>(
                name: "Values_Tie",
                table: "Rules",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Falls");

            migrationBuilder.AddColumn<string>(
                name: "Cause",
                table: "Roll",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Gender",
                table: "People",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Options",
                table: "Ballots",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "Ballots",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Device");

            migrationBuilder.CreateTable(
                name: "AdvisoryBallots",
                columns: table => new
                {
                    VoteId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    IsMember = table.Column<bool>(type: "boolean", nullable: false),
                    Choice = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Options = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdvisoryBallots", x => new { x.VoteId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_AdvisoryBallots_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AdvisoryBallots_Votes_VoteId",
                        column: x => x.VoteId,
                        principalTable: "Votes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AttendanceAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    SeatId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AlternateId = table.Column<long>(type: "bigint", nullable: true),
                    AnsweredById = table.Column<long>(type: "bigint", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttendanceAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttendanceAnswers_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AttendanceAnswers_People_AlternateId",
                        column: x => x.AlternateId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AttendanceAnswers_People_AnsweredById",
                        column: x => x.AnsweredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AttendanceAnswers_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CheckInSecrets",
                columns: table => new
                {
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckInSecrets", x => x.MeetingId);
                    table.ForeignKey(
                        name: "FK_CheckInSecrets_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FormObjections",
                columns: table => new
                {
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    SeatId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormObjections", x => new { x.MeetingId, x.SeatId });
                    table.ForeignKey(
                        name: "FK_FormObjections_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FormObjections_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FormObjections_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ItemProposals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    ProposedBy = table.Column<long>(type: "bigint", nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    PlannedMinutes = table.Column<int>(type: "integer", nullable: true),
                    Presenter = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Background = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DecidedBy = table.Column<long>(type: "bigint", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    AgendaItemId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ItemProposals_AgendaItems_AgendaItemId",
                        column: x => x.AgendaItemId,
                        principalTable: "AgendaItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemProposals_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemProposals_People_DecidedBy",
                        column: x => x.DecidedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemProposals_People_ProposedBy",
                        column: x => x.ProposedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeetingPresence",
                columns: table => new
                {
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingPresence", x => new { x.MeetingId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_MeetingPresence_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MeetingPresence_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Link = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notifications_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Recusals",
                columns: table => new
                {
                    VoteId = table.Column<long>(type: "bigint", nullable: false),
                    SeatId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recusals", x => new { x.VoteId, x.SeatId });
                    table.ForeignKey(
                        name: "FK_Recusals_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Recusals_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Recusals_Votes_VoteId",
                        column: x => x.VoteId,
                        principalTable: "Votes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Resolutions",
                columns: table => new
                {
                    VoteId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    NumberText = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Resolutions", x => x.VoteId);
                    table.ForeignKey(
                        name: "FK_Resolutions_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Resolutions_Votes_VoteId",
                        column: x => x.VoteId,
                        principalTable: "Votes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RollChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    SeatId = table.Column<long>(type: "bigint", nullable: true),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    Guest = table.Column<string>(type: "character varying(402)", maxLength: 402, nullable: true),
                    From = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    To = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<long>(type: "bigint", nullable: false),
                    Cause = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AgendaItemId = table.Column<long>(type: "bigint", nullable: true),
                    CorrectsId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RollChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RollChanges_AgendaItems_AgendaItemId",
                        column: x => x.AgendaItemId,
                        principalTable: "AgendaItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_RollChanges_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RollChanges_People_By",
                        column: x => x.By,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RollChanges_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RollChanges_RollChanges_CorrectsId",
                        column: x => x.CorrectsId,
                        principalTable: "RollChanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RollChanges_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SecretBallots",
                columns: table => new
                {
                    VoteId = table.Column<long>(type: "bigint", nullable: false),
                    Receipt = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Choice = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Options = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecretBallots", x => new { x.VoteId, x.Receipt });
                    table.ForeignKey(
                        name: "FK_SecretBallots_Votes_VoteId",
                        column: x => x.VoteId,
                        principalTable: "Votes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpeakerRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MeetingId = table.Column<long>(type: "bigint", nullable: false),
                    AgendaItemId = table.Column<long>(type: "bigint", nullable: true),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    GuestName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpeakerRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SpeakerRequests_AgendaItems_AgendaItemId",
                        column: x => x.AgendaItemId,
                        principalTable: "AgendaItems",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_SpeakerRequests_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SpeakerRequests_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VoteCorrections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    VoteId = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Before = table.Column<string>(type: "text", nullable: false),
                    After = table.Column<string>(type: "text", nullable: false),
                    Changes = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoteCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VoteCorrections_People_By",
                        column: x => x.By,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VoteCorrections_Votes_VoteId",
                        column: x => x.VoteId,
                        principalTable: "Votes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VoteOptions",
                columns: table => new
                {
                    VoteId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Label = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    Votes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoteOptions", x => new { x.VoteId, x.Number });
                    table.ForeignKey(
                        name: "FK_VoteOptions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VoteOptions_Votes_VoteId",
                        column: x => x.VoteId,
                        principalTable: "Votes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "VoteParticipations",
                columns: table => new
                {
                    VoteId = table.Column<long>(type: "bigint", nullable: false),
                    SeatId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoteParticipations", x => new { x.VoteId, x.SeatId });
                    table.ForeignKey(
                        name: "FK_VoteParticipations_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VoteParticipations_Votes_VoteId",
                        column: x => x.VoteId,
                        principalTable: "Votes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VotePresences",
                columns: table => new
                {
                    VoteId = table.Column<long>(type: "bigint", nullable: false),
                    SeatId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VotePresences", x => new { x.VoteId, x.SeatId });
                    table.ForeignKey(
                        name: "FK_VotePresences_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VotePresences_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VotePresences_Votes_VoteId",
                        column: x => x.VoteId,
                        principalTable: "Votes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql("""UPDATE "Votes" SET "GroupId" = (SELECT "GroupId" FROM "Meetings" WHERE "Meetings"."Id" = "Votes"."MeetingId");""");

            migrationBuilder.CreateIndex(
                name: "IX_Votes_GroupId",
                table: "Votes",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Votes_RepeatsId",
                table: "Votes",
                column: "RepeatsId");

            migrationBuilder.CreateIndex(
                name: "IX_AdvisoryBallots_PersonId",
                table: "AdvisoryBallots",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceAnswers_AlternateId",
                table: "AttendanceAnswers",
                column: "AlternateId");

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceAnswers_AnsweredById",
                table: "AttendanceAnswers",
                column: "AnsweredById");

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceAnswers_MeetingId_SeatId",
                table: "AttendanceAnswers",
                columns: new[] { "MeetingId", "SeatId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceAnswers_SeatId",
                table: "AttendanceAnswers",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_FormObjections_PersonId",
                table: "FormObjections",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_FormObjections_SeatId",
                table: "FormObjections",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemProposals_AgendaItemId",
                table: "ItemProposals",
                column: "AgendaItemId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemProposals_DecidedBy",
                table: "ItemProposals",
                column: "DecidedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ItemProposals_MeetingId",
                table: "ItemProposals",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemProposals_ProposedBy",
                table: "ItemProposals",
                column: "ProposedBy");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingPresence_PersonId",
                table: "MeetingPresence",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_PersonId_Key",
                table: "Notifications",
                columns: new[] { "PersonId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Recusals_PersonId",
                table: "Recusals",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Recusals_SeatId",
                table: "Recusals",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_Resolutions_GroupId_Year_Number",
                table: "Resolutions",
                columns: new[] { "GroupId", "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Resolutions_MeetingId",
                table: "Resolutions",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_RollChanges_AgendaItemId",
                table: "RollChanges",
                column: "AgendaItemId");

            migrationBuilder.CreateIndex(
                name: "IX_RollChanges_By",
                table: "RollChanges",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_RollChanges_CorrectsId",
                table: "RollChanges",
                column: "CorrectsId");

            migrationBuilder.CreateIndex(
                name: "IX_RollChanges_MeetingId",
                table: "RollChanges",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_RollChanges_PersonId",
                table: "RollChanges",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_RollChanges_SeatId",
                table: "RollChanges",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_SpeakerRequests_AgendaItemId",
                table: "SpeakerRequests",
                column: "AgendaItemId");

            migrationBuilder.CreateIndex(
                name: "IX_SpeakerRequests_MeetingId",
                table: "SpeakerRequests",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_SpeakerRequests_MeetingId_GuestName",
                table: "SpeakerRequests",
                columns: new[] { "MeetingId", "GuestName" },
                unique: true,
                filter: "\"EndedAt\" IS NULL AND \"GuestName\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SpeakerRequests_MeetingId_PersonId",
                table: "SpeakerRequests",
                columns: new[] { "MeetingId", "PersonId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL AND \"PersonId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SpeakerRequests_PersonId",
                table: "SpeakerRequests",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SpeakerRequests_Speaking",
                table: "SpeakerRequests",
                column: "MeetingId",
                unique: true,
                filter: "\"GivenAt\" IS NOT NULL AND \"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_VoteCorrections_By",
                table: "VoteCorrections",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_VoteCorrections_VoteId",
                table: "VoteCorrections",
                column: "VoteId");

            migrationBuilder.CreateIndex(
                name: "IX_VoteOptions_PersonId",
                table: "VoteOptions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_VoteParticipations_SeatId",
                table: "VoteParticipations",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_VotePresences_PersonId",
                table: "VotePresences",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_VotePresences_SeatId",
                table: "VotePresences",
                column: "SeatId");

            migrationBuilder.AddForeignKey(
                name: "FK_Ballots_People_PersonId",
                table: "Ballots",
                column: "PersonId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Votes_Votes_RepeatsId",
                table: "Votes",
                column: "RepeatsId",
                principalTable: "Votes",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Ballots_People_PersonId",
                table: "Ballots");

            migrationBuilder.DropForeignKey(
                name: "FK_Votes_Votes_RepeatsId",
                table: "Votes");

            migrationBuilder.DropTable(
                name: "AdvisoryBallots");

            migrationBuilder.DropTable(
                name: "AttendanceAnswers");

            migrationBuilder.DropTable(
                name: "CheckInSecrets");

            migrationBuilder.DropTable(
                name: "FormObjections");

            migrationBuilder.DropTable(
                name: "ItemProposals");

            migrationBuilder.DropTable(
                name: "MeetingPresence");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropTable(
                name: "Recusals");

            migrationBuilder.DropTable(
                name: "Resolutions");

            migrationBuilder.DropTable(
                name: "RollChanges");

            migrationBuilder.DropTable(
                name: "SecretBallots");

            migrationBuilder.DropTable(
                name: "SpeakerRequests");

            migrationBuilder.DropTable(
                name: "VoteCorrections");

            migrationBuilder.DropTable(
                name: "VoteOptions");

            migrationBuilder.DropTable(
                name: "VoteParticipations");

            migrationBuilder.DropTable(
                name: "VotePresences");

            migrationBuilder.DropIndex(
                name: "IX_Votes_GroupId",
                table: "Votes");

            migrationBuilder.DropIndex(
                name: "IX_Votes_RepeatsId",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "AnnouncedAt",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "AnnulledAt",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "AnnulledBy",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "AnnulledReason",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "ApprovesAgenda",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "BySilence",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "CountReason",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "ElectsVerifier",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "GroupId",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "Invalid",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "IsAdvisory",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "IsChairFor",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "IsSecret",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "Places",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "Recused",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "RepeatsId",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "ShowsTally",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "Tie",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "Way",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "Wording",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "Values_ConnectionGraceMinutes",
                table: "Rules");

            migrationBuilder.DropColumn(
                name: "Values_MaterialsDays",
                table: "Rules");

            migrationBuilder.DropColumn(
                name: "Values_PerRollamObjection_Denominator",
                table: "Rules");

            migrationBuilder.DropColumn(
                name: "Values_PerRollamObjection_IsMoreThan",
                table: "Rules");

            migrationBuilder.DropColumn(
                name: "Values_PerRollamObjection_Numerator",
                table: "Rules");

            migrationBuilder.DropColumn(
                name: "Values_ProposalDays",
                table: "Rules");

            migrationBuilder.DropColumn(
                name: "Values_ResolutionNumberFormat",
                table: "Rules");

            migrationBuilder.DropColumn(
                name: "Values_Tie",
                table: "Rules");

            migrationBuilder.DropColumn(
                name: "Cause",
                table: "Roll");

            migrationBuilder.DropColumn(
                name: "Gender",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Options",
                table: "Ballots");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "Ballots");

            migrationBuilder.RenameColumn(
                name: "PersonId",
                table: "Ballots",
                newName: "CastBy");

            migrationBuilder.RenameIndex(
                name: "IX_Ballots_PersonId",
                table: "Ballots",
                newName: "IX_Ballots_CastBy");

            migrationBuilder.AlterColumn<int>(
                name: "Number",
                table: "Votes",
                type: "integer",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "integer",
                oldNullable: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Ballots_People_CastBy",
                table: "Ballots",
                column: "CastBy",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
