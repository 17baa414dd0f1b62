package dev.ukur.twin;

import java.util.OptionalLong;

/**
 * Someone who asked for an offer, with the moments each stage was reached, to the minute, as far as the last day.
 *
 * @param number of the CRM record
 * @param person who
 * @param channel where the visit came from
 * @param created the moment of asking
 * @param stages what came of it
 */
record Lead(long number, Person person, Channel channel, long created, Stages stages) {

    /** Moments of stages reached; a stage may be skipped. */
    record Stages(OptionalLong mql, OptionalLong sql, OptionalLong opportunity, OptionalLong customer, boolean lost) {}

    /** The furthest stage in the CRM's words. */
    String stage() {
        if (stages.customer().isPresent()) {
            return "Customer";
        }
        if (stages.opportunity().isPresent()) {
            return "Opportunity";
        }
        if (stages.sql().isPresent()) {
            return "Sales Qualified Lead";
        }
        return stages.mql().isPresent() ? "Marketing Qualified Lead" : "Lead";
    }
}
