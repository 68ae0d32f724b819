-- how long the audit was at a moment and how it ended, signed by the terminal; those of purged rows go with them
create table audit_signed_head (
    number    integer primary key,
    hash      text not null,
    at        text not null,
    signature text not null
) strict;

create trigger audit_signed_head_is_not_changed before update on audit_signed_head
begin
    select raise(abort, 'signed heads are not changed');
end;

create trigger audit_signed_head_is_not_deleted before delete on audit_signed_head
when old.number > (select number from audit_anchor)
begin
    select raise(abort, 'signed heads are not deleted');
end;
