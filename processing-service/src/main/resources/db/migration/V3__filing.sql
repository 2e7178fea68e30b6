-- What filing learns from. All of it can be computed again.

-- Where texts lie in meaning, as half-precision numbers; empty where the encoder cannot read the text.
create table place (
    encoder text not null,
    text_hash text not null,
    place bytea not null,
    primary key (encoder, text_hash)
);

-- Every document of a round by its hash: those with the smallest are studied, whatever order they came in.
create table round_text (
    consultation text not null,
    round text not null,
    text_hash text not null,
    submission text not null,
    version int not null,
    source int not null,
    passages int not null,
    primary key (submission, version, source),
    foreign key (submission, version, source) references source on delete cascade
);
create index round_text_by_hash on round_text (consultation, round, text_hash, submission, version, source);
create index filing_confirmed on filing (submission, version) where confirmed;

insert into round_text
select file.consultation, file.round, encode(sha256(convert_to(source.body, 'UTF8')), 'hex'), source.submission,
    source.version, source.ordinal,
    (select count(*) from passage where passage.submission = source.submission and passage.version = source.version
        and passage.source = source.ordinal)
from source join submission_case file on file.submission = source.submission;
