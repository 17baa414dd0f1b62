-- Reads a plain text file into the temporary table file_cells: a line a row, all cells as texts, in the order of the file.
create or replace temp table file_cells as
select *
from read_csv({{file}},
    auto_detect = false, header = false, skip = {{above}}, strict_mode = true, {{end}}
    delim = {{delimiter}}, quote = '"', escape = '"', nullstr = {{never}},
    max_line_size = {{longest}}, buffer_size = {{buffer}},
    columns = { {{columns}} })
