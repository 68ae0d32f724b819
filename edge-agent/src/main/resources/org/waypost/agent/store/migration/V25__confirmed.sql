-- only what is confirmed stands in it: while it held the others too, what is due was looked up by it and sorted each time
drop index outbox_confirmed;

create index outbox_confirmed on outbox (confirmed)
    where confirmed is not null;
