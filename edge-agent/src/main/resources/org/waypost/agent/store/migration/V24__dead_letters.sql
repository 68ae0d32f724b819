-- since when a technician has seen that the hub refused it: it is kept until somebody has, and its age counts from then
alter table outbox add column looked text;

create index outbox_refused on outbox (refused)
    where refused is not null;
