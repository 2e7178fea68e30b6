-- What respondents do after sending: a newer version, a dispute, a withdrawal; and how a version arrived.

alter table submission_case
    add column flags text[] not null default '{}',
    add column earlier_state text,
    add column earlier jsonb,
    add column disputed_at timestamptz;
create index case_disputed on submission_case (received_at desc, reference desc) where disputed_at is not null;
create index case_flagged on submission_case using gin (flags) where flags <> '{}';

-- The version in which staff confirmed the same words; 0 if it was this one.
alter table filing add column carried_from int not null default 0;
