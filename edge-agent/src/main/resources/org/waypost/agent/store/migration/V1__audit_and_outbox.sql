-- when this file was begun, and the number its reports count on from: 0, or above all earlier ones after a quarantine
create table origin (
    one           integer primary key check (one = 1),
    begun         text    not null,
    sequence_base integer not null check (sequence_base >= 0)
) strict;

create table audit (
    number    integer primary key check (number > 0),
    at        text not null,
    actor     text not null,
    action    text not null,
    encounter text not null,
    detail    text not null,
    hash      text not null check (length(hash) = 43)
) strict;

-- how long the chain is and how it ends, so that a chain cut short is seen
create table audit_head (
    one   integer primary key check (one = 1),
    count integer not null,
    hash  text    not null
) strict;

insert into audit_head values (1, 0, '');

create trigger audit_is_not_changed before update on audit
begin
    select raise(abort, 'audit rows are not changed');
end;

create trigger audit_is_not_deleted before delete on audit
begin
    select raise(abort, 'audit rows are not deleted');
end;

create trigger audit_grows_at_its_end before insert on audit
when new.number <> (select count + 1 from audit_head)
begin
    select raise(abort, 'audit rows are appended in order');
end;

create trigger audit_head_is_not_deleted before delete on audit_head
begin
    select raise(abort, 'the audit head is not deleted');
end;

create trigger audit_head_only_advances before update on audit_head
when new.one <> 1 or new.count <> old.count + 1
begin
    select raise(abort, 'the audit head advances by one');
end;

create table outbox_sequence (
    terminal text primary key,
    last     integer not null check (last > 0)
) strict, without rowid;

-- state is timestamps; the sealed message and its lane go when the hub's receipt is here.
-- digest is the message's, to notice a row damaged on disk; receipt is the hub's signed answer as it came
create table outbox (
    report    text    primary key,
    terminal  text    not null,
    sequence  integer not null,
    encounter text    not null,
    lane      integer check (lane between 0 and 2),
    message   text,
    digest    text    not null,
    bytes     integer not null,
    created   text    not null,
    published text,
    confirmed text,
    refused   text,
    receipt   text,
    unique (terminal, sequence),
    check (message is not null or confirmed is not null)
) strict;

create index outbox_due on outbox (lane, sequence)
    where published is null and confirmed is null and refused is null;

create index outbox_waiting on outbox (created)
    where confirmed is null and refused is null;

create index outbox_held on outbox (bytes)
    where message is not null;

create index outbox_confirmed on outbox (confirmed);
