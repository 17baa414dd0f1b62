-- Canonical tables, first version. One place says what a table's columns, key and time are: this file and the
-- rows of canonical_table at its end.
--
-- Every canonical table begins with the same system columns:
--   account        the source account the row comes from (part of every key)
--   load_id        the load that brought this version of the row
--   source_line    its line (or sheet row) in the loaded file; 0 for rows computed by Ukur
--   row_hash       fingerprint of all columns but the system ones: equal hash, equal row
--   superseded_by  the load that replaced this version; null while it is current
--   extra          JSON of the unmapped columns of the source; null when there are none
-- and with the time it counts for, in days of the workspace's reporting zone:
--   period_start, period_end   equal for a row that belongs to one day
-- Shares are 0..1; `x_bound` says that a share is censored: 'lt' below, 'gt' above the value. Money is in major units
-- of `currency`. Null is never zero.

create sequence load_number;

create table loads (
    load_id bigint primary key,
    file_name varchar not null,
    file_sha256 varchar not null,
    profile varchar not null,
    profile_version integer not null,
    account varchar not null,
    loaded_at timestamp not null,
    rows_read bigint not null,
    rows_loaded bigint not null,
    rows_changed bigint not null,
    rows_unchanged bigint not null,
    rows_rejected bigint not null,
    period_start date,
    period_end date,
    provisional_from date,
    report varchar not null
);

create table rejects (
    load_id bigint not null,
    source_line bigint not null,
    reason varchar not null,
    column_name varchar,
    raw_value varchar,
    raw_row varchar
);

create table events (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    event_id varchar not null,
    event_name varchar not null,
    event_time timestamp not null,
    anonymous_id varchar,
    user_id varchar,
    visit_id varchar,
    page_url varchar,
    page_path varchar,
    page_title varchar,
    referrer_url varchar,
    source varchar,
    medium varchar,
    campaign varchar,
    term varchar,
    content varchar,
    click_id_type varchar,
    channel varchar not null,
    is_paid boolean not null,
    device varchar,
    country varchar,
    engagement_time_ms bigint,
    value decimal(18, 4),
    currency varchar,
    transaction_id varchar,
    properties varchar
);

create table visits (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    visit_id varchar not null,
    visitor_id varchar not null,
    user_id varchar,
    started_at timestamp not null,
    ended_at timestamp not null,
    landing_page varchar,
    exit_page varchar,
    source varchar,
    medium varchar,
    campaign varchar,
    term varchar,
    channel varchar not null,
    is_paid boolean not null,
    device varchar,
    country varchar,
    is_new boolean not null,
    pageviews bigint not null,
    events bigint not null,
    bounced boolean not null,
    engaged boolean not null,
    duration_s bigint not null,
    purchases bigint not null,
    form_submits bigint not null,
    sign_ups bigint not null,
    add_to_carts bigint not null,
    checkouts bigint not null,
    built_by varchar not null
);

create table web_stats (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    breakdown varchar not null,
    source varchar,
    medium varchar,
    campaign varchar,
    channel varchar,
    is_paid boolean,
    device varchar,
    country varchar,
    page varchar,
    visitors bigint,
    visits bigint,
    engaged_visits decimal(18, 6),
    bounces decimal(18, 6),
    pageviews bigint,
    visit_duration_s decimal(18, 6),
    events bigint,
    key_events decimal(18, 6),
    revenue decimal(18, 4),
    currency varchar
);

create table ad_performance (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    breakdown varchar not null,
    platform varchar not null,
    campaign_id varchar,
    campaign varchar,
    campaign_type varchar,
    ad_group varchar,
    ad varchar,
    keyword varchar,
    match_type varchar,
    device varchar,
    network varchar,
    attribution_setting varchar,
    result_type varchar,
    source varchar not null,
    medium varchar not null,
    channel varchar not null,
    impressions bigint,
    clicks bigint,
    spend decimal(18, 4),
    currency varchar,
    reach bigint,
    conversions decimal(18, 6),
    conversions_value decimal(18, 4),
    search_impression_share double,
    search_impression_share_bound varchar,
    search_budget_lost_share double,
    search_budget_lost_share_bound varchar,
    search_rank_lost_share double,
    search_rank_lost_share_bound varchar
);

