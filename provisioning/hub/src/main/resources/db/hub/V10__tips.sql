-- What people told at public stations (invariant I15): sealed as it came, whole hours, no terminal, no number, and no
-- order on disk but that of random ids.
create table tip (
    id         text    primary key,
    hour       integer not null check (hour % 3600000 = 0),
    handle     text    not null,
    key_digest text    not null check (length(key_digest) = 43),
    digest     text    not null check (length(digest) = 43),
    envelope   text    not null,
    answered   integer not null check (answered in (0, 1))
) strict, without rowid;

create index tip_thread on tip (handle);

-- The desk's answers, for who holds the code; numbers are the desk's own.
create table tip_answer (
    number integer primary key,
    hour   integer not null check (hour % 3600000 = 0),
    handle text    not null,
    sealed text    not null
) strict;

create index tip_answer_thread on tip_answer (handle);
