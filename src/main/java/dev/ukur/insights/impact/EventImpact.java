package dev.ukur.insights.impact;

import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.insights.impact.Impact.Setting;
import dev.ukur.model.Occasion;
import dev.ukur.stats.impact.EventEffect;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Event days against other days: several occasions in one regression, tested by exchanging whole weeks. */
final class EventImpact {

    private static final double RATE = 0.05;

    private final Setting setting;
    private final Daily daily;

    EventImpact(Setting setting) {
        this.setting = setting;
        this.daily = setting.daily();
    }

    Finding find(Finding.Draft draft) {
        List<Period> inData =
                setting.occasions().days().stream().filter(this::lies).toList();
        List<Period> tested = inData.stream().filter(this::isTestable).toList();
        draft.evidence(new EventTable(setting).rows(inData, this::status));
        refusals(draft, inData, tested);
        if (tested.isEmpty()) {
            return setting.refuse(draft, setting.say("impact-none-testable"));
        }
        // Where another occasion holds all days, nothing is this one's alone.
        List<Occasion> overlapping = setting.occasions().overlapping();
        if (overlapping.stream().anyMatch(other -> tested.stream().allMatch(other.days()::holds))) {
            return setting.refuse(draft, setting.say("impact-overlap").with("others", Asked.titles(overlapping)));
        }
        try {
            EventEffect effect = EventEffect.of(daily.values(), marks(tested), others());
            return told(draft, tested, effect);
        } catch (IllegalArgumentException e) {
            return setting.refuse(draft, setting.say("impact-too-few").with("days", daily.days()));
        }
    }

    private Finding told(Finding.Draft draft, List<Period> tested, EventEffect effect) {
        boolean[] marks = marks(tested);
        double actual = mean(marks);
        double expected = actual - effect.effect();
        Sentence answer = setting.say(
                        effect.test().p() > RATE
                                ? "impact-noise"
                                : effect.effect() > 0 ? "impact-added" : "impact-took")
                .with("days", count(marks))
                .with("actual", setting.amount(actual))
                .with("expected", setting.amount(expected))
                .with("effect", setting.change(effect.effect()))
                .with("low", setting.change(effect.interval().low()))
                .with("high", setting.change(effect.interval().high()))
                .with("growth", expected > 0 ? new Term.Growth(effect.effect() / expected) : Term.UNKNOWN)
                .with("p", Term.ratio(effect.test().p()));
        draft.estimate(setting.difference(effect.effect(), effect.interval()));
        draft.reason(Sentence.of("impact-placebo")
                .with("draws", effect.placebos().length)
                .with("low", setting.change(EventEffect.quantile(effect.placebos(), 0.025)))
                .with("high", setting.change(EventEffect.quantile(effect.placebos(), 0.975)))
                .with("share", Term.share(effect.placeboShare())));
        draft.evidence(each(tested));
        draft.evidence(new EventTable(setting).weeksAround(tested));
        draft.caveat(Sentence.of("impact-raw"));
        if (!known().isEmpty()) {
            draft.caveat(Sentence.of("impact-joint").with("others", Asked.titles(known())));
        }
        Verdict verdict = effect.test().p() > RATE ? Verdict.NOISE : Verdict.CLEAR;
        return draft.answer(verdict, answer, setting.provenance());
    }

    /** Each occasion by itself, the others known beside it. */
    private Evidence each(List<Period> tested) {
        Evidence table =
                Evidence.of("each_occasion").time("days").number("effect_a_day").number("p");
        if (tested.size() < 2) {
            return table;
        }
        List<List<Term>> rows = new ArrayList<>();
        for (Period days : tested) {
            List<Period> alone = List.of(days);
            List<boolean[]> rest = new ArrayList<>(List.of(others()));
            tested.stream().filter(other -> !other.equals(days)).forEach(other -> rest.add(marks(List.of(other))));
            try {
                EventEffect effect = EventEffect.of(daily.values(), marks(alone), rest.toArray(new boolean[0][]));
                rows.add(List.of(
                        Term.days(days),
                        setting.difference(effect.effect(), effect.interval()),
                        Term.ratio(effect.test().p())));
            } catch (IllegalArgumentException e) {
                rows.add(List.of(Term.days(days), Term.UNKNOWN, Term.UNKNOWN));
            }
        }
        return table.rows(rows);
    }

    private void refusals(Finding.Draft draft, List<Period> inData, List<Period> tested) {
        inData.stream()
                .filter(days -> !tested.contains(days))
                .forEach(days -> draft.caveat(Sentence.of("impact-refused")
                        .with("days", Term.days(days))
                        .with("why", Term.words("impact-status-" + status(days)))));
    }

    /** Whether there could be data of it: between the first and the last day of the source. */
    private boolean lies(Period days) {
        var meta = setting.daily().answer().meta();
        Optional<LocalDate> from = meta.from();
        Optional<LocalDate> until = meta.to();
        return from.isPresent() && until.isPresent() && Asked.meets(days, new Period(from.get(), until.get()));
    }

    private boolean isTestable(Period days) {
        return status(days).equals("tested");
    }

    private String status(Period days) {
        List<LocalDate> each = days.first().datesUntil(days.last().plusDays(1)).toList();
        if (!each.stream().allMatch(daily::holds)) {
            return each.stream().anyMatch(daily::isOpen) ? "open" : "unknown";
        }
        return each.stream().anyMatch(daily::isClosed) ? "closed" : "tested";
    }

    private boolean[] marks(List<Period> periods) {
        boolean[] marks = new boolean[daily.days()];
        for (int i = 0; i < marks.length; i++) {
            LocalDate day = daily.first().plusDays(i);
            marks[i] = periods.stream().anyMatch(days -> days.holds(day));
        }
        return marks;
    }

    /** Days of other occasions and days on which the shop was closed, those of each together. */
    private boolean[][] others() {
        List<boolean[]> rows = new ArrayList<>();
        for (Occasion other : known()) {
            rows.add(marks(List.of(other.days())));
        }
        int start = -1;
        for (int i = 0; i <= daily.days(); i++) {
            boolean closed = i < daily.days() && daily.closed()[i];
            if (closed && start < 0) {
                start = i;
            } else if (!closed && start >= 0) {
                boolean[] row = new boolean[daily.days()];
                java.util.Arrays.fill(row, start, i, true);
                rows.add(row);
                start = -1;
            }
        }
        return rows.toArray(new boolean[0][]);
    }

    private List<Occasion> known() {
        return setting.occasions().others().stream()
                .filter(other -> Asked.meets(other.days(), new Period(daily.first(), daily.last())))
                .toList();
    }

    private double mean(boolean[] marks) {
        double sum = 0;
        for (int i = 0; i < marks.length; i++) {
            sum += marks[i] ? daily.values()[i] : 0;
        }
        return sum / count(marks);
    }

    private static int count(boolean[] marks) {
        int count = 0;
        for (boolean marked : marks) {
            count += marked ? 1 : 0;
        }
        return count;
    }
}
