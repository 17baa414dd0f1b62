-- The subjects of V005 hold pseudonyms too.
insert into pseudonym_column values
    ('payments', 'customer_id', 'person'),
    ('opportunities', 'customer_id', 'person');
