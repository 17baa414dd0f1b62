-- People: where they may be found, what is known of them in plain text, and who asked to be forgotten.

-- Whether the link that led to the event says itself where it came from, by a campaign's words or an advertising click id.
alter table events add column is_campaign boolean;

-- The load that read a rejected row once more: it brought the row, or holds it back anew.
alter table rejects add column fixed_by bigint;

-- Every column of the canonical tables that holds a pseudonym. A visitor is a browser or device, a person somebody known.
create table pseudonym_column (table_name varchar not null, column_name varchar not null, kind varchar not null);

insert into pseudonym_column values
    ('events', 'anonymous_id', 'visitor'),
    ('events', 'user_id', 'person'),
    ('visits', 'visitor_id', 'visitor'),
    ('visits', 'user_id', 'person'),
    ('leads', 'person_key', 'person'),
    ('orders', 'customer_id', 'person'),
    ('subscriptions', 'customer_id', 'person'),
    ('email_contacts', 'person_key', 'person'),
    ('email_events', 'person_key', 'person');

create schema pii;

-- Personal data in plain text, only where the workspace wants them kept; nothing else reads this table.
-- kind: email, phone, name, address, ip, other.
create table pii.persons (
    person_key varchar not null,
    kind varchar not null,
    value varchar not null,
    account varchar not null,
    load_id bigint not null
);

-- The pseudonyms of people who were erased, so that a later import does not bring them back.
create table pii.erased (person_key varchar primary key, erased_at timestamp not null);
