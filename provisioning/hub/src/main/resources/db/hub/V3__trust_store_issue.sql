-- Numbers of issued trust stores; a number once taken is never given again.
create table trust_store_issue (
    number  integer primary key,
    issued  integer not null,
    entries integer not null
) strict;
