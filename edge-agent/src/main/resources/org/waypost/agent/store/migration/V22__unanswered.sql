-- what the panel told and a person must answer is looked up at each start
create index audit_of_the_panel on audit (number)
where action in ('HELP_PRESSED', 'HELP_ANSWERED', 'TAMPER_OPENED', 'TAMPER_RESET');
