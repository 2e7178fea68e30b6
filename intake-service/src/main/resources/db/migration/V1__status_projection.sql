-- The last event of each topic about each submission. No personal data: events carry none.
CREATE TABLE last_event (
    submission text    NOT NULL,
    topic      text    NOT NULL,
    version    integer NOT NULL,
    event_type text    NOT NULL,
    data       jsonb   NOT NULL,
    PRIMARY KEY (submission, topic)
);

-- Events taken in, so that a repeated one changes nothing.
CREATE TABLE inbox (
    event_id text        NOT NULL PRIMARY KEY,
    taken_at timestamptz NOT NULL DEFAULT now()
);
