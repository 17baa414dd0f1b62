package dev.ukur.insights.funnel;

import java.util.List;

/**
 * One step of a way.
 *
 * @param text as it was asked, without the mark of an optional one
 * @param doings any of which is the step
 * @param optional whether the way may go on without it
 */
record Step(String text, List<Doing> doings, boolean optional) {

    Step {
        doings = List.copyOf(doings);
    }

    /**
     * Something a person does.
     *
     * @param fact what kind of happening
     * @param word the name of the event or the beginning of the path; empty for the other kinds
     */
    record Doing(Fact fact, String word) {}

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
