-- What the desk said of a report to the terminal that filed it, until that terminal has it on its disk.
-- Reasons stay here; only signed travels.
create table notice (
    report    text    not null references report (id),
    number    integer not null check (number between 1 and 100),
    terminal  text    not null,
    progress  text    not null,
    said_by   text    not null,
    reason    text    not null,
    said_at   bigint  not null,
    signed    text    not null,
    tries     integer not null default 0,
    due_at    bigint  not null,
    stored_at bigint,
    primary key (report, number)
);

create index notice_due on notice (due_at) where stored_at is null;
