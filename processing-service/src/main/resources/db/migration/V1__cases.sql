-- What processing keeps. Events and manifests are the record; all of this but staff's decisions can be computed again.

create table definition (
    consultation text not null,
    revision int not null,
    defined_at timestamptz not null,
    body jsonb not null,
    primary key (consultation, revision)
);

create table submission_case (
    submission text primary key,
    reference text not null unique,
    consultation text not null,
    round text not null,
    version int not null,
    kind text not null,
    publication text not null,
    manifest jsonb not null,
    attachments int not null,
    received_at timestamptz not null,
    state text not null,
    stage jsonb not null,
    decisions int not null,
    revision int not null
);
create index case_by_arrival on submission_case (received_at desc, reference desc);
create index case_by_consultation on submission_case (consultation, received_at desc, reference desc);
create index case_by_state on submission_case (state, received_at desc, reference desc);
create index case_by_reference on submission_case (reference text_pattern_ops);

-- Personal from here on: never in logs, never in events.
create table content (
    submission text not null,
    version int not null,
    respondent jsonb not null,
    on_behalf_of text,
    language text,
    summary text,
    primary key (submission, version)
);

create table source (
    submission text not null,
    version int not null,
    ordinal int not null,
    item text,
    attachment int,
    body text not null,
    language text,
    primary key (submission, version, ordinal),
    foreign key (submission, version) references content on delete cascade
);

create table attachment (
    submission text not null,
    version int not null,
    ordinal int not null,
    file_name text not null,
    media_type text not null,
    object jsonb not null,
    quarantined text,
    warnings text[] not null,
    primary key (submission, version, ordinal),
    foreign key (submission, version) references content on delete cascade
);

create table passage (
    submission text not null,
    version int not null,
    ordinal int not null,
    source int not null,
    span_start int not null,
    span_end int not null,
    page int not null,
    language text,
    primary key (submission, version, ordinal),
    foreign key (submission, version, source) references source on delete cascade
);

create table filing (
    submission text not null,
    version int not null,
    passage int not null,
    items text[] not null,
    confidence double precision not null,
    basis text not null,
    runners_up jsonb not null,
    confirmed boolean not null,
    primary key (submission, version, passage),
    foreign key (submission, version, passage) references passage on delete cascade
);

create table history (
    position bigint generated always as identity primary key,
    submission text not null,
    version int not null,
    what text not null,
    at timestamptz not null,
    by_subject text,
    by_name text,
    details jsonb not null
);
create index history_of_case on history (submission, position);

-- How events come in and go out exactly once in effect.
create table inbox (
    event_id text primary key,
    handled_at timestamptz not null default now()
);

create table outbox (
    position bigint generated always as identity primary key,
    event_id text not null unique,
    topic text not null,
    key text not null,
    headers jsonb not null,
    json text not null
);

create table parked_event (
    position bigint generated always as identity primary key,
    submission text not null,
    topic text not null,
    key text not null,
    headers jsonb not null,
    json bytea not null
);
create index parked_event_of_case on parked_event (submission, position);
