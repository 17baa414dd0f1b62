package dev.ukur.insights;

import java.time.LocalDate;

/** Which browser stands behind an order or a lead, as queries over one person's steps join it. */
public final class Browsers {

    /** Browsers by the number of an order they placed: columns order_id and person. */
    public static final String OF_ORDERS = """
            select transaction_id as order_id, min(coalesce(anonymous_id, user_id, event_id)) as person
            from events
            where superseded_by is null and transaction_id is not null
            group by 1""";

    /** Browsers by whoever signed in there: columns user_id and person. */
    public static final String SIGNED_IN = """
            select user_id, min(anonymous_id) as person
            from events
            where superseded_by is null and user_id is not null and anonymous_id is not null
            group by 1""";

    private static final int LAST_SECOND = 86_399;

    private Browsers() {}

    /**
     * Where only the day is known, the last second of it, as a time in UTC: a later stage of the same day must not come
     * first.
     *
     * @param day an expression
     * @param around a day from which the zone's offset is taken
     */
    public static String endOfDay(Desk desk, String day, LocalDate around) {
        int offset = desk.settings()
                .zone()
                .getRules()
                .getOffset(around.atStartOfDay())
                .getTotalSeconds();
        return "cast(" + day + " as timestamp) + interval '" + (LAST_SECOND - offset) + "' second";
    }
}
