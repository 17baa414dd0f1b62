package dev.ukur.delivery.report.dashboard;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.AnswerWords;
import dev.ukur.delivery.report.MetricNumbers;
import dev.ukur.delivery.report.ScorecardPage;
import dev.ukur.delivery.report.ScorecardView.Card;
import dev.ukur.delivery.report.ScorecardView.Drawing;
import dev.ukur.delivery.report.chart.PathChart;
import dev.ukur.delivery.report.dashboard.FindingSections.Told;
import dev.ukur.delivery.report.dashboard.Section.Body;
import dev.ukur.delivery.report.dashboard.Section.Cell;
import dev.ukur.delivery.report.dashboard.Section.Fact;
import dev.ukur.delivery.report.dashboard.Section.Grid;
import dev.ukur.delivery.report.dashboard.Section.Head;
import dev.ukur.delivery.report.dashboard.Section.Link;
import dev.ukur.i18n.Messages;
import dev.ukur.insights.why.Why;
import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Point;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Comparison;
import dev.ukur.metrics.Display;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.model.MetricUnit;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.LoadSummary;
import dev.ukur.time.Cadence;
import dev.ukur.time.Grain;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One KPI: its path and forecast, why it moved, its parts, how its number is made down to files and rows. */
public final class KpiPage {

    private static final int WIDE = 960;
    private static final int WIDE_HEIGHT = 340;
    private static final int NARROW = 358;
    private static final int NARROW_HEIGHT = 260;
    private static final int MOST_FILES = 30;
    private static final List<String> DIMENSIONS = List.of("channel", "campaign", "device", "city");

    private final Shell shell;
    private final Messages say;
    private final Ukur ukur;
    private final Words words;

    public KpiPage(Shell shell, Ukur ukur) {
        this.shell = shell;
        this.say = shell.say();
        this.ukur = ukur;
        this.words = new Words(say, ukur.catalog());
    }

