-- The last thing each terminal said of itself; the one before is overwritten.
create table terminal_health (
    terminal text    primary key,
    hour     integer not null,
    heard_at integer not null,
    health   text    not null
) strict, without rowid;
