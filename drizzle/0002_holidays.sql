CREATE TABLE `holiday_years` (
	`year` integer PRIMARY KEY NOT NULL,
	`notice` text NOT NULL,
	`imported_at` integer NOT NULL
);
