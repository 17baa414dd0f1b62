-- What more is known of a load, and two subjects the first versions lacked: money that came in, and deals of a CRM.
-- System columns and days as in V001.

-- setting: what was said of the file that it does not say itself (days, encoding, locale); the same bytes under another
--   setting are another load. reached: how far a database was read, in the words of its cursor column.
create table load_details (
    load_id bigint not null,
    setting varchar not null,
    rows_gone bigint not null,
    reached varchar
);

-- A charge: what a customer paid, what of it the payment service kept, and what was given back.
create table payments (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    payment_id varchar not null,
    order_id varchar,
    invoice_id varchar,
    customer_id varchar,
    status varchar not null,
    status_raw varchar,
    method varchar,
    created_at timestamp,
    paid_at timestamp,
    settled_at timestamp,
    amount decimal(18, 4),
    fee decimal(18, 4),
    net decimal(18, 4),
    refunded decimal(18, 4),
    currency varchar not null
);

-- A deal: what a customer may buy, and how far the talk has come.
create table opportunities (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    opportunity_id varchar not null,
    lead_id varchar,
    customer_id varchar,
    pipeline varchar,
    stage_raw varchar,
    is_closed boolean,
    is_won boolean,
    created_at timestamp,
    closed_on date,
    probability double,
    amount decimal(18, 4),
    currency varchar,
    source varchar,
    campaign varchar,
    owner varchar
);

insert into canonical_table values
    ('payments', ['account', 'payment_id']),
    ('opportunities', ['account', 'opportunity_id']);

insert into pseudonym_column values
    ('payments', 'customer_id', 'person'),
    ('opportunities', 'customer_id', 'person');
