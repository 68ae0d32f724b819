-- Reports stay sealed as they came: the disk holds no statement in clear.
create table report (
    number              integer primary key autoincrement,
    id                  text    not null unique,
    terminal            text    not null,
    sequence            integer not null check (sequence > 0),
    digest              text    not null check (length(digest) = 43),
    lane                integer not null check (lane between 0 and 2),
    received_at         integer not null,
    envelope            text    not null,
    acknowledged_by     text,
    acknowledged_at     integer,
    acknowledged_reason text,
    unique (terminal, sequence),
    check ((acknowledged_by is null) = (acknowledged_at is null)),
    check ((acknowledged_by is null) = (acknowledged_reason is null))
) strict;

create index report_inbox on report (acknowledged_at is not null, lane, received_at);

-- Answers to terminals, written with what they answer; one per message, however often it came.
create table receipt (
    report   text    not null,
    digest   text    not null,
    terminal text    not null,
    signed   text    not null,
    due_at   integer not null,
    sent_at  integer,
    primary key (report, digest)
) strict, without rowid;

create index receipt_due on receipt (due_at) where sent_at is null;

-- Looks and decisions, each bound to the one before it; no report content.
create table audit (
    entry   integer primary key,
    at      integer not null,
    actor   text    not null,
    action  text    not null,
    subject text    not null,
    note    text    not null,
    hash    text    not null
) strict;

create trigger audit_keeps before update on audit begin select raise(abort, 'the audit is append-only'); end;
create trigger audit_stays before delete on audit begin select raise(abort, 'the audit is append-only'); end;

-- Numbers of issued lists; a number once taken is never given again.
create table list_issue (
    number  integer primary key,
    issued  integer not null,
    entries integer not null
) strict;
