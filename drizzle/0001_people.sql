CREATE TABLE `corrections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`answer` text,
	`decided_at` integer,
	`decided_by` integer,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrections_state` ON `corrections` (`branch_id`,`state`);--> statement-breakpoint
CREATE TABLE `exemptions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text,
	`note` text,
	`created_at` integer NOT NULL,
	`created_by` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exemptions_branch` ON `exemptions` (`branch_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `office_offers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`office` text NOT NULL,
	`party_group_id` integer,
	`from_on` text NOT NULL,
	`offered_by` integer NOT NULL,
	`offered_at` integer NOT NULL,
	`state` text NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_group_id`) REFERENCES `party_groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `office_offers_open` ON `office_offers` (`branch_id`,`state`);--> statement-breakpoint
CREATE TABLE `party_group_periods` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`party_group_id` integer,
	`from_on` text NOT NULL,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_group_id`) REFERENCES `party_groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `party_group_periods_person` ON `party_group_periods` (`person_id`,`from_on`);--> statement-breakpoint
CREATE TABLE `party_groups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `party_groups_name` ON `party_groups` (`branch_id`,`name`);--> statement-breakpoint
CREATE TABLE `preferences` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`reminders_on` integer DEFAULT true NOT NULL,
	`paused_until_on` text,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `roster_imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`account_id` integer NOT NULL,
	`state` text NOT NULL,
	`read` text,
	`effects` text,
	`created_at` integer NOT NULL,
	`imported_at` integer,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `roster_imports_state` ON `roster_imports` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `branch_settings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`key` text NOT NULL,
	`value` integer NOT NULL,
	`from_at` integer NOT NULL,
	`set_by` integer,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `branch_settings_key` ON `branch_settings` (`branch_id`,`key`,`from_at`);--> statement-breakpoint
CREATE TABLE `file_reads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`purpose` text NOT NULL,
	`about` integer NOT NULL,
	`file_id` text NOT NULL,
	`file_name` text NOT NULL,
	`asked_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_try_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `file_reads_next_try` ON `file_reads` (`next_try_at`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `help_asked_at` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `consent_version` integer;--> statement-breakpoint
ALTER TABLE `accounts` ADD `consented_at` integer;--> statement-breakpoint
ALTER TABLE `office_periods` ADD `party_group_id` integer REFERENCES party_groups(id);--> statement-breakpoint
ALTER TABLE `people` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `groups` ADD `bot_may_post` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `groups` ADD `bot_may_pin` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `organisations` ADD `idle_asked_at` integer;--> statement-breakpoint
ALTER TABLE `rolls` ADD `party_group` text;