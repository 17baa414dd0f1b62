package dev.ukur.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a visit's traces is believed: referrers that brought nobody, sites and agents that are no people, and how the
 * words of campaigns are mended.
 *
 * @param ownSites hosts of the workspace's own pages; a link between them is no source
 * @param gateways hosts of payment pages, from which a buyer only comes back
 * @param spammers hosts that send requests to be seen as referrers
 * @param crawlers further patterns of user agents that are no people, beside the built-in list
 * @param repairs how source, medium and campaign are mended
 */
public record TraceRules(
        Set<String> ownSites, Set<String> gateways, Set<String> spammers, List<Pattern> crawlers, Repairs repairs) {

    /** Nothing is doubted, nothing mended. */
    public static final TraceRules NONE =
            new TraceRules(Set.of(), Set.of(), Set.of(), List.of(), new Repairs(Set.of(), Map.of()));

    public TraceRules {
        ownSites = Set.copyOf(ownSites);
        gateways = Set.copyOf(gateways);
        spammers = Set.copyOf(spammers);
        crawlers = List.copyOf(crawlers);
    }

    /** These rules and more. */
    public TraceRules with(TraceRules more) {
        List<Pattern> agents = new ArrayList<>(crawlers);
        agents.addAll(more.crawlers);
        return new TraceRules(
                union(ownSites, more.ownSites),
                union(gateways, more.gateways),
                union(spammers, more.spammers),
                agents,
                repairs.with(more.repairs));
    }

    /** Whether a referrer's host only hands a visitor on: one's own page, or a payment page. */
    public boolean handsOn(String host) {
        return isAmong(ownSites, host) || isAmong(gateways, host);
    }

    /** Whether a referrer's host is a spammer's. */
    public boolean isSpam(String host) {
        return isAmong(spammers, host);
    }

    /** Whether a host, in lower case, is one of some hosts or lies under one. */
    private static boolean isAmong(Set<String> hosts, String host) {
        for (String part = host; !part.isEmpty(); ) {
            if (hosts.contains(part)) {
                return true;
            }
            int dot = part.indexOf('.');
            part = dot < 0 ? "" : part.substring(dot + 1);
        }
        return false;
    }

    private static <T> Set<T> union(Set<T> some, Set<T> more) {
        Set<T> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /**
     * How the words of a campaign are mended.
     *
     * @param lowered parts whose letter case says nothing: {@code source}, {@code medium}, {@code campaign}
     * @param words per part, the wrong word in lower case to the right one
     */
    public record Repairs(Set<String> lowered, Map<String, Map<String, String>> words) {

        public Repairs {
            lowered = Set.copyOf(lowered);
            words = Map.copyOf(words);
        }

        /** A word of a part as it was meant. */
        public String mend(String part, String word) {
            if (word.isEmpty()) {
                return word;
            }
            String folded = word.toLowerCase(Locale.ROOT);
            String right = words.getOrDefault(part, Map.of()).get(folded);
            if (right != null) {
                return right;
            }
            return lowered.contains(part) ? folded : word;
        }

        /** These repairs and more; where both mend a word, the further ones hold. */
        Repairs with(Repairs more) {
            Map<String, Map<String, String>> all = new HashMap<>();
            words.forEach((part, known) -> all.put(part, new HashMap<>(known)));
            more.words.forEach((part, known) ->
                    all.computeIfAbsent(part, name -> new HashMap<>()).putAll(known));
            return new Repairs(union(lowered, more.lowered), all);
        }
    }
}
