package dev.ukur.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The cells of a file in a temporary table of a load's connection. */
final class DuckDbFileCells implements FileCells, AutoCloseable {

    /** No plain text holds it, so no cell is taken for null. */
    private static final String NEVER = "\u0001";

    private static final List<String> DAYS = List.of("period_start", "period_end");

    private static final long USUAL_PIECE_BYTES = 16 << 20;

    private final DuckDBConnection connection;
    private final Map<String, Stage> stages;
    private final CellFile file;
    private final Path place;
    private final List<RowFile> written = new ArrayList<>();
    private final long rows;

    /**
     * @param stages of the load, by table
     * @param place a folder for files that nobody keeps
     */
    DuckDbFileCells(DuckDBConnection connection, Map<String, Stage> stages, CellFile file, Path place)
            throws SQLException {
        this.connection = connection;
        this.stages = stages;
        this.file = file;
        this.place = place;
        try (Statement statement = connection.createStatement()) {
            // The number of a row is its line only while rows keep their order.
            statement.execute("set preserve_insertion_order = true");
            try {
                statement.execute(reading());
            } finally {
                statement.execute("set preserve_insertion_order = false");
            }
            statement.execute("create or replace temp view file_lines as select rowid + " + (file.above() + 1)
                    + " as line, * from temp.file_cells");
        }
        this.rows = count("select count(*) from temp.file_cells");
    }

