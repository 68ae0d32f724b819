-- how the audit ended when the hub last signed its end; entry 0 before the first time
create table audit_end (
    one       integer primary key check (one = 1),
    entry     bigint  not null,
    at        bigint  not null,
    hash      text    not null,
    signature text    not null
);

insert into audit_end values (1, 0, 0, '', '');
