-- when what a report tells was noticed: its duty runs from there; goes with the sealed message.
-- overdue: when the people here were told that its receipt should have come
alter table outbox add column seen text;
alter table outbox add column overdue text;
update outbox set seen = created where confirmed is null;
