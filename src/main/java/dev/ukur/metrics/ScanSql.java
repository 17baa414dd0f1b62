package dev.ukur.metrics;

import dev.ukur.model.MetricUnit;
import dev.ukur.store.Dialect;
import dev.ukur.store.Rollup;
import dev.ukur.store.Sql;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The SQL of one scan: rows of a fact, kept by report and filter, aggregated by period and dimensions. */
final class ScanSql {

    /** Suffix of the column that counts the rows a sum stands on. */
    static final String ROWS = "__rows";
    /** Suffix of the column that counts rows whose number is not known. */
    static final String UNKNOWN = "__unknown";

    /** What a row adds to a count. */
    static final String ONE = "cast(1 as double)";

    private final Dialect dialect;
    private final Plan plan;
    private final Scan scan;
    private final FactSql.Relation relation;
    private final ScanColumns wanted;
    private final Optional<Formula> shared;
    private final boolean endsAsItBegins;

    /** @param facts to which all that the scan stands on is added */
    ScanSql(FactSql facts, Scan scan) {
        this.dialect = facts.dialect();
        this.plan = facts.plan();
        this.scan = scan;
        this.relation = facts.relation(scan);
        this.wanted = new ScanColumns(plan);
        this.shared = scan.sharedFilter(plan.question());
        this.endsAsItBegins = !joinsSpine() && facts.isTable(scan.fact()) && hasDaysOnly(scan);
    }

    /** The common table expression. */
    String expression() {
        List<String> columns = new ArrayList<>(keys());
        scan.measures()
                .forEach(measure -> columns.addAll(
                        scan.rolledUp().map(rolled -> rolledUp(rolled, measure)).orElseGet(() -> columns(measure))));
        plan.question().metrics().forEach(metric -> columns.addAll(spread(metric)));
        if (scan.tellsClusters()) {
            columns.addAll(Spread.rolledUp(scan, plan.question().metrics(), dialect));
        }
        return """
                -- %s from %s
                %s as (
                    select
                        %s
                    from %s
                    where %s
                    group by %s
                )""".formatted(
                        scan.measures().stream().map(m -> m.measure().name()).collect(Collectors.joining(", ")),
                        scan.rolledUp()
                                .map(rolled -> "roll-up " + rolled.rollup().table())
                                .orElse(scan.fact().name()),
                        scan.name(),
                        String.join(",\n        ", columns),
                        from(),
                        String.join("\n        and ", conditions()),
                        grouping(0));
    }

    /** The period and the dimensions of a row. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        keys.add(bucket() + " as bucket");
        plan.question().by().forEach(name -> keys.add(member(name) + " as " + dialect.quote(name)));
        return keys;
    }

    Dialect dialect() {
        return dialect;
    }

    private List<String> rolledUp(RolledUp rolled, Served measure) {
        return wanted(measure, rolled.values(measure, RolledUp.firstDay(dialect, plan.spine())));
    }

    /**
     * The columns of a measure that somebody reads.
     *
     * @param values its own, and those of a sum's rows and of its rows of unknown value
     */
    private List<String> wanted(Served measure, List<String> values) {
        String name = measure.measure().name();
        List<String> names = List.of(name, name + ROWS, name + UNKNOWN);
        List<String> read = wanted.of(measure);
        return IntStream.range(0, values.size())
                .filter(i -> read.contains(names.get(i)))
                .mapToObj(i -> as(values.get(i), names.get(i)))
                .toList();
    }

    static String positions(int count) {
        return positions(1, count);
    }

    private static String positions(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    }

    /**
     * By which columns rows are put together, by their places: the keys, and some after them. A period that is the same for all
     * rows tells none apart.
     */
    String grouping(int more) {
        int last = plan.question().by().size() + 1 + more;
        return positions(isOnePeriod() && last > 1 ? 2 : 1, last);
    }

    private String bucket() {
        if (joinsSpine()) {
            return "s.bucket";
        }
        Spine spine = plan.spine();
        if (spine.cut().isByHour()) {
            return "date_trunc('hour', " + moment() + ")";
        }
        return isOnePeriod() ? FactSql.day(spine.period().first()) : spine.cut().startOf(dialect, start());
    }

    /** Whether all rows fall in the same period, so that it is a constant. */
    boolean isOnePeriod() {
        return plan.spine().grain() == Grain.TOTAL && !plan.spine().cut().isByHour() && !joinsSpine();
    }