    /**
     * The whole page.
     *
     * @throws ProblemException with {@code web-no-kpi}
     */
    public String html(String goal) {
        Scorecard scorecard = ukur.scorecard(Optional.empty());
        Line line = scorecard.kpis().stream()
                .filter(kpi -> kpi.goal().name().equals(goal))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.error("web-no-kpi", Location.nowhere()).with("kpi", goal)));
        Card card = new ScorecardPage(say, shell.version())
                .view(ukur.settings(), scorecard)
                .cards()
                .get(scorecard.kpis().indexOf(line));
        Told why = why(line);
        List<Section> sections =
                new ArrayList<>(List.of(new Section(say.text("web.kpi.why"), "", Body.words(List.of(why.lede())), "")));
        sections.addAll(why.sections());
        // What moved by a dimension is told with the reasons; by the others the number stands beside the one before.
        line.period()
                .ifPresent(period -> DIMENSIONS.stream()
                        .filter(by -> !why.tables().contains("by_" + by))
                        .forEach(by -> parts(line, by).ifPresent(sections::add)));
        sections.add(definition(card));
        line.period().ifPresent(period -> sections.add(made(line)));
        return Pages.render(
                "kpi",
                shell,
                Map.of("card", card, "path", path(card, line), "table", table(line), "sections", sections));
    }

    private Optional<Drawing> path(Card card, Line line) {
        if (line.trend().isEmpty()) {
            return Optional.empty();
        }
        MetricNumbers numbers = new MetricNumbers(say.formats());
        MetricUnit unit = line.metric().unit();
        PathChart chart = new PathChart(
                say.text(
                        "web.kpi.finding",
                        Map.of(
                                "metric",
                                card.head().metric(),
                                "now",
                                card.head().now())),
                line.trend().stream().map(Point::value).toList(),
                new PathChart.Names(
                        say.formats().tick(line.trend().get(0).period()),
                        say.formats()
                                .tick(line.trend().get(line.trend().size() - 1).period()),
                        line.target()
                                .map(target -> say.formats().tick(Grain.MONTH.around(target.due())))
                                .orElse("")),
                line.periodTarget()
                        .map(value -> new PathChart.Level(
                                value, say.text("scorecard.label.target", "value", numbers.text(unit, value)))),
                line.periodForecast()
                        .map(band -> new PathChart.Fan(
                                band.low(),
                                band.value(),
                                band.high(),
                                say.text("page.forecast") + " " + numbers.text(unit, band.value()))),
                value -> numbers.brief(unit, value));
        return chart.draw(WIDE, WIDE_HEIGHT)
                .flatMap(wide -> chart.draw(NARROW, NARROW_HEIGHT).map(narrow -> new Drawing(wide, narrow)));
    }

    private Section table(Line line) {
        MetricNumbers numbers = new MetricNumbers(say.formats());
        List<List<Cell>> rows = line.trend().stream()
                .map(point -> List.of(
                        Cell.link(
                                say.formats().period(point.period()),
                                "/explore?metric=" + line.metric().name() + "&grain=day&from="
                                        + point.period().first() + "&to="
                                        + point.period().last() + filter(line)),
                        Cell.of(numbers.text(line.metric().unit(), point.value().orElse(null))
                                + (point.provisional() ? " ~" : ""))))
                .toList();
        Grid grid = new Grid(
                List.of(new Head(say.text("web.dim.period"), false), new Head(say.text("web.value"), true)), rows);
        boolean open = line.trend().stream().anyMatch(Point::provisional);
        return new Section(
                say.text("web.kpi.values"), "", Body.grid(grid), open ? say.text("web.kpi.values.open") : "");
    }

    private Told why(Line line) {
        FindingSections sections = new FindingSections(say);
        return line.period()
                .map(days -> sections.leading(drill(line), days))
                .orElse(sections)
                .ask(ukur, () -> new Why(line.goal().name(), Optional.empty(), Comparison.PREVIOUS));
    }

    private DrillDown drill(Line line) {
        return new DrillDown(
                line.metric().name(), line.goal().kpi().where(), ukur.settings().calendar());
    }

    /** The last complete period by a dimension; nothing where the metric is not broken down that way. */
    private Optional<Section> parts(Line line, String by) {
        // Cut by the cadence, a month is compared with the month before it, as everywhere on this page.
        Grain grain = line.goal().kpi().cadence().map(Cadence::grain).orElse(Grain.TOTAL);
        MetricQuery question = new MetricQuery(
                List.of(line.metric().name()),
                List.of(by),
                grain,
                line.period(),
                line.goal().kpi().where(),
                Optional.empty(),
                Display.comparing(Comparison.PREVIOUS));
        try {
            Answer answer = ukur.query(question);
            if (answer.rows().size() < 2) {
                return Optional.empty();
            }
            AnswerGrid grid = new AnswerGrid(
                    say, words, new AnswerWords.Cut(grain, ukur.settings().calendar()));
            Link link = new Link(
                    "/explore?metric=" + line.metric().name() + "&by=" + by + "&grain=month" + filter(line),
                    say.text("web.explore.open"));
            String title = say.text(
                    "web.kpi.by", "dimension", say.text("web.dim." + by).toLowerCase(Locale.ROOT));
            return Optional.of(new Section(
                    title,
                    say.formats().period(line.period().orElseThrow()),
                    Body.grid(drill(line)
                                    .into(
                                            grid.ofOnePeriod(answer),
                                            answer,
                                            line.period().orElseThrow()))
                            .with(link),
                    words.source(answer)));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static String filter(Line line) {
        return line.goal()
                .kpi()
                .where()
                .map(condition -> "&where=" + URLEncoder.encode(condition, StandardCharsets.UTF_8))
                .orElse("");
    }

    private Section definition(Card card) {
        List<Fact> facts = card.how().stream()
                .map(fact -> new Fact(fact.term(), fact.rest()))
                .toList();
        return new Section(
                say.text("web.kpi.definition"), "", Body.words(List.of()).with(facts), "");
    }

    /** Files and rows behind the number, and the question that was put to them. */
    private Section made(Line line) {
        try {
            Answer answer = ukur.query(
                    MetricQuery.total(line.metric().name(), line.period().orElseThrow())
                            .where(line.goal().kpi().where()));
            List<List<Cell>> rows = ukur.loads().stream()
                    .filter(load -> load.undoneBy().isEmpty())
                    .filter(load -> answer.meta()
                            .sources()
                            .contains(load.source().profile() + "/"
                                    + load.source().account()))
                    .filter(load -> load.days()
                            .filter(days -> !days.last()
                                            .isBefore(
                                                    line.period().orElseThrow().first())
                                    && !days.first()
                                            .isAfter(line.period().orElseThrow().last()))
                            .isPresent())
                    .limit(MOST_FILES)
                    .map(this::file)
                    .toList();
            Grid grid = new Grid(
                    List.of(
                            new Head(say.text("web.file"), false),
                            new Head(say.text("web.source"), false),
                            new Head(say.text("web.read"), true),
                            new Head(say.text("web.rejected"), true)),
                    rows);
            return new Section(
                    say.text("web.kpi.made"),
                    "",
                    Body.grid(grid).code(answer.meta().sql()),
                    words.source(answer));
        } catch (ProblemException e) {
            return new Section(
                    say.text("web.kpi.made"),
                    "",
                    Body.words(e.problems().stream().map(say::sentence).toList()),
                    "");
        }
    }

    private List<Cell> file(LoadSummary load) {
        return List.of(
                Cell.link(LastName.of(load.file()), "/data/loads/" + load.load()),
                Cell.of(load.source().profile()),
                Cell.of(say.formats().count(load.rows().read())),
                Cell.of(say.formats().count(load.rows().rejected())));
    }
}
