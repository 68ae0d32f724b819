-- an amendment waits among the reports, with a number of its own: which report it is about
alter table outbox add column amends text references outbox (report);
