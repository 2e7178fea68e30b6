-- Files in an archive or a mail that could not be read, with their names, for staff.
alter table attachment add column unread jsonb not null default '[]';
