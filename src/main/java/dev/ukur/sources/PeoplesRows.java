package dev.ukur.sources;

import dev.ukur.model.SourceProfile;
import dev.ukur.model.TraceRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of raw events that people caused: what crawlers and referrer spammers sent is counted, not read. */
final class PeoplesRows implements Table.Rows {

    private static final int MOST_REMEMBERED = 10_000;

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

    /** The rows of a table; all of them, unless they are events that tell their agent or referrer. */
    static Table.Rows of(Table table, SourceProfile profile, TraceRules rules) {
        if (profile.traffic().isEmpty() || !profile.targets().contains("events")) {
            return table.rows();
        }
        int agent = field(table, profile, "agent");
        int referrer = field(table, profile, "referrer");
        return agent < 0 && referrer < 0 ? table.rows() : new PeoplesRows(table.rows(), rules, agent, referrer);
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
            if (row.fault().isPresent() || row.total().isPresent()) {
                return row;
            }
            if (agent >= 0 && crawlers.isCrawler(row.cell(agent).text())) {
                passedOver.merge("bot", 1L, Long::sum);
            } else if (referrer >= 0 && isSpam(row.cell(referrer).text())) {
                passedOver.merge("spam", 1L, Long::sum);
            } else {
                return row;
            }
        }
        return null;
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
