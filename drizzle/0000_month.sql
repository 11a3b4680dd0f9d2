CREATE TABLE `leaves` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`session_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`code` text NOT NULL,
	`note` text,
	`state` text NOT NULL,
	`requested_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` integer,
	`answer` text,
	`told_at` integer,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `leaves_current` ON `leaves` (`session_id`,`person_id`) WHERE state IN ('pending', 'approved');--> statement-breakpoint
CREATE INDEX `leaves_state` ON `leaves` (`branch_id`,`state`);--> statement-breakpoint
CREATE TABLE `marks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`session_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`state` text NOT NULL,
	`late` integer DEFAULT false NOT NULL,
	`source` text NOT NULL,
	`at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` integer,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `marks_session_person` ON `marks` (`session_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `reminders_sent` (
	`branch_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`item` text NOT NULL,
	`kind` text NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `item`, `kind`),
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rsvps` (
	`branch_id` integer NOT NULL,
	`session_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`answer` text NOT NULL,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`session_id`, `person_id`),
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`source` text NOT NULL,
	`source_id` integer NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entries_number` ON `ledger_entries` (`branch_id`,`year`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entries_source` ON `ledger_entries` (`source`,`source_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer,
	`linked_at` integer,
	`reach` text NOT NULL,
	`reach_changed_at` integer NOT NULL,
	`claim_misses` integer DEFAULT 0 NOT NULL,
	`claim_paused_until` integer,
	`last_branch_id` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`last_branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_person` ON `accounts` (`person_id`) WHERE person_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	`joined_on` text NOT NULL,
	`left_on` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_current` ON `memberships` (`branch_id`,`person_id`) WHERE left_on IS NULL;--> statement-breakpoint
CREATE INDEX `memberships_person` ON `memberships` (`person_id`);--> statement-breakpoint
CREATE TABLE `office_periods` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`office` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer,
	`appointed_by` integer,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `office_periods_person` ON `office_periods` (`person_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`phone_tail` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `standing_periods` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`standing` text NOT NULL,
	`from_on` text NOT NULL,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `standing_periods_person` ON `standing_periods` (`person_id`,`from_on`);--> statement-breakpoint
CREATE TABLE `claim_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` integer
);
--> statement-breakpoint
CREATE TABLE `code_tries` (
	`account_id` integer PRIMARY KEY NOT NULL,
	`wrong` integer NOT NULL,
	`paused_until` integer
);
--> statement-breakpoint
CREATE TABLE `groups` (
	`chat_id` integer PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`thread_id` integer,
	`branch_id` integer,
	`bot_is_admin` integer DEFAULT false NOT NULL,
	`added_at` integer NOT NULL,
	`left_at` integer,
	`greeted_at` integer,
	`opened_by` integer,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `groups_branch` ON `groups` (`branch_id`) WHERE branch_id IS NOT NULL AND left_at IS NULL;--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`parent_id` integer,
	`path` text NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `organisations_path` ON `organisations` (`path`);--> statement-breakpoint
CREATE TABLE `freezes` (
	`chat_id` integer PRIMARY KEY NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer,
	`chat_id` integer NOT NULL,
	`thread_id` integer,
	`lane` text NOT NULL,
	`kind` text NOT NULL,
	`key` text,
	`slot` text,
	`about` text,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`not_before` integer NOT NULL,
	`expires_at` integer,
	`finished_at` integer,
	`message_id` integer,
	`error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unsent` ON `outbox` (`key`) WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX `outbox_lane` ON `outbox` (`state`,`lane`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_later` ON `outbox` (`state`,`not_before`);--> statement-breakpoint
CREATE INDEX `outbox_chat` ON `outbox` (`chat_id`,`state`);--> statement-breakpoint
CREATE INDEX `outbox_about` ON `outbox` (`about`);--> statement-breakpoint
CREATE TABLE `slots` (
	`chat_id` integer NOT NULL,
	`slot` text NOT NULL,
	`message_id` integer NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`chat_id`, `slot`)
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`account_id` integer,
	`person_id` integer,
	`branch_id` integer,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `audit_branch_at` ON `audit` (`branch_id`,`at`);--> statement-breakpoint
CREATE TABLE `dead_updates` (
	`update_id` integer PRIMARY KEY NOT NULL,
	`fault_id` text NOT NULL,
	`raw` text NOT NULL,
	`died_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `forms` (
	`account_id` integer PRIMARY KEY NOT NULL,
	`flow` text NOT NULL,
	`data` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `links` (
	`nonce` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`object_id` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `seen_updates` (
	`update_id` integer PRIMARY KEY NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `job_runs` (
	`key` text PRIMARY KEY NOT NULL,
	`tries` integer NOT NULL,
	`done_at` integer,
	`next_try_at` integer
);
--> statement-breakpoint
CREATE TABLE `reflection_drafts` (
	`branch_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`month` text NOT NULL,
	`parts` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`branch_id`, `person_id`, `month`),
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reflections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`month` text NOT NULL,
	`form` text NOT NULL,
	`text` text NOT NULL,
	`files` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`late` integer NOT NULL,
	`version` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reflections_month` ON `reflections` (`branch_id`,`month`,`person_id`);--> statement-breakpoint
CREATE TABLE `rolls` (
	`session_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`branch_id` integer NOT NULL,
	`place` text NOT NULL,
	`standing` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`session_id`, `person_id`),
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`kind` text NOT NULL,
	`regular_month` text,
	`topic` text,
	`place` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`state` text NOT NULL,
	`check_in_mode` text NOT NULL,
	`opens_minutes_before` integer NOT NULL,
	`late_after_minutes` integer NOT NULL,
	`closes_minutes_after` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` integer,
	`published_at` integer,
	`published_by` integer,
	`opened_at` integer,
	`closed_at` integer,
	`locked_at` integer,
	`locked_by` integer,
	`cancelled_at` integer,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_regular` ON `sessions` (`branch_id`,`regular_month`) WHERE kind = 'training' AND regular_month IS NOT NULL AND state <> 'cancelled';--> statement-breakpoint
CREATE INDEX `sessions_branch_start` ON `sessions` (`branch_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `sessions_state` ON `sessions` (`state`,`starts_at`);--> statement-breakpoint
CREATE TABLE `plans` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`branch_id` integer NOT NULL,
	`cron` text NOT NULL,
	`time_zone` text NOT NULL,
	`place` text,
	`length_minutes` integer NOT NULL,
	`known_since` integer NOT NULL,
	`ended_at` integer,
	`created_by` integer,
	FOREIGN KEY (`branch_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plans_current` ON `plans` (`branch_id`) WHERE ended_at IS NULL;