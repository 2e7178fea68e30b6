-- What the machine filed elsewhere when it had learned more; told to staff, and needed for nothing else.
create table refiling (
    position bigint generated always as identity primary key,
    consultation text not null,
    round text not null,
    at timestamptz not null,
    model text not null,
    studied int not null,
    moved int not null
);
create index refiling_of_round on refiling (consultation, round, position);

create table refiling_move (
    refiling bigint not null references refiling on delete cascade,
    ordinal int not null,
    submission text not null,
    reference text not null,
    version int not null,
    passage int not null,
    moved_from text[] not null,
    moved_to text[] not null,
    primary key (refiling, ordinal)
);
create index refiling_move_of_case on refiling_move (submission);
