package dev.ukur.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How source, medium and campaign become a marketing channel: data, first rule that holds wins.
 *
 * @param sites known sites by kind, looked through in order
 * @param clickIds address parameters that advertising platforms add
 * @param rules in order
 * @param stated channels a source may state itself, and whether they are paid
 * @param traces what of a visit's traces is believed
 */
public record ChannelRules(
        List<Sites> sites,
        Map<String, ClickId> clickIds,
        List<Rule> rules,
        Map<String, Boolean> stated,
        TraceRules traces) {

    public ChannelRules {
        sites = List.copyOf(sites);
        clickIds = Map.copyOf(clickIds);
        rules = List.copyOf(rules);
        stated = Map.copyOf(stated);
    }

    /** The same rules, which believe less or mend more. */
    public ChannelRules with(TraceRules more) {
        return new ChannelRules(sites, clickIds, rules, stated, traces.with(more));
    }

    /**
     * Sites of one kind.
     *
     * @param kind for example {@code search} or {@code social}
     * @param medium of a visit that comes from there without a campaign
     * @param hosts name of the site to its hosts; {@code google.*} is any ending; words without a dot are other names
     */
    public record Sites(String kind, String medium, Map<String, List<String>> hosts) {
        public Sites {
            hosts = Map.copyOf(hosts);
        }
    }

    /** What a click id says when nothing else does. */
    public record ClickId(String source, String medium) {}

    /**
     * One rule; all its conditions must hold.
     *
     * @param channel the answer
     * @param paid whether the channel is paid
     * @param kind the kind of site the source is
     * @param source found in the source
     * @param medium found in the medium
     * @param campaign found in the campaign
     */
    public record Rule(
            String channel,
            boolean paid,
            Optional<String> kind,
            Optional<Pattern> source,
            Optional<Pattern> medium,
            Optional<Pattern> campaign) {}

    /** A channel, and whether it is paid; empty when the source states a channel of which that is not known. */
    public record Channel(String name, Optional<Boolean> paid) {}

    /** A known site. */
    public record Site(String name, String kind, String medium) {}

    /** The channel of a visit; unknown parts are empty texts. */
    public Channel classify(String source, String medium, String campaign) {
        String folded = source.toLowerCase(Locale.ROOT);
        String kind = site(folded).map(Site::kind).orElse("");
        for (Rule rule : rules) {
            if (rule.kind().map(kind::equals).orElse(true)
                    && holds(rule.source(), folded)
                    && holds(rule.medium(), medium.toLowerCase(Locale.ROOT))
                    && holds(rule.campaign(), campaign.toLowerCase(Locale.ROOT))) {
                return new Channel(rule.channel(), Optional.of(rule.paid()));
            }
        }
        return new Channel("Unassigned", Optional.of(false));
    }

    /** The channel a source states, under its own name. */
    public Channel state(String name) {
        return new Channel(name, Optional.ofNullable(stated.get(name)));
    }

    /** The known site of a host or source word in lower case. */
    public Optional<Site> site(String word) {
        for (Sites kind : sites) {
            for (Map.Entry<String, List<String>> site : kind.hosts().entrySet()) {
                if (word.equals(site.getKey()) || site.getValue().stream().anyMatch(host -> isHost(word, host))) {
                    return Optional.of(new Site(site.getKey(), kind.kind(), kind.medium()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isHost(String word, String host) {
        if (host.endsWith(".*")) {
            String label = host.substring(0, host.length() - 1);
            return word.startsWith(label) || word.contains("." + label);
        }
        return word.equals(host) || (host.indexOf('.') >= 0 && word.endsWith("." + host));
    }

    private static boolean holds(Optional<Pattern> pattern, String text) {
        return pattern.isEmpty() || pattern.get().matcher(text).find();
    }
}
