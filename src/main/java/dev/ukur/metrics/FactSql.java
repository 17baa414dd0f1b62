package dev.ukur.metrics;

import dev.ukur.model.Fact;
import dev.ukur.store.Dialect;
import dev.ukur.store.KeptFact;
import dev.ukur.store.Sql;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The common table expressions below the measures: the visible rows of canonical tables under their plain names, facts
 * over them, and facts with the rate of exchange at each row. Each is written once, after what it reads.
 */
final class FactSql {

    static final String SPINE = "spine";
    private static final String WITH_DAYS = "bucket, first_day, last_day";
    private static final String RATES = "fx";
    private static final Pattern READS = Pattern.compile("\\b(?:from|join)\\s+([a-z_][a-z0-9_]*)\\b(?!\\s*\\()");
    private static final Pattern WHOLE = Pattern.compile("select \\* from ([a-z_]+)");
    private static final Pattern DAYS = Pattern.compile("\\b(?:first|last)_day\\b");
    private static final Pattern OWN = Pattern.compile("(?:\\bwith|,)\\s+([a-z_][a-z0-9_]*)\\s+as\\s*\\(");

    private final Dialect dialect;
    private final Definitions definitions;
    private final Plan plan;
    private final Map<String, String> expressions = new LinkedHashMap<>();

    FactSql(Dialect dialect, Definitions definitions, Plan plan) {
        this.dialect = dialect;
        this.definitions = definitions;
        this.plan = plan;
    }

    /**
     * What is read for a scan.
     *
     * @param name of a table or of an expression
     * @param condition on the rows that are seen, where it is a canonical table itself
     */
    record Relation(String name, Optional<String> condition) {}

    /** The relation to read for a scan; what it stands on is added. */
    Relation relation(Scan scan) {
        if (scan.rolledUp().isPresent()) {
            return new Relation(dialect.table(scan.rolledUp().get().rollup().table()), Optional.empty());
        }
        if (asksForOtherPeriods(scan, plan)) {
            return new Relation(earlier(scan), Optional.empty());
        }
        Optional<KeptFact> kept = kept(scan.fact().name());
        if (kept.isPresent() && !scan.converts()) {
            return new Relation(kept.get().table(), Optional.empty());
        }
        Optional<String> table = table(scan.fact());
        if (table.isPresent() && !scan.converts()) {
            return new Relation(
                    dialect.versions(table.get()), Optional.of(plan.sight().condition()));
        }
        String fact = scan.fact().name();
        add(fact);
        return new Relation(scan.converts() ? rated(scan.fact(), fact) : fact, Optional.empty());
    }

    Dialect dialect() {
        return dialect;
    }

    Plan plan() {
        return plan;
    }

    /** Everything that a fact stands on, and the fact. */
    String with(Fact fact) {
        add(fact.name());
        add(fact.table());
        return with();
    }

    /** Everything so far, before a query that reads it. */
    String with() {
        return "with\n" + spine()
                + expressions.values().stream().map(",\n"::concat).collect(Collectors.joining()) + "\n";
    }

    /** A state at the ends of the days that a window looks at, instead of those of the answer's periods. */
    private String earlier(Scan scan) {
        Fact fact = scan.fact();
        String name = fact.name() + "_" + scan.name();
        String days = scan.name() + "_spine";
        reads(fact.sql()).forEach(this::add);
        expressions.put(days, spineOf(scan, days));
        expressions.put(
                name,
                "-- fact %s over those days\n%s as (\n%s\n)"
                        .formatted(fact.name(), name, indent(fact.sql().replaceAll("\\bspine\\b", days))));
        return scan.converts() ? rated(fact, name) : name;
    }

    private String spineOf(Scan scan, String name) {
        List<Period> looked = plan.spine().buckets().stream()
                .map(bucket -> plan.days(scan.measures().get(0), bucket))
                .distinct()
                .toList();
        List<String> rows = IntStream.range(0, looked.size())
                .mapToObj(i -> "(" + i + ", " + day(looked.get(i).first()) + ", "
                        + day(looked.get(i).last()) + ")")
                .toList();
        return values(name, "the days looked at, once each", rows, WITH_DAYS);
    }

    /** All expressions so far, for a {@code with}; the spine, which they may read, goes before them. */
    List<String> expressions() {
        return List.copyOf(expressions.values());
    }

    private void add(String name) {
        if (expressions.containsKey(name)) {
            return;
        }
        if (name.equals(SPINE)) {
            return;
        }
        Optional<Fact> fact = definitions.fact(name);
        Optional<String> table = fact.isEmpty() ? Optional.of(name) : table(fact.get());
        if (table.isPresent()) {
            expressions.put(
                    name,
                    "-- rows of %s that are seen\n%s as (\n    select * from %s where %s\n)"
                            .formatted(
                                    table.get(),
                                    name,
                                    dialect.versions(table.get()),
                                    plan.sight().condition()));
            return;
        }
        Optional<KeptFact> kept = kept(name);
        if (kept.isPresent()) {
            expressions.put(
                    name,
                    "-- fact %s, as it is kept\n%s as (\n    select * from %s\n)"
                            .formatted(name, name, kept.get().table()));
            return;
        }
        reads(fact.get().sql()).forEach(this::add);
        expressions.put(
                name,
                "-- fact %s\n%s as (\n%s\n)"
                        .formatted(name, name, indent(fact.get().sql())));
    }

    /** A fact whose rows are kept; they tell only what is current. */
    private Optional<KeptFact> kept(String fact) {
        return plan.sight().equals(Sight.current()) ? definitions.kept(fact) : Optional.empty();
    }

