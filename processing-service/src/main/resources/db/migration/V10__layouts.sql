-- Where the words of an attachment's text stand in the file: {"parts": [...], "marks": [[offset, part, page, number], ...]}.
-- Null for what was typed, and for files that were read before this version; a replay fills it in.
alter table source add column layout jsonb;

-- What was left out of a file or is doubtful in it, by kind: [{"kind", "count", "detail"}, ...].
alter table attachment add column flags jsonb not null default '[]';
