package dev.ukur.delivery.report;

import dev.ukur.model.Appearance;
import java.util.List;
import java.util.Optional;

/**
 * All that the scorecard page shows, written in words and drawn; the template only places it.
 *
 * @param language code of the page's language
 * @param workspace name of the client or shop
 * @param appearance colour and logo of the client
 * @param style the style sheet
 * @param lede the answer in a sentence
 * @param tally how many KPIs have each status, worst first
 * @param freshness how far the data go
 * @param notes what the reader must know that is of no single KPI
 * @param cards one a KPI, most urgent first
 * @param foot last lines of the page
 */
public record ScorecardView(
        String language,
        String workspace,
        Appearance appearance,
        String style,
        Lede lede,
        List<Tally> tally,
        String freshness,
        List<String> notes,
        List<Card> cards,
        List<String> foot) {

    /** How many KPIs have a status; {@code kind} is its mark: ok, risk, off or none. */
    public record Tally(String kind, String words) {}

    /**
     * One KPI.
     *
     * @param anchor id of its heading
     * @param kind mark of its status: ok, risk, off or none
     * @param head what it is and its number
     * @param way towards the target
     * @param trend the drawing for wide and for narrow screens
     * @param moves its drivers
     * @param step what is done next
     * @param how how the number is made: term and words
     */
    public record Card(
            String anchor,
            String kind,
            Head head,
            Way way,
            Optional<Drawing> trend,
            List<DriverMove> moves,
            Step step,
            List<Fact> how) {}

    /** The KPI and its number; {@code tone} is good, bad or mute. */
    public record Head(
            String status,
            String goal,
            String metric,
            String now,
            boolean provisional,
            Optional<String> interval,
            Optional<String> change,
            String tone,
            String verdict,
            String against) {}

    /**
     * The way to the target.
     *
     * @param line the drawing
     * @param says why there is no verdict, or what is stale
     * @param facts how far there is to go
     * @param beside what these are read beside: where it began, the pace, guardrails, the year before
     */
    public record Way(Optional<Drawing> line, List<String> says, List<Fact> facts, List<Fact> beside) {}

    /** A chart in two widths, so that its text never shrinks. */
    public record Drawing(String wide, String narrow) {}

    /** A term, its strong words and the words after them. */
    public record Fact(String term, String strong, String rest) {

        private static final int BESIDE = 40;

        /** Whether the words are too many to stand beside their term; they stand under it. */
        public boolean isLong() {
            return strong.length() + rest.length() > BESIDE;
        }
    }

    /** What is done next, by whom, reviewed how often. */
    public record Step(String action, Optional<String> owner, Optional<String> cadence) {}
}
