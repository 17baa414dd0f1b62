-- When people were taken out of the tables: what was copied elsewhere before holds them still.
create table erasures (erased_at timestamp not null);
