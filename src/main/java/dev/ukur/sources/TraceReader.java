package dev.ukur.sources;

import dev.ukur.model.ChannelRules;
import dev.ukur.model.TraceRules;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds where a visit came from. What a campaign says of itself comes first (own columns, then {@code utm_} parameters),
 * then an advertising click id, then the tool's own name for the source, then the site of the referrer. A referrer that
 * only hands a visitor on (one's own site, a payment page) or that is a spammer's is none.
 */
final class TraceReader {

    private static final int MOST_REMEMBERED = 10_000;

    private final ChannelRules rules;
    private final List<String> clickIds;
    private final TraceRules.Repairs repairs;
    private final Map<String, Optional<ChannelRules.Site>> sites = new HashMap<>();
    private final Map<String, Boolean> bringing = new HashMap<>();

    /** @param repairs of what campaigns say of themselves; none for a report, whose own rows would fall together */
    TraceReader(ChannelRules rules, TraceRules.Repairs repairs) {
        this.rules = rules;
        this.repairs = repairs;
        this.clickIds = rules.clickIds().keySet().stream().sorted().toList();
    }

    /** @param part text of a part such as {@code url} or {@code medium}; empty when unknown */
    Trace read(Function<String, String> part) {
        Address page = Address.of(part.apply("url"));
        Map<String, String> query = page.query();
        String clickId = clickId(query);
        String[] both = part.apply("source_medium").split(" / ", 2);
        Trace stated = Trace.stated(
                        repairs.mend("source", first(part.apply("source"), both[0], query.get("utm_source"))),
                        repairs.mend(
                                "medium",
                                first(part.apply("medium"), both.length > 1 ? both[1] : "", query.get("utm_medium"))),
                        repairs.mend("campaign", first(part.apply("campaign"), query.get("utm_campaign"), "")))
                .with(
                        first(part.apply("term"), query.get("utm_term"), ""),
                        first(part.apply("content"), query.get("utm_content"), ""),
                        clickId);
        if (!stated.source().isEmpty() || !stated.medium().isEmpty()) {
            return stated;
        }
        if (!clickId.isEmpty()) {
            ChannelRules.ClickId known = rules.clickIds().get(clickId);
            return stated.from(known == null ? "" : known.source(), known == null ? "" : known.medium());
        }
        String named = part.apply("named");
        return named.isEmpty() ? byReferrer(stated, page, part.apply("referrer")) : byName(stated, named);
    }

    /** A source as an analytics tool names it: {@code Google}, {@code facebook.com}, {@code Direct / None}. */
    private Trace byName(Trace trace, String named) {
        String word = named.toLowerCase(Locale.ROOT);
        if (word.equals("direct / none") || word.equals("(direct)")) {
            return trace.from("(direct)", "(none)");
        }
        Optional<ChannelRules.Site> site = site(word);
        if (site.isPresent()) {
            return trace.from(site.get().name(), site.get().medium());
        }
        return trace.from(word, word.indexOf('.') > 0 ? "referral" : "");
    }

    private Trace byReferrer(Trace trace, Address page, String referrer) {
        if (referrer.isEmpty()) {
            return trace;
        }
        Address from = Address.of(referrer.contains("://") ? referrer : "https://" + referrer);
        if (from.host().isEmpty() || isOwn(from.site(), page.site()) || !brings(from.host())) {
            return trace;
        }
        return site(from.host())
                .map(site -> trace.from(site.name(), site.medium()))
                .orElse(trace.from(from.site(), "referral"));
    }

    private String clickId(Map<String, String> query) {
        if (!query.isEmpty()) {
            for (String name : clickIds) {
                if (query.containsKey(name)) {
                    return name;
                }
            }
        }
        return "";
    }

    /** The rules look through every known host; a file names few, many times. */
    private Optional<ChannelRules.Site> site(String word) {
        Optional<ChannelRules.Site> known = sites.get(word);
        if (known == null) {
            known = rules.site(word);
            if (sites.size() < MOST_REMEMBERED) {
                sites.put(word, known);
            }
        }
        return known;
    }

    /** Whether a visitor can have been brought by a site. */
    private boolean brings(String host) {
        Boolean known = bringing.get(host);
        if (known == null) {
            known = !rules.traces().handsOn(host) && !rules.traces().isSpam(host);
            if (bringing.size() < MOST_REMEMBERED) {
                bringing.put(host, known);
            }
        }
        return known;
    }

    private static boolean isOwn(String referrer, String own) {
        return !own.isEmpty() && (referrer.equals(own) || referrer.endsWith("." + own) || own.endsWith("." + referrer));
    }

    private static String first(
            String a, @org.jspecify.annotations.Nullable String b, @org.jspecify.annotations.Nullable String c) {
        if (!a.isEmpty()) {
            return a;
        }
        if (b != null && !b.isEmpty()) {
            return b;
        }
        return c == null ? "" : c;
    }
}
