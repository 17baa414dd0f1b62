-- Search interest by the hour or minute: the moment a row speaks of; null where it speaks of whole days.
alter table search_interest add column measured_at timestamp;

delete from canonical_table where name = 'search_interest';

insert into canonical_table values
    ('search_interest', ['account', 'batch', 'period_start', 'period_end', 'measured_at', 'term', 'region']);
