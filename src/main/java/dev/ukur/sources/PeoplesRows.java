package dev.ukur.sources;

import dev.ukur.model.SourceProfile;
import dev.ukur.model.TraceRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows of raw events that people caused: what crawlers and referrer spammers sent is counted, not read. */
final class PeoplesRows implements Table.Rows {

    private static final int MOST_REMEMBERED = 10_000;

    private static final Table.Rows NONE = new Table.Rows() {
        @Override
        public @Nullable SourceRow next() {
            return null;
        }

        @Override
        public void close() {
            // holds nothing
        }
    };

    private final Table.Rows rows;
    private final TraceRules rules;
    private final Crawlers crawlers;
    private final int agent;
    private final int referrer;
    private final Map<String, Boolean> spam = new HashMap<>();
    private final Map<String, Long> passedOver = new HashMap<>();

    private PeoplesRows(Table.Rows rows, TraceRules rules, int agent, int referrer) {
        this.rows = rows;
        this.rules = rules;
        this.crawlers = new Crawlers(rules.crawlers());
        this.agent = agent;
        this.referrer = referrer;
    }

    /** Of the rows of a table; all of them, unless they are events that tell their agent or referrer. */
    static Table.Rows of(Table table, Table.Rows rows, SourceProfile profile, TraceRules rules) {
        Set<Integer> told = toldBy(table, profile);
        return told.isEmpty()
                ? rows
                : new PeoplesRows(rows, rules, field(table, profile, "agent"), field(table, profile, "referrer"));
    }

    /** The fields that tell whether people caused a row. */
    static Set<Integer> toldBy(Table table, SourceProfile profile) {
        if (profile.traffic().isEmpty() || !profile.targets().contains("events")) {
            return Set.of();
        }
        Set<Integer> fields = new TreeSet<>(List.of(field(table, profile, "agent"), field(table, profile, "referrer")));
        fields.remove(-1);
        return fields;
    }

    private static int field(Table table, SourceProfile profile, String part) {
        return profile.traffic()
                .map(traffic -> traffic.fields().get(part))
                .map(table::index)
                .orElse(-1);
    }

    @Override
    public @Nullable SourceRow next() {
        for (SourceRow row = rows.next(); row != null; row = rows.next()) {
            String sender = row.fault().isPresent() || row.total().isPresent() ? null : sender(row);
            if (sender == null) {
                return row;
            }
            passedOver.merge(sender, 1L, Long::sum);
        }
        return null;
    }

    /** Who but a person sent a row, {@code bot} or {@code spam}; null when a person did. */
    private @Nullable String sender(SourceRow row) {
        if (agent >= 0 && crawlers.isCrawler(row.cell(agent).text())) {
            return "bot";
        }
        return referrer >= 0 && isSpam(row.cell(referrer).text()) ? "spam" : null;
    }

    /** Tells of single rows whether a person caused them. */
    static Predicate<SourceRow> judge(Table table, SourceProfile profile, TraceRules rules) {
        return of(table, NONE, profile, rules) instanceof PeoplesRows rows
                ? row -> rows.sender(row) == null
                : row -> true;
    }

    private boolean isSpam(String text) {
        if (text.length() < 4) {
            return false;
        }
        Boolean known = spam.get(text);
        if (known == null) {
            Address from = Address.of(text.contains("://") ? text : "https://" + text);
            known = rules.isSpam(from.host());
            if (spam.size() < MOST_REMEMBERED) {
                spam.put(text, known);
            }
        }
        return known;
    }

    @Override
    public List<String> remarks() {
        return rows.remarks();
    }

    @Override
    public Map<String, Long> passedOver() {
        Map<String, Long> all = new HashMap<>(rows.passedOver());
        passedOver.forEach((kind, count) -> all.merge(kind, count, Long::sum));
        return all;
    }

    @Override
    public void close() {
        rows.close();
    }
}
