-- Submissions that were erased, whether they had a case or not: nothing that is said of them has an effect any more.
create table erasure (
    submission text primary key,
    erased_at timestamptz not null
);
