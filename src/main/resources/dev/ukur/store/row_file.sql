-- Rows written down as text: a line a row, texts in quotes, nothing for null.
select source_line, {{values}}
from read_csv({{file}},
    auto_detect = false, header = false, strict_mode = true, new_line = '\n',
    delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false,
    max_line_size = {{longest}}, buffer_size = {{buffer}},
    columns = {source_line: 'bigint', {{types}}})
