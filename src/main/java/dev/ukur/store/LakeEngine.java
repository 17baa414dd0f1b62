package dev.ukur.store;

import dev.ukur.model.Lake;
import dev.ukur.model.LakeTable;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An engine whose canonical tables are queries of a lake's own tables, as a mapping says. They are written into each question:
 * nothing is made there, and any user who may read the tables may ask.
 */
public final class LakeEngine implements QueryEngine {

    private static final String LOADS = "loads";

    private final QueryEngine engine;
    private final Map<String, String> tables;
    private final List<Source> sources;

    private LakeEngine(QueryEngine engine, Map<String, String> tables, List<Source> sources) {
        this.engine = engine;
        this.tables = tables;
        this.sources = List.copyOf(sources);
    }

    /**
     * What decides how a lake is read, besides its mapping.
     *
     * @param zone in whose days the workspace counts
     * @param now the moment of the answers
     */
    public record Reading(ZoneId zone, Instant now) {

        LocalDate today() {
            return LocalDate.ofInstant(now, zone);
        }
    }

    /**
     * One mapped table, ready to be read.
     *
     * @param columns the canonical columns it gives, in order
     * @param key those that make a row the same row
     * @param required those that every row must have
     * @param query gives rows of the canonical table
     */
    public record Source(
            LakeTable table, List<String> columns, List<String> key, List<String> required, String query) {}

    /**
     * Looks at the tables of a lake and reads them as mapped.
     *
     * @throws dev.ukur.problem.ProblemException with all that is wrong in the mapping, each at its place; {@code engine-...} when
     *     the engine does not answer
     */
    public static LakeEngine over(QueryEngine engine, Lake lake, Reading reading) {
        Problems problems = new Problems();
        try (EmptyStore canonical = EmptyStore.open()) {
            Builder builder =
                    new Builder(engine, canonical.shapes(), TableColumns.of(canonical.engine()), reading, problems);
            lake.tables().forEach(builder::add);
            problems.throwIfErrors();
            return new LakeEngine(engine, builder.tables(lake), builder.sources);
        }
    }

    /** The mapped tables, in the order written. */
    public List<Source> sources() {
        return sources;
    }

    @Override
    public Dialect dialect() {
        return engine.dialect().over(this::relation);
    }

    private String relation(String table) {
        String relation = tables.get(table);
        if (relation == null) {
            throw new IllegalArgumentException("no table " + table);
        }
        return relation;
    }

    @Override
    public QueryResult query(Sql sql) {
        return engine.query(sql);
    }

    @Override
    public Optional<String> refusal(Sql sql) {
        return engine.refusal(sql);
    }

    @Override
    public List<String> stream(Sql sql, RowVisitor visitor) {
        return engine.stream(sql, visitor);
    }

    @Override
    public void scan(Sql sql, BlockVisitor visitor) {
        engine.scan(sql, visitor);
    }

    /** Reads the mapping, table by table. */
    private static final class Builder {

        private final QueryEngine engine;
        private final Map<String, TableShape> shapes;
        private final TableColumns canonical;
        private final Reading reading;
        private final Problems problems;
        private final List<Source> sources = new ArrayList<>();

        Builder(
                QueryEngine engine,
                Map<String, TableShape> shapes,
                TableColumns canonical,
                Reading reading,
                Problems problems) {
            this.engine = engine;
            this.shapes = shapes;
            this.canonical = canonical;
            this.reading = reading;
            this.problems = problems;
        }

        void add(LakeTable table) {
            TableShape shape = shapes.get(table.into());
            if (shape == null) {
                problems.add(Problem.error("lake-unknown-table", table.at())
                        .with("into", table.into())
                        .with(
                                "nearest",
                                Nearest.to(table.into(), shapes.keySet()).orElse("–"))
                        .with("tables", List.copyOf(shapes.keySet())));
                return;
            }
            Map<String, String> columns = columns(table.name());
            if (columns.isEmpty()) {
                problems.add(Problem.error("lake-no-table", table.at())
                        .with("table", table.name().toString()));
                return;
            }
            LakeExpression.Source from = new LakeExpression.Source(table, columns, engine.dialect(), reading.zone());
            LakeView view = new LakeView(from, shape, canonical.of(table.into()), problems);
            List<String> given = view.given();
            sources.add(new Source(
                    table,
                    given,
                    shape.key().stream().filter(given::contains).toList(),
                    shape.required(),
                    view.sql(sources.size() + 1)));
        }

        private Map<String, String> columns(LakeTable.Name name) {
            Map<String, String> columns = new LinkedHashMap<>();
            engine.stream(
                    Sql.of("select column_name, data_type from "
                            + engine.dialect().informationSchema(name.catalog())
                            + ".columns where table_catalog = " + Sql.literal(name.catalog())
                            + " and table_schema = " + Sql.literal(name.schema()) + " and table_name = "
                            + Sql.literal(name.table()) + " order by ordinal_position"),
                    row -> columns.put(String.valueOf(row[0]), String.valueOf(row[1])));
            return columns;
        }

        /** Every canonical table as a query; those that nothing is mapped to have no rows. */
        Map<String, String> tables(Lake lake) {
            Map<String, String> tables = new LinkedHashMap<>();
            shapes.keySet().forEach(table -> tables.put(table, "(" + queries(table) + ")"));
            tables.put(LOADS, "(" + loads() + ")");
            return tables;
        }

        private String queries(String table) {
            List<String> mapped = sources.stream()
                    .filter(source -> source.table().into().equals(table))
                    .map(Source::query)
                    .toList();
            return mapped.isEmpty() ? nothing(table) : String.join(" union all ", mapped);
        }

        private String nothing(String table) {
            return canonical.of(table).entrySet().stream()
                    .map(column -> "cast(null as " + engine.dialect().type(column.getValue()) + ") as "
                            + engine.dialect().quote(column.getKey()))
                    .collect(Collectors.joining(", ", "select * from (select ", ") t where false"));
        }

        /** Each mapped table counts as one load, made now. */
        private String loads() {
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < sources.size(); i++) {
                LakeTable table = sources.get(i).table();
                LocalDate provisional = reading.today().minusDays(table.pull().restatedDays() - 1L);
                rows.add("(cast(" + (i + 1) + " as bigint), "
                        + Sql.literal(table.name().toString()) + ", timestamp '"
                        + reading.now().toString().replace('T', ' ').substring(0, 19) + "', date '" + provisional
                        + "')");
            }
            return "select * from (values " + String.join(", ", rows)
                    + ") as l (load_id, profile, loaded_at, provisional_from)";
        }
    }
}
