package dev.ukur.insights.impact;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Provenance;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Subject;
import dev.ukur.insights.Term;
import dev.ukur.stats.Interval;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an occasion did to a metric. Occasions of up to three days are set against other days; a longer one against what
 * would have been; with a control, against the control.
 *
 * @param occasion name or kind in the calendar, or {@code twin-dates} or {@code lebaran}
 * @param subject name of a goal or metric
 * @param treated filter of what the occasion could move; all when empty
 * @param control filter of what it could not move; none when empty
 */
public record Impact(String occasion, String subject, Optional<String> treated, Optional<String> control)
        implements Analysis {

    /** From so many days on an occasion is a campaign: its own weeks leave no other days in between. */
    static final int MOST_EVENT_DAYS = 3;

    @Override
    public Finding find(Desk desk) {
        Subject metric = Subject.of(desk, subject);
        Subject asked = treated.isPresent() ? filtered(metric, treated) : metric;
        LocalDate today = LocalDate.ofInstant(desk.now(), desk.settings().zone());
        Asked occasions = Asked.of(desk, occasion, today);
        Finding.Draft draft = Finding.about("impact", occasions.label());
        Optional<Daily> daily = Daily.of(desk, asked, occasions.days());
        if (daily.isEmpty()) {
            return draft.answer(
                    Verdict.CANNOT_TELL,
                    Sentence.of("impact-no-days").with("metric", asked.term()),
                    Provenance.at(desk.now()));
        }
        Setting setting = new Setting(desk, asked, occasions, daily.get());
        if (control.isPresent()) {
            return new ControlledImpact(setting, filtered(metric, control)).find(draft);
        }
        List<Period> campaigns = occasions.days().stream()
                .filter(days -> days.days() > MOST_EVENT_DAYS)
                .toList();
        if (campaigns.isEmpty()) {
            return new EventImpact(setting).find(draft);
        }
        return occasions.days().size() == 1
                ? new CampaignImpact(setting, campaigns.get(0)).find(draft)
                : setting.refuse(draft, Sentence.of("impact-mixed").with("occasion", occasions.label()));
    }

    private static Subject filtered(Subject metric, Optional<String> filter) {
        Optional<String> both = metric.where()
                .flatMap(own -> filter.map(more -> "(" + own + ") and (" + more + ")"))
                .or(() -> filter);
        return new Subject(metric.metric(), metric.goal(), both, metric.grain());
    }

    /** What every way of looking needs. */
    record Setting(Desk desk, Subject asked, Asked occasions, Daily daily) {

        Provenance provenance() {
            return Provenance.at(desk.now()).and(daily.answer());
        }

        Finding refuse(Finding.Draft draft, Sentence why) {
            return draft.answer(Verdict.CANNOT_TELL, why, provenance());
        }

        /** A sentence about this metric and occasion. */
        Sentence say(String code) {
            return Sentence.of(code).with("metric", asked.term()).with("occasion", occasions.label());
        }

        Term amount(double value) {
            return new Term.Amount(value, asked.metric().unit());
        }

        Term change(double value) {
            return new Term.Change(value, asked.metric().unit());
        }

        Term.Between difference(double value, Interval ends) {
            return Term.difference(value, ends, asked.metric().unit());
        }
    }
}
