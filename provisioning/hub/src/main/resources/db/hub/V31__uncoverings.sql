-- Who sees which case in clear, since when and why: by another officer's consent, or by broken glass (second is null).
create table uncovering (
    number   integer primary key,
    report   integer not null,
    officer  text    not null,
    purpose  text    not null,
    asked    integer not null,
    opened   integer,
    second   text check (second <> officer),
    reviewer text check (reviewer <> officer),
    reviewed integer,
    finding  text
) strict;
