-- tips of a public station until the hub has them, and the desk's answers until they are read or too old (invariant I15):
-- no time but whole hours, no number in the order of writing, no order on disk but that of random ids
create table tip (
    id      text    primary key,
    hour    text    not null check (hour like '____-__-__T__:00:00Z'),
    message text    not null,
    digest  text    not null check (length(digest) = 43),
    refused integer not null check (refused in (0, 1))
) strict, without rowid;

create table desk_answer (
    handle text    not null,
    number integer not null,
    hour   text    not null check (hour like '____-__-__T__:00:00Z'),
    sealed text    not null,
    primary key (handle, number)
) strict, without rowid;

-- number of the last answer taken in
create table desk_answer_last (
    one  integer primary key check (one = 1),
    last integer not null
) strict;

insert into desk_answer_last values (1, 0);