create table email_stats (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    campaign_id varchar,
    campaign varchar not null,
    subject varchar,
    list varchar,
    sent_at timestamp,
    sent bigint,
    delivered bigint,
    bounces_hard bigint,
    bounces_soft bigint,
    opens bigint,
    unique_opens bigint,
    machine_opens bigint,
    clicks bigint,
    unique_clicks bigint,
    unsubscribes bigint,
    complaints bigint,
    orders bigint,
    revenue decimal(18, 4),
    currency varchar
);

create table leads (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    lead_id varchar not null,
    person_key varchar,
    created_at timestamp,
    stage varchar,
    stage_raw varchar,
    source varchar,
    medium varchar,
    campaign varchar,
    channel varchar not null,
    owner varchar,
    mql_at timestamp,
    sql_at timestamp,
    opportunity_at timestamp,
    customer_at timestamp,
    mql_on date,
    sql_on date,
    opportunity_on date,
    customer_on date
);

create table orders (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    order_id varchar not null,
    ordered_at timestamp,
    paid_at timestamp,
    completed_at timestamp,
    cancelled_at timestamp,
    status varchar not null,
    status_raw varchar,
    customer_id varchar,
    sales_channel varchar not null,
    payment_method varchar,
    source varchar,
    medium varchar,
    campaign varchar,
    channel varchar,
    country varchar,
    region varchar,
    city varchar,
    items bigint,
    gross_items decimal(18, 4),
    discount decimal(18, 4),
    shipping_charged decimal(18, 4),
    tax decimal(18, 4),
    total_paid decimal(18, 4),
    refund_amount decimal(18, 4),
    currency varchar not null,
    discount_codes varchar
);

create table order_items (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    order_id varchar not null,
    line_no bigint not null,
    sku varchar,
    product varchar,
    variant varchar,
    category varchar,
    quantity bigint,
    quantity_returned bigint,
    unit_price decimal(18, 4),
    discount decimal(18, 4),
    total decimal(18, 4),
    currency varchar
);

create table subscriptions (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    subscription_id varchar not null,
    customer_id varchar not null,
    plan varchar,
    status varchar,
    started_on date not null,
    trial_end_on date,
    cancelled_on date,
    ended_on date,
    mrr decimal(18, 4),
    currency varchar not null
);

create table search_rankings (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    basis varchar not null,
    keyword varchar not null,
    domain varchar,
    device varchar,
    country varchar,
    is_branded boolean,
    position double,
    url varchar,
    search_volume bigint,
    clicks bigint,
    impressions bigint
);

create table mentions (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    mention_id varchar not null,
    published_at timestamp,
    brand varchar,
    source_name varchar,
    url varchar,
    country varchar,
    sentiment varchar,
    reach bigint,
    engagement bigint
);

create table costs (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    item varchar not null,
    category varchar not null,
    channel varchar,
    amount decimal(18, 4) not null,
    currency varchar not null,
    note varchar
);

create table fx_rates (
    account varchar not null, load_id bigint not null, source_line bigint not null, row_hash ubigint not null,
    superseded_by bigint, extra varchar, period_start date not null, period_end date not null,
    base varchar not null,
    quote varchar not null,
    rate decimal(18, 8) not null
);

-- What the store knows of each canonical table: the columns that make a row the same row in a later load.
create table canonical_table (name varchar primary key, key_columns varchar[] not null);

insert into canonical_table values
    ('events', ['account', 'event_id']),
    ('visits', ['account', 'visit_id']),
    ('web_stats', ['account', 'period_start', 'period_end', 'breakdown', 'source', 'medium', 'campaign', 'channel', 'device', 'country', 'page']),
    ('ad_performance', ['account', 'period_start', 'period_end', 'breakdown', 'campaign_id', 'campaign', 'ad_group', 'ad', 'keyword', 'match_type', 'device', 'network', 'attribution_setting', 'result_type']),
    ('email_stats', ['account', 'period_start', 'period_end', 'campaign_id', 'campaign', 'list', 'sent_at']),
    ('leads', ['account', 'lead_id']),
    ('orders', ['account', 'order_id']),
    ('order_items', ['account', 'order_id', 'line_no']),
    ('subscriptions', ['account', 'subscription_id']),
    ('search_rankings', ['account', 'period_start', 'period_end', 'basis', 'keyword', 'domain', 'device', 'country']),
    ('mentions', ['account', 'mention_id']),
    ('costs', ['account', 'period_start', 'period_end', 'item', 'category', 'channel']),
    ('fx_rates', ['account', 'period_start', 'base', 'quote']);
