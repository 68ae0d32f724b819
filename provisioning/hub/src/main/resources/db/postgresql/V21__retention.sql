-- What stands for the audit entries that were purged: the last of them, its hash, and the hub's signature over both.
create table audit_anchor (
    one       integer primary key check (one = 1),
    entry     bigint  not null,
    hash      text    not null,
    signature text    not null
);

insert into audit_anchor values (1, 0, '', '');

create function audit_deletes_what_is_anchored() returns trigger language plpgsql as
$$ begin
    if old.entry > (select entry from audit_anchor) then raise exception 'the audit is append-only'; end if;
    return old;
end $$;

drop trigger audit_stays on audit;
create trigger audit_stays before delete on audit for each row execute function audit_deletes_what_is_anchored();
create trigger audit_is_not_emptied before truncate on audit execute function audit_is_append_only();

-- Cases that are not purged before that time, whatever their age; begin and end are in the audit.
create table legal_hold (
    report     bigint primary key,
    held_until bigint not null
);
