-- The tables of db/hub as PostgreSQL has them. Reports stay sealed as they came: the disk holds no statement in clear.
create table report (
    -- numbers rise and are unique; one may be skipped
    number              bigint  generated always as identity primary key,
    id                  text    not null unique,
    terminal            text    not null,
    sequence            bigint  not null check (sequence > 0),
    digest              text    not null check (length(digest) = 43),
    lane                integer not null check (lane between 0 and 2),
    received_at         bigint  not null,
    envelope            text    not null,
    acknowledged_by     text,
    acknowledged_at     bigint,
    acknowledged_reason text,
    unique (terminal, sequence),
    check ((acknowledged_by is null) = (acknowledged_at is null)),
    check ((acknowledged_by is null) = (acknowledged_reason is null))
);

create index report_inbox on report ((acknowledged_at is not null), lane, received_at);

-- Answers to terminals, written with what they answer; one per message, however often it came.
create table receipt (
    report   text   not null,
    digest   text   not null,
    terminal text   not null,
    signed   text   not null,
    due_at   bigint not null,
    sent_at  bigint,
    primary key (report, digest)
);

create index receipt_due on receipt (due_at) where sent_at is null;

-- Looks and decisions, each bound to the one before it; no report content.
create table audit (
    entry   bigint primary key,
    at      bigint not null,
    actor   text   not null,
    action  text   not null,
    subject text   not null,
    note    text   not null,
    hash    text   not null
);

create function audit_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'the audit is append-only'; end $$;

create trigger audit_keeps before update on audit execute function audit_is_append_only();
create trigger audit_stays before delete or truncate on audit execute function audit_is_append_only();

-- Numbers of issued lists and trust stores; a number once taken is never given again.
create table list_issue (
    number  bigint  primary key,
    issued  bigint  not null,
    entries integer not null
);

create table trust_store_issue (
    number  bigint  primary key,
    issued  bigint  not null,
    entries integer not null
);

-- The last thing each terminal said of itself; the one before is overwritten.
create table terminal_health (
    terminal text   primary key,
    hour     bigint not null,
    heard_at bigint not null,
    health   text   not null
);