    /** Whether a fact is the table whose rows it tells. */
    boolean isTable(Fact fact) {
        return table(fact).filter(fact.table()::equals).isPresent();
    }

    /** The canonical table that a fact is, unless a fact of the workspace stands in that table's place. */
    private Optional<String> table(Fact fact) {
        return wholeTable(fact).filter(whole -> definitions.fact(whole).isEmpty());
    }

    /** The canonical table whose rows, as they are, make a fact: one step less for the engine to plan. */
    static Optional<String> wholeTable(Fact fact) {
        Matcher whole = WHOLE.matcher(fact.sql().strip());
        return whole.matches() ? Optional.of(whole.group(1)) : Optional.empty();
    }

    /** Whether a fact's rows are made for the periods of the answer: states at their start or end. */
    static boolean asksForPeriods(Fact fact) {
        return reads(fact.sql()).contains(SPINE);
    }

    /** Whether states are asked for at the ends of other days than those of the answer's periods. */
    static boolean asksForOtherPeriods(Scan scan, Plan plan) {
        return (scan.window().isPresent() || plan.spine().comparesPeriods()) && asksForPeriods(scan.fact());
    }

    /** Whether an expression reads the periods of the answer. */
    static boolean readsSpine(String expression) {
        return reads(expression).contains(SPINE);
    }

    /** Whether an expression reads the days of periods. */
    static boolean readsDays(String expression) {
        return DAYS.matcher(expression).find();
    }

    static List<String> reads(String sql) {
        List<String> own = new ArrayList<>();
        Matcher defines = OWN.matcher(sql);
        while (defines.find()) {
            own.add(defines.group(1));
        }
        List<String> reads = new ArrayList<>();
        Matcher matcher = READS.matcher(sql);
        while (matcher.find()) {
            if (!own.contains(matcher.group(1))) {
                reads.add(matcher.group(1));
            }
        }
        return reads.stream().distinct().toList();
    }

    private String rated(Fact fact, String relation) {
        String name = relation + "_rated";
        if (!expressions.containsKey(name)) {
            rates();
            expressions.put(name, """
                    -- %s with the rate of the day, else the last one before it
                    %s as (
                        select f.*, r.day as fx_day,
                            case when f.currency is null or f.currency = %s then cast(1 as double) else r.rate end as fx_rate
                        from %s f
                        left join fx r on r.currency = f.currency and f.%s >= r.day
                            and (r.next_day is null or f.%s < r.next_day)
                    )""".formatted(fact.name(), name, home(), relation, fact.timeEnd(), fact.timeEnd()));
        }
        return name;
    }

    private void rates() {
        if (expressions.containsKey(RATES)) {
            return;
        }
        add("fx_rates");
        expressions.put(RATES, """
                -- what one unit of a currency is worth, from a day until the next known day; both ways of a pair
                fx as (
                    select currency, day, rate, lead(day) over (partition by currency order by day) as next_day
                    from (
                        select currency, day, rate,
                            row_number() over (partition by currency, day order by way, account) as choice
                        from (
                            select base as currency, period_start as day, cast(rate as double) as rate, 1 as way, account
                            from fx_rates where quote = %s
                            union all
                            select quote, period_start, 1 / nullif(cast(rate as double), 0), 2, account
                            from fx_rates where base = %s
                        ) quoted
                    ) ranked
                    where choice = 1
                )""".formatted(home(), home()));
    }

    /** The periods of the answer. */
    String spine() {
        Period period = plan.spine().period();
        if (plan.spine().isEveryDay()) {
            return "-- the periods of the answer\n%s as (\n    select day as bucket, day as first_day, day as last_day from %s\n)"
                    .formatted(SPINE, dialect.days(day(period.first()), day(period.last())));
        }
        List<String> rows = plan.spine().buckets().stream()
                .map(bucket -> row(bucket, bucket.days()))
                .toList();
        return values(SPINE, "the periods of the answer", rows, WITH_DAYS);
    }

    /** The periods of the answer, where nobody asks for their days: each date is one more to read and to bind. */
    String buckets() {
        Period period = plan.spine().period();
        if (plan.spine().isEveryDay()) {
            return "-- the periods of the answer\n%s as (\n    select day as bucket from %s\n)"
                    .formatted(SPINE, dialect.days(day(period.first()), day(period.last())));
        }
        List<String> rows = plan.spine().buckets().stream()
                .map(bucket -> "(" + plan.spine().cut().literal(bucket.key()) + ")")
                .toList();
        return values(SPINE, "the periods of the answer", rows, "bucket");
    }

    /** The periods of the answer with the days that a window looks at. */
    String windows(Scan scan) {
        List<String> rows = plan.spine().buckets().stream()
                .map(bucket -> row(bucket, plan.days(scan.measures().get(0), bucket)))
                .toList();
        return values(scan.name() + "_days", "the days each period looks at", rows, WITH_DAYS);
    }

    private static String values(String name, String comment, List<String> rows, String columns) {
        return "-- %s\n%s as (\n    select * from (values\n        %s\n    ) as t (%s)\n)"
                .formatted(comment, name, String.join(",\n        ", rows), columns);
    }

    private String row(Spine.Bucket bucket, Period days) {
        return "(" + plan.spine().cut().literal(bucket.key()) + ", " + day(days.first()) + ", " + day(days.last())
                + ")";
    }

    static String day(java.time.LocalDate day) {
        return "date '" + day + "'";
    }

    private String home() {
        return Sql.literal(plan.currency());
    }

    private static String indent(String sql) {
        return sql.indent(4).stripTrailing();
    }
}
