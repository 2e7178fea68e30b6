-- What people decided about the key passages of an item; never changed by the machine. A passage is named by its submission and the
-- hash of its words: so a choice holds in a newer version that says the same, and when everything is read again.
create table key_passage_choice (
    consultation text not null,
    round text not null,
    item text not null,
    submission text not null,
    text_hash text not null,
    pinned boolean not null,
    by_subject text not null,
    by_name text not null,
    at timestamptz not null,
    primary key (consultation, round, item, submission, text_hash)
);
create index key_passage_choice_of_submission on key_passage_choice (submission);
