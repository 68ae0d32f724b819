-- Terminals of which only danger and children are taken, until an officer ends it; begin and end are in the audit.
create table quarantine (
    terminal text    primary key,
    since    integer not null,
    cause    text    not null check (cause in ('FAULTS', 'FLOOD'))
) strict, without rowid;
