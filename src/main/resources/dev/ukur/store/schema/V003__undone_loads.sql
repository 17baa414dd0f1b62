-- Loads taken back. The undoing is a load of its own, with a higher number: it supersedes the rows the undone load
-- brought, and brings the rows that load had superseded once more. So what was known at any moment stays known.
create table undone_loads (load_id bigint not null, undone_by bigint not null);
