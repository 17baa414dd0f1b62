package dev.ukur.insights.funnel;

import dev.ukur.insights.Desk;
import dev.ukur.insights.funnel.Step.Doing;
import dev.ukur.insights.funnel.Step.Fact;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.store.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads steps: {@code visit}, {@code lead}, {@code mql}, {@code sql}, {@code opportunity}, {@code customer},
 * {@code order}, {@code page:/the/beginning/of/a/path} or the name of an event; alternatives with a bar between; a question
 * mark at the end makes a step optional.
 */
final class Steps {

    /** What is asked when nothing else is: the steps of a shop, as far as there are events of them. */
    private static final List<String> USUAL = List.of("view_item", "add_to_cart", "begin_checkout", "purchase");

    private static final String PAGE = "page:";
    private static final String EVENT = "event:";

    private final TreeSet<String> events = new TreeSet<>();

    private Steps(Desk desk) {
        desk.engine()
                .query(Sql.of("select distinct event_name from events where superseded_by is null order by 1"))
                .rows()
                .forEach(row -> events.add(String.valueOf(row.get(0))));
    }

    /**
     * The steps asked for, or the usual ones.
     *
     * @throws ProblemException when a step is unknown or their number or order cannot be
     */
    static List<Step> read(Desk desk, List<String> texts) {
        Steps reader = new Steps(desk);
        List<String> asked = texts.stream()
                .flatMap(text -> Arrays.stream(text.split("[>→]")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        List<Step> steps = new ArrayList<>();
        for (String text : asked.isEmpty() ? reader.usual() : asked) {
            steps.add(reader.step(text));
        }
        refuseBadShape(steps);
        return steps;
    }

    private List<String> usual() {
        List<String> usual = new ArrayList<>(List.of("visit"));
        USUAL.stream().filter(events::contains).forEach(usual::add);
        if (usual.size() == 1) {
            usual.add("order");
        }
        return usual;
    }

    private static void refuseBadShape(List<Step> steps) {
        boolean shaped = steps.size() >= 2
                && steps.size() <= FunnelShape.MOST_STEPS
                && !steps.get(0).optional()
                && !steps.get(steps.size() - 1).optional();
        if (!shaped) {
            throw new ProblemException(Problem.error("funnel-bad-shape", Location.nowhere())
                    .with("count", steps.size())
                    .with("most", FunnelShape.MOST_STEPS));
        }
    }

    private Step step(String text) {
        boolean optional = text.endsWith("?");
        String bare = optional ? text.substring(0, text.length() - 1).strip() : text;
        return new Step(
                bare,
                Arrays.stream(bare.split("\\|"))
                        .map(String::strip)
                        .map(this::doing)
                        .toList(),
                optional);
    }

    private Doing doing(String word) {
        if (word.startsWith(PAGE)) {
            return new Doing(Fact.PAGE, word.substring(PAGE.length()));
        }
        String name = word.startsWith(EVENT) ? word.substring(EVENT.length()) : word;
        Optional<Fact> fact = Arrays.stream(Fact.values())
                .filter(one -> one != Fact.EVENT && one != Fact.PAGE)
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
        if (fact.isEmpty() && !events.contains(name)) {
            throw new ProblemException(Problem.error("funnel-unknown-step", Location.nowhere())
                    .with("step", word)
                    .with("nearest", Nearest.to(name, known()).orElse("visit")));
        }
        return fact.map(known -> new Doing(known, "")).orElseGet(() -> new Doing(Fact.EVENT, name));
    }

    private TreeSet<String> known() {
        TreeSet<String> known = new TreeSet<>(events);
        for (Fact fact : Fact.values()) {
            if (fact != Fact.EVENT && fact != Fact.PAGE) {
                known.add(fact.name().toLowerCase(Locale.ROOT));
            }
        }
        return known;
    }
}
