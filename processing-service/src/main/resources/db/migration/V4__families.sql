-- Which submissions of a round are worded alike. All but what people decided can be computed again.

-- A wording, named by its hash without names and capitals; family: the hash of one of its wordings. What was asked is not part
-- of it. runs: what it is compared by; empty where another wording stands for it.
create table wording (
    consultation text not null,
    round text not null,
    hash text not null,
    family text not null,
    runs bytea not null default '',
    primary key (consultation, round, hash)
);
create index wording_of_family on wording (consultation, round, family);

-- By which runs of words a wording is found: the smallest hashes, and none of what hundreds say.
create table wording_run (
    consultation text not null,
    round text not null,
    run bigint not null,
    hash text not null,
    primary key (consultation, round, run, hash)
);

create table family_member (
    submission text primary key,
    version int not null,
    consultation text not null,
    round text not null,
    hash text not null,
    -- Deferred: rows are written kind by kind, and members of many submissions may come before what these say.
    foreign key (submission, version) references content on delete cascade deferrable initially deferred
);
create index family_member_by_wording on family_member (consultation, round, hash);

create table possible_copy (
    consultation text not null,
    round text not null,
    hash text not null,
    other text not null,
    likeness double precision not null,
    primary key (consultation, round, hash, other)
);
create index possible_copy_of_other on possible_copy (consultation, round, other);

-- What people decided about two wordings; never changed by the machine.
create table family_choice (
    consultation text not null,
    round text not null,
    one text not null,
    other text not null,
    together boolean not null,
    by_subject text not null,
    by_name text not null,
    at timestamptz not null,
    primary key (consultation, round, one, other)
);
