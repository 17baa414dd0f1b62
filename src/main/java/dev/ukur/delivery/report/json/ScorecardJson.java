package dev.ukur.delivery.report.json;

import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.Scorecard.Arriving;
import dev.ukur.kpis.Scorecard.Band;
import dev.ukur.kpis.Scorecard.Context;
import dev.ukur.kpis.Scorecard.Driver;
import dev.ukur.kpis.Scorecard.Guard;
import dev.ukur.kpis.Scorecard.Interval;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Need;
import dev.ukur.kpis.Scorecard.Pace;
import dev.ukur.kpis.Scorecard.Point;
import dev.ukur.kpis.Scorecard.Sum;
import dev.ukur.kpis.Scorecard.YearAgo;
import dev.ukur.model.Kpi;
import dev.ukur.model.Label;
import dev.ukur.model.Target;
import dev.ukur.time.Cadence;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.util.Locale;
import java.util.Optional;

/** All KPIs at a date: first the names of the contract, then what else is known of each. */
final class ScorecardJson {

    private final ProblemJson problems;

    ScorecardJson(ProblemJson problems) {
        this.problems = problems;
    }

    void write(Json json, Scorecard scorecard) {
        json.put("as_of", scorecard.asOf())
                .array("kpis", scorecard.kpis(), ScorecardJson::line)
                .array("warnings", scorecard.warnings(), problems::warning);
    }

    private static void line(Json json, Line line) {
        Kpi kpi = line.goal().kpi();
        json.put("goal", line.goal().name())
                .put("metric", line.metric().name())
                .put("owner", kpi.owner())
                .put("cadence", kpi.cadence().map(Cadence::word))
                .put("now", line.now().value())
                .put("baseline", line.baseline().value())
                .put("target", line.targetValue())
                .put("due", line.target().map(Target::due))
                .put("gap", line.gap())
                .put("status", line.status().name().toLowerCase(Locale.ROOT))
                .object("forecast", object -> forecast(object, line.forecast()))
                .put("chance", line.chance())
                .array("drivers", line.drivers(), ScorecardJson::driver);
        label(json, "next_action", kpi.action());
        json.put("fresh_until", line.freshUntil());
        more(json, line);
    }

    private static void more(Json json, Line line) {
        label(json, "sentence", Optional.of(line.goal().sentence()));
        json.put("unit", line.metric().unit().word())
                .put("direction", line.metric().direction().word())
                .put("from", line.period().map(Period::first))
                .put("to", line.period().map(Period::last))
                .put("now_low", line.now().low())
                .put("now_high", line.now().high())
                .put("previous", line.previous().value())
                .put("target_per", line.target().flatMap(Target::per).map(Grain::word))
                .put("provisional", line.provisional())
                .array("trend", line.trend(), ScorecardJson::point);
        context(json, line.context());
    }

    private static void context(Json json, Context context) {
        json.put("path", context.path())
                .array("bands", context.bands(), ScorecardJson::band)
                .array("guardrails", context.guardrails(), ScorecardJson::guard);
        if (context.pace().isPresent()) {
            json.object("pace", object -> pace(object, context.pace().get()));
        } else {
            json.put("pace", null);
        }
        if (context.sum().isPresent()) {
            json.object("sum", object -> sum(object, context.sum().get()));
        } else {
            json.put("sum", null);
        }
        if (context.arriving().isPresent()) {
            json.object(
                    "arriving", object -> arriving(object, context.arriving().get()));
        } else {
            json.put("arriving", null);
        }
        if (context.yearAgo().isPresent()) {
            json.object("year_ago", object -> yearAgo(object, context.yearAgo().get()));
        } else {
            json.put("year_ago", null);
        }
    }

    private static void arriving(Json json, Arriving part) {
        json.put("arrived", part.arrived())
                .put("arrived_low", part.low())
                .put("arrived_high", part.high())
                .put("whole", part.whole().value())
                .put("whole_low", part.whole().low())
                .put("whole_high", part.whole().high());
    }

    private static void pace(Json json, Pace pace) {
        json.put("from", pace.period().first())
                .put("to", pace.period().last())
                .put("until", pace.until())
                .put("so_far", pace.soFar())
                .put("on_path", pace.onPath())
                .put("days_left", pace.daysLeft())
                .put("needed_per_day", pace.neededPerDay())
                .put("coming_per_day", pace.comingPerDay())
                .array("needs", pace.needs(), ScorecardJson::need);
    }

    private static void need(Json json, Need need) {
        json.put("from", need.period().first()).put("to", need.period().last()).put("needed", need.value());
    }

    private static void sum(Json json, Sum sum) {
        json.put("from", sum.span().first())
                .put("to", sum.span().last())
                .put("until", sum.until())
                .put("so_far", sum.soFar());
    }

    private static void band(Json json, Band band) {
        json.put("band", band.name().name().toLowerCase(Locale.ROOT))
                .put("level", band.level())
                .put("chance", band.chance());
    }

    private static void guard(Json json, Guard guard) {
        json.put("metric", guard.metric().name())
                .put("now", guard.now().value())
                .put("limit", guard.limit())
                .put("state", guard.state().name().toLowerCase(Locale.ROOT));
    }

    private static void yearAgo(Json json, YearAgo year) {
        json.put("calendar_change", year.calendar())
                .put("holiday_aligned_change", year.aligned())
                .put("pause_from", year.pause().map(Period::first))
                .put("pause_to", year.pause().map(Period::last));
    }

    private static void forecast(Json json, Optional<Interval> forecast) {
        json.put("value", forecast.map(Interval::value))
                .put("low", forecast.map(Interval::low))
                .put("high", forecast.map(Interval::high));
    }

    private static void driver(Json json, Driver driver) {
        Optional<Double> change = driver.now().flatMap(now -> driver.previous().map(previous -> now - previous));
        json.put("metric", driver.metric().name())
                .put("now", driver.now())
                .put("previous", driver.previous())
                .put("change", change);
    }

    private static void point(Json json, Point point) {
        json.put("from", point.period().first())
                .put("to", point.period().last())
                .put("value", point.value());
    }

    private static void label(Json json, String name, Optional<Label> label) {
        if (label.isPresent()) {
            json.object(name, object -> CatalogJson.label(object, label.get()));
        } else {
            json.put(name, null);
        }
    }
}
