-- Who may sign in at the desk. A retired one's row goes; the name stays in the audit.
create table officer (
    name     text primary key,
    role     text not null check (role in ('CASE_OFFICER', 'SUPERVISOR', 'TECHNICIAN', 'AUDITOR')),
    password text not null check (password like '$argon2id$%')
);
