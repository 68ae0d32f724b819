-- what the desk said of a report that was filed here, as the hub signed it; of two the higher number counts
create table notice (
    report text    not null references outbox (report),
    number integer not null check (number > 0),
    heard  text    not null,
    signed text    not null,
    primary key (report, number)
) strict, without rowid;
