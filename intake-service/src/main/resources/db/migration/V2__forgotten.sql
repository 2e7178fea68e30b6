-- Submissions that were erased: nothing that is said of them is taken in any more, in whatever order it comes.
CREATE TABLE forgotten (
    submission text NOT NULL PRIMARY KEY
);
