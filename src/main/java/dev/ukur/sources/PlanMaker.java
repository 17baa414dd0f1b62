package dev.ukur.sources;

import dev.ukur.model.SourceProfile;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.cell.Dates;
import dev.ukur.sources.cell.NullMarkers;
import dev.ukur.sources.cell.NumberLocale;
import dev.ukur.sources.cell.Numbers;
import dev.ukur.store.TableShape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the plans by which a profile's rows become rows of its canonical tables. */
record PlanMaker(ImportSetting setting, SourceProfile profile, Table table) {

    /**
     * One plan a target, in the order of the profile.
     *
     * @throws ProblemException when numbers or dates are not written in one way, or a target does not exist
     */
    List<TablePlan> plans(FileFacts facts, Evidence evidence, Extras extras) {
        ReadContext context = context(facts, evidence.numberLocale());
        return steps(context, evidence.dates()).stream()
                .map(steps -> new TablePlan(steps.shape(), steps, context, extras))
                .toList();
    }

    /** What of a row is kept beside its table's columns; the locale of numbers does not matter for that. */
    Extras extras(FileFacts facts) {
        Set<Integer> used = new HashSet<>();
        Set<Integer> persons = new LinkedHashSet<>();
        steps(context(facts, NumberLocale.DOT), Map.of()).forEach(steps -> {
            used.addAll(steps.used());
            persons.addAll(steps.persons());
        });
        boolean isSpread = profile.layout().unpivot().isPresent();
        Extras extras = new Extras(table.fields(), setting.persons(), used, !isSpread);
        persons.forEach(extras::name);
        profile.pii().forEach(extras::drop);
        return extras;
    }

    /** Reads plain cells in SQL, as the plans would; of some fields all are known to be plain text. */
    PlainCells plain(FileFacts facts, Evidence evidence, Set<Integer> printable) {
        NumberLocale locale = evidence.numberLocale();
        return new PlainCells(context(facts, locale), locale, printable);
    }

    private ReadContext context(FileFacts facts, NumberLocale locale) {
        NullMarkers nulls = NullMarkers.of(profile.locale().nulls());
        LocalDate tomorrow = LocalDate.now(
                        setting.clock().withZone(setting.workspace().zone()))
                .plusDays(1);
        return new ReadContext(
                facts,
                Numbers.in(locale).withNulls(nulls),
                nulls,
                setting.workspace().zone(),
                tomorrow,
                setting.persons());
    }

    private List<PlanSteps> steps(ReadContext context, Map<Integer, Dates> dates) {
        PlanSteps.Parts parts = new PlanSteps.Parts(
                context, dates, setting.channels(), setting.workspace().brandTerms());
        List<PlanSteps> plans = new ArrayList<>();
        for (String target : profile.targets()) {
            TableShape shape = setting.store().shapes().get(target);
            if (shape == null) {
                throw new ProblemException(Problem.error("profile-unknown-table", profile.at())
                        .with("profile", profile.name())
                        .with("table", target));
            }
            plans.add(new PlanSteps(shape, profile, table, parts));
        }
        return plans;
    }
}
