package dev.ukur.delivery.report;

import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Scorecard.Band;
import dev.ukur.kpis.Scorecard.Guard;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Need;
import dev.ukur.kpis.Scorecard.Pace;
import dev.ukur.kpis.Scorecard.YearAgo;
import dev.ukur.model.Direction;
import dev.ukur.model.MetricUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a KPI is read beside, in words; the same in terminal and page. */
public final class ContextWords {

    /** Under what guardrails stand; without their heading their words do not say what they are. */
    public static final String GUARDRAILS = "guardrails";

    private final Messages say;
    private final MetricNumbers numbers;
    private final Line line;

    public ContextWords(Messages say, Line line) {
        this.say = say;
        this.numbers = new MetricNumbers(say.formats());
        this.line = line;
    }

    /** All there is to say, each under the key of its name: pace, bands, guardrails, year. */
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        line.context().pace().map(this::pace).or(this::path).ifPresent(words -> all.put("pace", words));
        bands().ifPresent(words -> all.put("bands", words));
        guardrails().ifPresent(words -> all.put(GUARDRAILS, words));
        line.context().yearAgo().ifPresent(year -> all.put("year", year(year)));
        return all;
    }

    private String pace(Pace pace) {
        String need = say.text(
                "scorecard.pace." + stage(pace) + "." + side(),
                Map.of(
                        "chance", say.formats().chance(line.chance().orElse(null)),
                        "needed", number(pace.neededPerDay()),
                        "coming", pace.comingPerDay().map(this::number).orElse("–"),
                        "days", pace.daysLeft(),
                        "period", pace.period(),
                        "so_far", number(pace.soFar())));
        boolean several = pace.neededPerDay() > 0 && pace.needs().size() > 1;
        String all = several ? need + " " + needs(pace.needs()) : need;
        if (!pace.begun()) {
            return path().map(path -> all + " " + path).orElse(all);
        }
        return all + " "
                + say.text(
                        "scorecard.pace.so_far",
                        Map.of("so_far", number(pace.soFar()), "path", number(pace.onPath()), "day", pace.until()));
    }

    private static String stage(Pace pace) {
        if (pace.neededPerDay() <= 0) {
            return "done";
        }
        return pace.begun() ? "need" : "ahead";
    }

    /** What the next periods must bring; the first one may have begun. */
    private String needs(List<Need> needs) {
        Need next = needs.get(0);
        double most = needs.stream().mapToDouble(Need::value).max().orElseThrow();
        Need largest =
                needs.stream().filter(need -> need.value() == most).findFirst().orElseThrow();
        return say.text(
                "scorecard.pace.sum",
                Map.of(
                        "next", number(next.value()),
                        "next_period", next.period(),
                        "largest", number(largest.value()),
                        "largest_period", largest.period(),
                        "left", number(needs.stream().mapToDouble(Need::value).sum())));
    }

    private Optional<String> path() {
        return line.context()
                .path()
                .flatMap(path -> line.period()
                        .map(period -> say.text("scorecard.path", Map.of("path", number(path), "period", period))));
    }

    private String side() {
        return line.metric().direction() == Direction.DOWN ? "down" : "up";
    }

    private Optional<String> bands() {
        return joined(line.context().bands().stream().map(this::band).collect(Collectors.joining("; ")));
    }

    private String band(Band band) {
        return say.text(
                "scorecard.band." + band.name().name().toLowerCase(Locale.ROOT),
                Map.of(
                        "level",
                        number(band.level()),
                        "chance",
                        say.formats().chance(band.chance().orElse(null))));
    }

    private Optional<String> guardrails() {
        return joined(line.context().guardrails().stream().map(this::guard).collect(Collectors.joining("; ")));
    }

    private String guard(Guard guard) {
        MetricUnit unit = guard.metric().unit();
        return say.text(
                "scorecard.guard." + guard.state().name().toLowerCase(Locale.ROOT),
                Map.of(
                        "metric", KpiWords.text(say, guard.metric().label()),
                        "now", numbers.text(unit, guard.now().value().orElse(null)),
                        "limit", numbers.text(unit, guard.limit().orElse(null))));
    }

    private String year(YearAgo year) {
        String words = year.aligned()
                .map(aligned -> say.text(
                        "scorecard.year.both", Map.of("calendar", change(year.calendar()), "aligned", change(aligned))))
                .orElseGet(() -> say.text("scorecard.year.calendar", "calendar", change(year.calendar())));
        return year.pause()
                .map(days -> words + " "
                        + say.text("scorecard.year.pause", Map.of("first", days.first(), "last", days.last())))
                .orElse(words);
    }

    private String change(double relative) {
        return say.formats().signed(relative, say.formats().share(relative));
    }

    private String number(double value) {
        return numbers.text(line.metric().unit(), value);
    }

    private static Optional<String> joined(String words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