    private String reading() {
        long longest = Math.max(1 << 16, 2L * file.longest());
        return SqlResource.read("file_cells.sql")
                .replace("{{file}}", FileLiteral.of(file.path()))
                .replace("{{above}}", Long.toString(file.above()))
                .replace("{{end}}", file.end().equals("\n") ? "new_line = '\\n'," : "")
                .replace("{{delimiter}}", Sql.literal(String.valueOf(file.delimiter())))
                .replace("{{never}}", Sql.literal(NEVER))
                .replace("{{longest}}", Long.toString(longest))
                .replace("{{buffer}}", Long.toString(Math.max(USUAL_PIECE_BYTES, 2 * longest)))
                .replace(
                        "{{columns}}",
                        IntStream.range(0, file.cells())
                                .mapToObj(cell -> "c" + cell + ": 'varchar'")
                                .collect(Collectors.joining(", ")));
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void ask(String select, RowTexts taker) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            @Nullable String[] texts = new String[row.getMetaData().getColumnCount()];
            while (row.next()) {
                for (int i = 0; i < texts.length; i++) {
                    texts[i] = row.getString(i + 1);
                }
                taker.row(texts);
            }
        } catch (SQLException e) {
            throw new StoreException("asking for cells of " + file.path(), e);
        }
    }

    @Override
    public Meanings meanings(int number, int keys, String table, List<String> columns) {
        try {
            Scales scales = Scales.of(connection, stage(table).shape(), columns);
            int[] places = IntStream.concat(
                            IntStream.generate(() -> -1).limit(keys + 1L), IntStream.of(scales.places()))
                    .toArray();
            RowFile out = new RowFile(place, places);
            written.add(out);
            return new Written("told_" + number, keys, scales, out);
        } catch (SQLException | IOException e) {
            throw new StoreException("writing down what cells mean", e);
        }
    }

    /** What texts mean, in a file first. */
    private final class Written implements Meanings {
        private final String name;
        private final int keys;
        private final Scales scales;
        private final RowFile out;
        private long number;

        Written(String name, int keys, Scales scales, RowFile out) {
            this.name = name;
            this.keys = keys;
            this.scales = scales;
            this.out = out;
        }

        @Override
        public void add(String[] texts, boolean fine, @Nullable Object[] values) {
            @Nullable Object[] row = new Object[keys + 1 + values.length];
            System.arraycopy(texts, 0, row, 0, keys);
            row[keys] = fine;
            System.arraycopy(values, 0, row, keys + 1, values.length);
            try {
                out.add(number++, row);
            } catch (IOException e) {
                throw new StoreException("writing down what cells mean", e);
            }
        }

        @Override
        public void finish() {
            Map<String, String> own = new LinkedHashMap<>();
            IntStream.range(0, keys).forEach(key -> own.put("k" + key, "varchar"));
            own.put("fine", "boolean");
            try {
                out.finish();
            } catch (IOException e) {
                throw new StoreException("writing down what cells mean", e);
            }
            run("create or replace temp table " + name + " as " + out.query(own, scales));
        }
    }

    @Override
    public long stage(String table, CellRows cellRows) {
        Stage stage = stage(table);
        run("create or replace temp table odd_lines as "
                + (cellRows.guards().isEmpty() ? "select 0 as line limit 0" : cellRows.odd()));
        leaveOutRepeated(stage, cellRows);
        try {
            stage.offer(
                    cellRows.select(cellRows.values()) + whereFine(),
                    select(stage, cellRows, stage.keys()),
                    "select distinct * exclude line from (" + select(stage, cellRows, DAYS) + ")");
        } catch (SQLException e) {
            throw new StoreException("staging " + table, e);
        }
        return rows - odd();
    }

    /** Of lines with one key none is staged. */
    private void leaveOutRepeated(Stage stage, CellRows cellRows) {
        String keys = select(stage, cellRows, stage.keys());
        String repeated = " from (" + keys + ") group by " + stage.key() + " having count(*) > 1";
        if (count("select count(*) from (select 1" + repeated + " limit 1)") > 0) {
            run("insert into temp.odd_lines select unnest(list(line))" + repeated);
        }
    }

    /** Some columns of the lines that are staged so far. */
    private String select(Stage stage, CellRows cellRows, List<String> columns) {
        return cellRows.select(columns.stream()
                        .map(column -> cellRows.values().get(stage.columns().indexOf(column)) + " as \"" + column + '"')
                        .toList())
                + whereFine();
    }

    private String whereFine() {
        return odd() == 0 ? "" : " where c.line not in (select line from temp.odd_lines)";
    }

    private long odd() {
        return count("select count(*) from temp.odd_lines");
    }

    @Override
    public void days(String table, RowTexts taker) {
        ask("select distinct period_start, period_end from " + stage(table).days(), taker);
    }

    @Override
    public Texts rest() {
        try {
            Statement statement = connection.createStatement();
            ResultSet rest = statement.executeQuery("select * from temp.file_lines where "
                    + (odd() == 0 ? "false" : "line in (select line from temp.odd_lines) order by line"));
            return new Rest(statement, rest, new String[file.cells() + 1]);
        } catch (SQLException e) {
            throw new StoreException("reading the rest of " + file.path(), e);
        }
    }

    private record Rest(
            Statement statement, ResultSet rows, @Nullable String[] texts) implements Texts {
        @Override
        public @Nullable String @Nullable [] next() {
            try {
                if (!rows.next()) {
                    return null;
                }
                for (int i = 0; i < texts.length; i++) {
                    texts[i] = rows.getString(i + 1);
                }
                return texts;
            } catch (SQLException e) {
                throw new StoreException("reading the rest of a file", e);
            }
        }

        @Override
        public void close() {
            try {
                statement.close();
            } catch (SQLException e) {
                throw new StoreException("closing the rest of a file", e);
            }
        }
    }

    @Override
    public boolean repeatsKeys(String table) {
        Stage stage = stage(table);
        try {
            stage.finish();
            return stage.repeated().isPresent();
        } catch (SQLException e) {
            throw new StoreException("staging " + table, e);
        }
    }

    private Stage stage(String table) {
        Stage stage = stages.get(table);
        if (stage == null) {
            throw new IllegalArgumentException("nothing is staged for " + table);
        }
        return stage;
    }

    private void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new StoreException("reading " + file.path(), e);
        }
    }

    private long count(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new StoreException("counting rows of " + file.path(), e);
        }
    }

    /** Removes the files; the tables vanish with the connection. */
    @Override
    public void close() {
        try {
            for (RowFile each : written) {
                each.close();
            }
        } catch (UncheckedIOException e) {
            throw new StoreException("removing written files", e);
        }
    }
}
