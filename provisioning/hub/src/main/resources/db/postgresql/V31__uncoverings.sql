-- Who sees which case in clear, since when and why: by another officer's consent, or by broken glass (second is null).
create table uncovering (
    number   bigint  primary key,
    report   bigint  not null,
    officer  text    not null,
    purpose  text    not null,
    asked    bigint  not null,
    opened   bigint,
    second   text check (second <> officer),
    reviewer text check (reviewer <> officer),
    reviewed bigint,
    finding  text
);
