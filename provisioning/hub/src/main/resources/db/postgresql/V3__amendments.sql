-- An amendment stands among the reports, with a number, sequence and receipt of its own; the report it names stays.
alter table report add column amends text;

create index report_amended on report (amends) where amends is not null;
