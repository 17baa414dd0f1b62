package dev.ukur.insights.funnel;

import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One step of a way.
 *
 * @param text as it was asked, without the mark of an optional one
 * @param doings any of which is the step
 * @param optional whether the way may go on without it
 */
record Step(String text, List<Doing> doings, boolean optional) {

    /** The events of a shop as its trackers name them, by the texts that people read instead. */
    private static final Map<String, String> SHOP_EVENTS = Map.of(
            "view_item", "funnel-step-product",
            "add_to_cart", "funnel-step-cart",
            "begin_checkout", "funnel-step-checkout",
            "purchase", "funnel-step-purchase");

    Step {
        doings = List.copyOf(doings);
    }

    /** Its name: in people's words where it is one of the usual ones, else as it was asked. */
    Term name() {
        return doings.size() == 1
                ? doings.get(0)
                        .code()
                        .<Term>map(code -> new Term.Word(text, Sentence.of(code)))
                        .orElse(new Term.Text(text))
                : new Term.Text(text);
    }

    /** The names of steps, of which there are two or more, one after another. */
    static Sentence way(List<Step> steps) {
        Sentence way = then(steps.get(0).name(), steps.get(1));
        for (Step step : steps.subList(2, steps.size())) {
            way = then(new Term.Phrase(way), step);
        }
        return way;
    }

    private static Sentence then(Term before, Step step) {
        return Sentence.of("funnel-then").with("before", before).with("step", step.name());
    }

    /**
     * Something a person does.
     *
     * @param fact what kind of happening
     * @param word the name of the event or the beginning of the path; empty for the other kinds
     */
    record Doing(Fact fact, String word) {

        /** The text that says it in people's words. */
        private Optional<String> code() {
            return switch (fact) {
                case PAGE -> Optional.empty();
                case EVENT -> Optional.ofNullable(SHOP_EVENTS.get(word));
                default -> Optional.of("funnel-step-" + fact.name().toLowerCase(Locale.ROOT));
            };
        }
    }

    /** Kinds of happenings, by the word that asks for them. */
    enum Fact {
        VISIT("visits", "started_at"),
        EVENT("events", "event_time"),
        PAGE("events", "event_time"),
        LEAD("leads", "created_at"),
        MQL("leads", "mql_at"),
        SQL("leads", "sql_at"),
        OPPORTUNITY("leads", "opportunity_at"),
        CUSTOMER("leads", "customer_at"),
        ORDER("orders", "ordered_at");

        private final String table;
        private final String moment;

        Fact(String table, String moment) {
            this.table = table;
            this.moment = moment;
        }

        String table() {
            return table;
        }

        /** The column of its time. */
        String moment() {
            return moment;
        }

        /** The column of its day, where the time is not known. */
        String day() {
            return switch (this) {
                case MQL, SQL, OPPORTUNITY, CUSTOMER -> moment.replace("_at", "_on");
                default -> "period_start";
            };
        }
    }
}
