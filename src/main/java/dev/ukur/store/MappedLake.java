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

/**
 * A lake whose tables a mapping makes canonical ones. They are queries of the lake's own tables and are written into each
 * question: nothing is made there, and any user who may read the tables may ask.
 *
 * @param engine answers over the canonical tables
 * @param sources the mapped tables, in the order written
 */
public record MappedLake(QueryEngine engine, List<Source> sources) {

    private static final String LOADS = "loads";

    public MappedLake {
        sources = List.copyOf(sources);
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
    public static MappedLake over(QueryEngine engine, Lake lake, Reading reading) {
        Problems problems = new Problems();
        Builder builder = new Builder(engine, CanonicalTables.ours(), reading, problems);
        lake.tables().forEach(builder::add);
        problems.throwIfErrors();
        return new MappedLake(engine.over(builder.tables()), builder.sources);
    }

    /** Reads the mapping, table by table. */
    private static final class Builder {

        private final QueryEngine engine;
        private final CanonicalTables canonical;
        private final Reading reading;
        private final Problems problems;
        private final List<Source> sources = new ArrayList<>();

        Builder(QueryEngine engine, CanonicalTables canonical, Reading reading, Problems problems) {
            this.engine = engine;
            this.canonical = canonical;
            this.reading = reading;
            this.problems = problems;
        }

        void add(LakeTable table) {
            TableShape shape = canonical.shapes().get(table.into());
            if (shape == null) {
                problems.add(Problem.error("lake-unknown-table", table.at())
                        .with("into", table.into())
                        .with(
                                "nearest",
                                Nearest.to(table.into(), canonical.shapes().keySet())
                                        .orElse("–"))
                        .with("tables", List.copyOf(canonical.shapes().keySet())));
                return;
            }
            Map<String, String> columns = columns(table.name());
            if (columns.isEmpty()) {
                problems.add(Problem.error("lake-no-table", table.at())
                        .with("table", table.name().toString()));
                return;
            }
            LakeExpression.Source from = new LakeExpression.Source(table, columns, engine.dialect(), reading.zone());
            LakeView view = new LakeView(from, shape, canonical.columns().of(table.into()), problems);
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
        Map<String, String> tables() {
            Map<String, String> tables = new LinkedHashMap<>();
            canonical.shapes().keySet().forEach(table -> tables.put(table, "(" + queries(table) + ")"));
            tables.put(LOADS, "(" + loads() + ")");
            return tables;
        }

        private String queries(String table) {
            List<String> mapped = sources.stream()
                    .filter(source -> source.table().into().equals(table))
                    .map(Source::query)
                    .toList();
            return mapped.isEmpty() ? canonical.none(table, engine.dialect()) : String.join(" union all ", mapped);
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
