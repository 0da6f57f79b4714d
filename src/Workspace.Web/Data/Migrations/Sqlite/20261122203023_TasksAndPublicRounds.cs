using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workspace.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TasksAndPublicRounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "JointWithId",
                table: "Rounds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "WriterId",
                table: "RoundComments",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.CreateTable(
                name: "Tasks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    IsForAll = table.Column<bool>(type: "INTEGER", nullable: false),
                    DueKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    StateAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AgendaItemId = table.Column<long>(type: "INTEGER", nullable: true),
                    MeetingId = table.Column<long>(type: "INTEGER", nullable: true),
                    PlanItemId = table.Column<long>(type: "INTEGER", nullable: true),
                    CommentId = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Edits = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tasks", x => x.Id);
                    table.CheckConstraint("CK_Tasks_OneSource", "(\"AgendaItemId\" IS NULL OR (\"PlanItemId\" IS NULL AND \"CommentId\" IS NULL)) AND (\"PlanItemId\" IS NULL OR \"CommentId\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Tasks_AgendaItems_AgendaItemId",
                        column: x => x.AgendaItemId,
                        principalTable: "AgendaItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tasks_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tasks_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tasks_People_CreatedBy",
                        column: x => x.CreatedBy,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tasks_PlanItems_PlanItemId",
                        column: x => x.PlanItemId,
                        principalTable: "PlanItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tasks_RoundComments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "RoundComments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "TaskAssignees",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TaskId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    OrganisationId = table.Column<long>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaskAssignees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TaskAssignees_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TaskAssignees_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TaskAssignees_Tasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "Tasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TaskChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TaskId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    By = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    BeforeText = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    BeforeIsForAll = table.Column<bool>(type: "INTEGER", nullable: true),
                    BeforeAssignees = table.Column<string>(type: "TEXT", nullable: true),
                    BeforeDueKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    BeforeDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaskChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TaskChanges_People_By",
                        column: x => x.By,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TaskChanges_Tasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "Tasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_JointWithId",
                table: "Rounds",
                column: "JointWithId");

            migrationBuilder.CreateIndex(
                name: "IX_RoundComments_Public",
                table: "RoundComments",
                columns: new[] { "RoundId", "DraftId" },
                unique: true,
                filter: "\"WriterId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TaskAssignees_OrganisationId",
                table: "TaskAssignees",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_TaskAssignees_PersonId",
                table: "TaskAssignees",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_TaskAssignees_TaskId_OrganisationId",
                table: "TaskAssignees",
                columns: new[] { "TaskId", "OrganisationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TaskAssignees_TaskId_PersonId",
                table: "TaskAssignees",
                columns: new[] { "TaskId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TaskChanges_By",
                table: "TaskChanges",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_TaskChanges_TaskId",
                table: "TaskChanges",
                column: "TaskId");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_AgendaItemId",
                table: "Tasks",
                column: "AgendaItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_CommentId",
                table: "Tasks",
                column: "CommentId");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_CreatedBy",
                table: "Tasks",
                column: "CreatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_GroupId",
                table: "Tasks",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_MeetingId",
                table: "Tasks",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_PlanItemId",
                table: "Tasks",
                column: "PlanItemId");

            migrationBuilder.AddForeignKey(
                name: "FK_Rounds_Rounds_JointWithId",
                table: "Rounds",
                column: "JointWithId",
                principalTable: "Rounds",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Rounds_Rounds_JointWithId",
                table: "Rounds");

            migrationBuilder.DropTable(
                name: "TaskAssignees");

            migrationBuilder.DropTable(
                name: "TaskChanges");

            migrationBuilder.DropTable(
                name: "Tasks");

            migrationBuilder.DropIndex(
                name: "IX_Rounds_JointWithId",
                table: "Rounds");

            migrationBuilder.DropIndex(
                name: "IX_RoundComments_Public",
                table: "RoundComments");

            migrationBuilder.DropColumn(
                name: "JointWithId",
                table: "Rounds");

            migrationBuilder.AlterColumn<long>(
                name: "WriterId",
                table: "RoundComments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
