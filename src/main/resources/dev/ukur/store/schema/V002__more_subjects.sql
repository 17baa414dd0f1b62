-- Subjects the first version lacked: steps of a lead, readers of a mailing list, single e-mails, interest in a search
-- term, places in marketplace listings, what others publish, and what the team knows from elsewhere. System columns and
-- days as in V001.

-- A lead's entry into a stage; a lead that comes back has two.
create table lead_stages (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    lead_id varchar not null,
    stage varchar not null,
    entered_at timestamp not null,
    owner varchar,
    channel varchar,
    evidence varchar
);

-- A person on a mailing list, from the day of joining; the address itself is not kept.
create table email_contacts (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    person_key varchar not null,
    list varchar,
    joined_on date not null,
    left_on date
);

-- What became of one e-mail. `is_machine` tells opens by mail programs from opens by people; null when not told.
create table email_events (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    event_id varchar not null,
    event_type varchar not null,
    event_time timestamp not null,
    message_id varchar not null,
    campaign varchar,
    person_key varchar,
    url varchar,
    is_machine boolean
);

-- Search interest as a share of the highest point of its batch (one download): two batches have different scales.
create table search_interest (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    batch varchar not null,
    term varchar not null,
    region varchar,
    interest double,
    interest_bound varchar
);

-- Where a product stood in a marketplace's list of results; null when it was not among those looked at.
create table listing_ranks (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    marketplace varchar not null,
    keyword varchar not null,
    product varchar not null,
    position bigint
);

-- A number somebody else published, with how far it may be trusted.
create table benchmarks (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    provider varchar not null,
    subject varchar not null,
    metric varchar not null,
    value double not null,
    low double,
    high double,
    looseness varchar not null,
    method varchar,
    note varchar
);

-- A number the team typed in, with the evidence for it.
create table own_values (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    metric varchar not null,
    value double not null,
    evidence varchar not null,
    entered_by varchar
);

-- Whether a mention speaks of the own brand; null when the source names no brand.
alter table mentions add column is_branded boolean;

insert into canonical_table values
    ('lead_stages', ['account', 'lead_id', 'stage', 'entered_at']),
    ('email_contacts', ['account', 'person_key', 'list', 'joined_on']),
    ('email_events', ['account', 'event_id']),
    ('search_interest', ['account', 'batch', 'period_start', 'period_end', 'term', 'region']),
    ('listing_ranks', ['account', 'period_start', 'marketplace', 'keyword', 'product']),
    ('benchmarks', ['account', 'period_start', 'period_end', 'provider', 'subject', 'metric']),
    ('own_values', ['account', 'period_start', 'period_end', 'metric']);
