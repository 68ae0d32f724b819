-- What stands for the audit entries that were purged: the last of them, its hash, and the hub's signature over both.
create table audit_anchor (
    one       integer primary key check (one = 1),
    entry     integer not null,
    hash      text    not null,
    signature text    not null
) strict;

insert into audit_anchor values (1, 0, '', '');

drop trigger audit_stays;
create trigger audit_stays before delete on audit when old.entry > (select entry from audit_anchor)
begin select raise(abort, 'the audit is append-only'); end;

-- Cases that are not purged before that time, whatever their age; begin and end are in the audit.
create table legal_hold (
    report     integer primary key,
    held_until integer not null
) strict;