    /** What it reads, under the name {@code f}, beside the periods where rows find theirs by its days. */
    String from() {
        if (!joinsSpine()) {
            return rows();
        }
        String days = scan.window().isPresent() ? scan.name() + "_days" : FactSql.SPINE;
        boolean states = FactSql.asksForOtherPeriods(scan, plan);
        String hours = plan.spine().cut().isByHour()
                ? " and extract(hour from " + moment() + ") = extract(hour from s.bucket)"
                : "";
        return rows() + "\n    join " + days + " s on " + start() + (states ? " = " : " >= ") + "s.first_day and "
                + end() + (states ? " = " : " <= ") + "s.last_day" + hours;
    }

    /** What it reads, under the name {@code f}. */
    String rows() {
        return relation.name() + " f";
    }

    /** Which rows are seen: whole inside one period, of the chosen reports, and as the question filters. */
    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        if (joinsSpine()) {
            conditions.add(start() + " is not null");
            if (scan.window().isEmpty()) {
                Period reach = plan.spine().reach();
                conditions.add(start() + " >= " + FactSql.day(reach.first()));
                conditions.add(end() + " <= " + FactSql.day(reach.last()));
            }
        } else {
            Period period = plan.spine().period();
            conditions.add(start() + " >= " + FactSql.day(period.first()));
            conditions.add(end() + " <= " + FactSql.day(period.last()));
            Cut cut = plan.spine().cut();
            boolean cuts = cut.grain() != Grain.TOTAL && !cut.isByHour();
            if (cuts && !start().equals(end())) {
                conditions.add(cut.startOf(dialect, start()) + " = " + cut.startOf(dialect, end()));
            }
        }
        if (plan.spine().cut().isByHour()) {
            conditions.add("not " + unplaced());
        }
        conditions.addAll(kept());
        scan.rolledUp()
                .filter(rolled -> rolled.rollup().kind() == Rollup.Kind.PAIRS)
                .ifPresent(pairs -> conditions.add("f.earlier >= " + RolledUp.firstDay(dialect, plan.spine())));
        shared.map(this::row).ifPresent(conditions::add);
        return conditions;
    }

    /** Which rows the answer's periods cannot hold: those of several days, and for hours those without one of their day. */
    String unplaced() {
        String severalDays = start() + " <> f." + scan.fact().timeEnd();
        return plan.spine().cut().isByHour()
                ? "(" + severalDays + " or coalesce(cast(" + moment() + " as date) <> " + start() + ", true))"
                : severalDays;
    }

    private String start() {
        return "f." + scan.fact().timeStart();
    }

    /** The day that a row ends on: where all end on the day they begin, that one, as a column less is read. */
    private String end() {
        return endsAsItBegins ? start() : "f." + scan.fact().timeEnd();
    }

    /** When a row happened, on the workspace's clocks. */
    private String moment() {
        return plan.spine().cut().local(dialect, "f." + scan.fact().moment().orElseThrow());
    }

    /** Whether each row of a table that the answer's days hold speaks of one day; the survey knows it. */
    private static boolean hasDaysOnly(Scan scan) {
        return scan.fact().timeStart().equals("period_start")
                && scan.fact().timeEnd().equals("period_end")
                && scan.measures().stream()
                        .flatMap(measure -> measure.slices().stream())
                        .allMatch(slice -> slice.longRows() == 0);
    }

    private boolean joinsSpine() {
        return scan.joinsSpine() || plan.spine().comparesPeriods();
    }

    /** Conditions of report and question, whatever the period. */
    List<String> kept() {
        List<String> conditions =
                new ArrayList<>(scan.rolledUp().map(RolledUp::conditions).orElse(List.of()));
        relation.condition().ifPresent(conditions::add);
        scan.fact().reports().ifPresent(reports -> conditions.add(reports(reports.column())));
        plan.question().where().ifPresent(where -> conditions.add(FormulaSql.render(where, this::dimension)));
        return conditions;
    }

    private String reports(String column) {
        return scan.reports().entrySet().stream()
                .map((Map.Entry<String, String> chosen) -> "(f.account = " + Sql.literal(chosen.getKey()) + " and f."
                        + column + " = " + Sql.literal(chosen.getValue()) + ")")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** The member of a row; those not told by name are one. */
    private String member(String name) {
        String column = "f." + column(name);
        return plan.question().told(name).map(told -> told.sql(column)).orElse(column);
    }

    /** What the uncertainty of a metric is judged by. */
    private List<String> spread(MetricPlan metric) {
        List<String> names = Spread.columns(metric, scan);
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> values = Spread.values(metric, scan, this);
        return IntStream.range(0, names.size())
                .mapToObj(i -> as(values.get(i), names.get(i)))
                .toList();
    }

    /** What a row adds to a sum or count; unknown where its number is. */
    String rowValue(Served measure) {
        String value = measure.sums() ? "cast(" + value(measure) + " as double)" : ONE;
        return measure.filter()
                .filter(condition -> shared.isEmpty())
                .map(condition -> "(case when " + row(condition) + " then " + value + " else 0 end)")
                .orElse(value);
    }

    private String dimension(String name) {
        return "f." + column(name);
    }

    private String column(String dimension) {
        String column = scan.fact().dimensions().get(dimension);
        if (column == null) {
            throw new IllegalStateException(scan.fact().name() + " has no dimension " + dimension);
        }
        return scan.rolledUp().map(rolled -> rolled.column(column)).orElse(column);
    }

    /** The names of {@link #columns}. */
    List<String> names(Served measure) {
        return wanted.of(measure);
    }

    /** What it gives of a measure's rows: its value and, for sums, what it stands on. */
    List<String> columns(Served measure) {
        String name = measure.measure().name();
        String filter = filter(measure);
        String value = value(measure);
        return switch (measure.from().aggregate()) {
            case "count" -> List.of(as("count(" + value + ")" + filter, name));
            case "count_distinct" -> List.of(as("count(distinct " + value + ")" + filter, name));
            case "sum" -> sum(measure, filter);
            case "min", "max" -> List.of(as(measure.from().aggregate() + "(" + value + ")" + filter, name));
            case "average" -> List.of(as("avg(cast(" + value + " as double))" + filter, name));
            case "percentile" ->
                List.of(as(
                        dialect.percentile(
                                "cast(" + value + " as double)",
                                condition(measure),
                                measure.from().share().orElse("0.5")),
                        name));
            case "single" -> List.of(as(single(value, filter), name));
            default ->
                throw new IllegalStateException("no aggregate " + measure.from().aggregate());
        };
    }

    private List<String> sum(Served measure, String filter) {
        String total = "cast(" + plainSum(measure) + " as " + type(measure) + ")";
        if (measure.convert()) {
            String unrated =
                    measure.filter().map(condition -> row(condition) + " and ").orElse("");
            total = "case when count(*) filter (where " + unrated + "f.fx_rate is null) = 0 then " + total + " end";
        }
        return wanted(measure, List.of(total, "count(*)" + filter, unknown(measure, filter)));
    }

    /** What its rows add up to, in the type that the engine sums in. */
    String plainSum(Served measure) {
        return "sum(" + value(measure) + ")" + filter(measure);
    }

    /** The same of rows whose sums are added up further: as the engine sums them, which costs less than the answer's type. */
    List<String> addends(Served measure) {
        String filter = filter(measure);
        return measure.sums()
                ? wanted(measure, List.of(plainSum(measure), "count(*)" + filter, unknown(measure, filter)))
                : columns(measure);
    }

    private String unknown(Served measure, String filter) {
        if (measure.keepsKnownOnly()) {
            return "0";
        }
        return filter.isEmpty()
                ? "count(*) - count(" + stated(measure) + ")"
                : "count(*) filter (where " + row(measure.filter().orElseThrow()) + " and " + stated(measure)
                        + " is null)";
    }

    /** Known only where one row tells the whole period. */
    private String single(String value, String filter) {
        return "case when count(*)" + filter + " = 1 and min(f." + scan.fact().timeStart() + ")" + filter
                + " = min(s.first_day) and max(f." + scan.fact().timeEnd() + ")" + filter
                + " = max(s.last_day) then max(" + value + ")" + filter + " end";
    }

    String value(Served measure) {
        return measure.expression().map(this::row).orElse("*");
    }

    /** What is summed as the row states it, before conversion: a missing rate is told apart. */
    private String stated(Served measure) {
        return measure.expression()
                .map(formula -> FormulaSql.render(formula, name -> "f." + name))
                .orElse("*");
    }

    String filter(Served measure) {
        return measure.filter()
                .filter(condition -> shared.isEmpty())
                .map(condition -> " filter (where " + row(condition) + ")")
                .orElse("");
    }

    /** The filter of a measure as a condition on a row, if it has one. */
    Optional<String> condition(Served measure) {
        return measure.filter().map(this::row);
    }

    private String row(Formula formula) {
        return FormulaSql.render(formula, name -> {
            boolean money = scan.converts() && scan.fact().money().contains(name);
            return money ? "(cast(f." + name + " as double) * f.fx_rate)" : "f." + name;
        });
    }

    /** Money and counts are exact; what is divided or converted is not. */
    static String type(Served measure) {
        MetricUnit unit = measure.measure().unit();
        if (measure.convert()) {
            return "double";
        }
        return switch (unit) {
            case MONEY -> "decimal(38, 4)";
            case COUNT -> "decimal(38, 6)";
            case SHARE, RATIO, DAYS, SECONDS -> "double";
        };
    }

    private String as(String sql, String name) {
        return sql + " as " + dialect.quote(name);
    }
}
