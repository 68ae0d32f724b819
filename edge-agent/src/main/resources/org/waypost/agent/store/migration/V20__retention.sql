-- what stands for the audit rows that were purged: the number and hash of the last of them, signed by the terminal
create table audit_anchor (
    one       integer primary key check (one = 1),
    number    integer not null,
    hash      text    not null,
    at        text    not null,
    signature text    not null
) strict;

insert into audit_anchor values (1, 0, '', '', '');

drop trigger audit_is_not_deleted;

create trigger audit_is_not_deleted before delete on audit
when old.number > (select number from audit_anchor)
begin
    select raise(abort, 'audit rows are not deleted');
end;

create trigger audit_anchor_is_not_deleted before delete on audit_anchor
begin
    select raise(abort, 'the audit anchor is not deleted');
end;

create trigger audit_anchor_only_advances before update on audit_anchor
when new.one <> 1 or new.number <= old.number
    or new.hash is not (select hash from audit where number = new.number)
begin
    select raise(abort, 'the audit anchor advances to a row');
end;
