package dev.ukur.insights.attribution;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Coverage;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Provenance;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.stats.attribution.Journeys;
import dev.ukur.store.QueryResult;
import dev.ukur.store.Sql;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code ukur attribution}: which channels brought the orders, or the leads.
 *
 * @param of {@code order}, {@code lead} or the name of an event
 * @param lookbackDays how long before a conversion a visit may lie
 * @param period of the conversions; empty for the last 90 days
 */
public record Attribution(String of, int lookbackDays, Optional<Period> period) implements Analysis {

    private static final String LEAD = "lead";
    private static final int USUAL_DAYS = 90;
    private static final int MOST_CHANNELS = 20;
    private static final List<String> LEAD_EVENTS = List.of("generate_lead", "form_submit", "sign_up");
    /** With fewer leads known by their browser, the web's own events say more. */
    private static final double LINKED_ENOUGH = 0.2;

    /**
     * What counts as a conversion.
     *
     * @param event its name, empty for the other kinds
     */
    record Goal(Kind kind, String event) {

        String table() {
            return switch (kind) {
                case ORDER -> "orders";
                case LEAD -> "leads";
                case EVENT -> "events";
            };
        }

        Term words() {
            return Term.words("attribution-of-" + table());
        }
    }

    enum Kind {
        ORDER,
        LEAD,
        EVENT
    }

    @Override
    public Finding find(Desk desk) {
        Goal goal = goal(desk);
        Optional<Coverage> coverage = Coverage.of(desk, goal.table());
        Finding.Draft draft = Finding.about("attribution", goal.words());
        if (coverage.isEmpty()) {
            Sentence answer = Sentence.of("attribution-no-data").with("of", goal.words());
            return draft.answer(Verdict.CANNOT_TELL, answer, Provenance.at(desk.now()));
        }
        Period days = period.orElseGet(() -> coverage.get().last(USUAL_DAYS));
        List<String> sources = new ArrayList<>(coverage.get().sources());
        Coverage.of(desk, "visits").ifPresent(visits -> sources.addAll(visits.sources()));
        Provenance provenance = Provenance.at(desk.now())
                .and(days, sources.stream().distinct().sorted().toList());
        PathSql sql = new PathSql(desk, days, lookbackDays);
        List<String> channels = channels(desk, sql, goal);
        PathPass pass = new PathPass(lookbackDays * 86_400_000_000L, start(desk, days.first()));
        if (!channels.isEmpty()) {
            desk.engine().scan(sql.rows(goal, channels), pass);
        }
        Journeys together = pass.together(channels);
        if (together.conversions() == 0) {
            Sentence answer = Sentence.of(pass.alone().isEmpty() ? "attribution-none" : "attribution-untraced")
                    .with("of", goal.words())
                    .with("period", Term.days(days));
            return draft.answer(Verdict.CANNOT_TELL, answer, provenance);
        }
        if (of.equals(LEAD) && goal.kind() == Kind.EVENT) {
            draft.caveat(Sentence.of("attribution-event").with("event", goal.event()));
        }
        return new AttributionWords(desk, new AttributionWords.Asked(goal, days, lookbackDays), together)
                .tell(draft, Models.of(together, pass.timed(channels)), pass.alone(), provenance);
    }

    private static long start(Desk desk, LocalDate day) {
        return day.atStartOfDay(desk.settings().zone()).toEpochSecond() * 1_000_000L;
    }

    /** The most frequent ones; the rest are put together, so that models with sets of channels stay possible. */
    private static List<String> channels(Desk desk, PathSql sql, Goal goal) {
        List<String> all = desk.engine().query(sql.channels(goal)).rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
        if (all.size() <= MOST_CHANNELS) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, MOST_CHANNELS - 1));
        some.add("…");
        return some;
    }

    private Goal goal(Desk desk) {
        if (of.equals("order")) {
            return new Goal(Kind.ORDER, "");
        }
        List<String> events = desk
                .engine()
                .query(Sql.of("select distinct event_name from events where superseded_by is null order by 1"))
                .rows()
                .stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
        if (of.equals(LEAD)) {
            return lead(desk, events);
        }
        if (!events.contains(of)) {
            List<String> known = new ArrayList<>(events);
            known.addAll(List.of("order", LEAD));
            throw new ProblemException(Problem.error("attribution-unknown-goal", Location.nowhere())
                    .with("goal", of)
                    .with("nearest", Nearest.to(of, known).orElse("order")));
        }
        return new Goal(Kind.EVENT, of);
    }

    /** Leads as the CRM has them; the web's own events when hardly any lead is known by its browser. */
    private Goal lead(Desk desk, List<String> events) {
        Goal leads = new Goal(Kind.LEAD, "");
        Optional<String> event = LEAD_EVENTS.stream().filter(events::contains).findFirst();
        Optional<Coverage> coverage = Coverage.of(desk, "leads");
        if (coverage.isEmpty() || event.isEmpty()) {
            return coverage.isEmpty() && event.isPresent() ? new Goal(Kind.EVENT, event.get()) : leads;
        }
        PathSql sql = new PathSql(desk, coverage.get().days(), lookbackDays);
        QueryResult known = desk.engine().query(sql.known(leads));
        double all = ((Number) java.util.Objects.requireNonNull(known.value(0, "conversions"))).doubleValue();
        double linked = ((Number) java.util.Objects.requireNonNull(known.value(0, "linked"))).doubleValue();
        return linked < LINKED_ENOUGH * all ? new Goal(Kind.EVENT, event.get()) : leads;
    }
}
