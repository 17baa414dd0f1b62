package dev.ukur.delivery.report.dashboard;

import dev.ukur.Ukur;
import dev.ukur.delivery.ask.Options;
import dev.ukur.delivery.ask.WrittenQuery;
import dev.ukur.delivery.report.AnswerWords;
import dev.ukur.delivery.report.MetricNumbers;
import dev.ukur.delivery.report.ScorecardView.Drawing;
import dev.ukur.delivery.report.chart.PathChart;
import dev.ukur.delivery.report.dashboard.Section.Body;
import dev.ukur.delivery.report.dashboard.Section.Grid;
import dev.ukur.delivery.report.dashboard.Section.Link;
import dev.ukur.i18n.Messages;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.metrics.Comparison;
import dev.ukur.model.MetricUnit;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import dev.ukur.time.WrittenDates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Any metrics by any dimensions; the address is the question, so a link shows another person the same. */
public final class ExplorePage {

    private static final int WIDE = 960;
    private static final int NARROW = 358;
    private static final int HEIGHT = 260;
    private static final List<String> NAMES = List.of("by", "grain", "from", "to", "compare", "where", "top");

    private final Shell shell;
    private final Messages say;
    private final Ukur ukur;

    public ExplorePage(Shell shell, Ukur ukur) {
        this.shell = shell;
        this.say = shell.say();
        this.ukur = ukur;
    }

    /** A choice of a form: its value, its label, whether it is chosen. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * The form.
     *
     * @param metrics that the data can give
     * @param grains how time may be cut
     * @param comparisons what may be compared with
     * @param values of the other fields
     */
    public record Form(
            List<Choice> metrics, List<Choice> grains, List<Choice> comparisons, Map<String, String> values) {}

    /** The whole page; without metrics only the form. */
    public String html(List<String> metrics, Options options) {
        List<CatalogueEntry> catalogue = ukur.catalog();
        List<String> asked = metrics.isEmpty() ? List.of("visits") : metrics;
        return Pages.render(
                "explore",
                shell,
                Map.of(
                        "form", form(asked, options, catalogue),
                        "sections", sections(asked, options, catalogue)));
    }

    private Form form(List<String> metrics, Options options, List<CatalogueEntry> catalogue) {
        Words words = new Words(say, catalogue);
        List<Choice> offered = catalogue.stream()
                .filter(CatalogueEntry::computable)
                .map(entry -> new Choice(
                        entry.metric().name(),
                        words.label(entry.metric().label()),
                        metrics.contains(entry.metric().name())))
                .sorted(java.util.Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
        String grain = options.values().apply("grain").orElse("month");
        List<Choice> grains = Grain.words().stream()
                .map(word -> new Choice(word, say.text("web.grain." + word), word.equals(grain)))
                .toList();
        String compare = options.values().apply("compare").orElse("");
        List<Choice> comparisons =
                new ArrayList<>(List.of(new Choice("", say.text("web.compare.none"), compare.isEmpty())));
        Comparison.words()
                .forEach(word ->
                        comparisons.add(new Choice(word, say.text("web.compare." + word), word.equals(compare))));
        Map<String, String> values = Map.of(
                "by", options.values().apply("by").orElse(""),
                "from", day(options, "from", Period::first),
                "to", day(options, "to", Period::last),
                "where", options.values().apply("where").orElse(""));
        return new Form(offered, grains, comparisons, values);
    }

    /** An end of the period as a day, the only form a date field takes; what cannot be read is told under the form. */
    private static String day(Options options, String name, Function<Period, LocalDate> end) {
        try {
            return options.values()
                    .apply(name)
                    .map(text -> end.apply(WrittenDates.period(name, text)).toString())
                    .orElse("");
        } catch (ProblemException e) {
            return "";
        }
    }

    private List<Section> sections(List<String> metrics, Options options, List<CatalogueEntry> catalogue) {
        Options whole = new Options(
                name -> options.values()
                        .apply(name)
                        .or(() -> name.equals("grain") ? Optional.of("month") : Optional.empty()),
                options.switches(),
                options.spelling());
        try {
            Words words = new Words(say, catalogue);
            WrittenQuery asked = new WrittenQuery(metrics, whole);
            Answer answer = ukur.query(asked.query(ukur));
            if (answer.rows().isEmpty()) {
                return List.of(new Section(say.text("web.answer"), "", Body.words(List.of(say.text("web.empty"))), ""));
            }
            AnswerWords.Cut cut =
                    new AnswerWords.Cut(asked.grain(), ukur.settings().calendar());
            AnswerGrid grid = new AnswerGrid(say, words, cut);
            DrillDown drill = new DrillDown(
                    String.join(",", metrics),
                    options.values().apply("where"),
                    ukur.settings().calendar());
            Grid flat = drill.into(grid.of(answer), answer, asked.grain());
            Optional<Grid> crossed = CrossTable.of(answer, flat, say.text("web.unknown"));
            String title = crossed.isPresent() ? words.metric(metrics.get(0)) : say.text("web.answer");
            Body body = Body.grid(crossed.orElse(flat))
                    .with(rows(metrics, whole, "csv"))
                    .with(rows(metrics, whole, "parquet"));
            Optional<Drawing> drawing =
                    drawing(answer, metrics.stream().map(words::metric).toList(), asked.grain());
            Body drawn = drawing.map(body::with).orElse(body);
            String days = answer.meta()
                    .from()
                    .flatMap(from -> answer.meta().to().map(to -> new Period(from, to)))
                    .map(say.formats()::period)
                    .orElse("");
            return List.of(
                    new Section(title, days, drawn, source(answer, cut, words)),
                    new Section(
                            "SQL",
                            say.text("web.sql"),
                            Body.words(List.of()).code(answer.meta().sql()),
                            ""));
        } catch (ProblemException e) {
            return List.of(refused(e));
        }
    }

    private Section refused(ProblemException e) {
        List<String> words = new ArrayList<>();
        e.problems().forEach(problem -> {
            words.add(say.sentence(problem));
            say.fix(problem).ifPresent(words::add);
        });
        return new Section(say.text("web.problem"), "", Body.words(words), "");
    }

    private String source(Answer answer, AnswerWords.Cut cut, Words page) {
        String words = page.source(answer);
        return new AnswerWords(say, cut)
                .notWhole(answer.meta())
                .map(partial -> partial + " " + words)
                .orElse(words);
    }

    /** One metric over time is drawn, as far as its periods are whole: a month just begun is no fall. */
    private Optional<Drawing> drawing(Answer answer, List<String> metrics, Grain grain) {
        boolean series = metrics.size() == 1
                && answer.columns().get(0).kind() == Answer.Kind.TIME
                && answer.columns().stream().noneMatch(column -> column.kind() == Answer.Kind.DIMENSION);
        if (!series) {
            return Optional.empty();
        }
        List<LocalDate> starts = new ArrayList<>();
        List<Optional<Double>> values = new ArrayList<>();
        for (List<@Nullable Object> row : answer.rows()) {
            if (row.get(0) instanceof LocalDate start
                    && !answer.meta().partial().contains(start)) {
                starts.add(start);
                values.add(Optional.ofNullable((Double) row.get(1)));
            }
        }
        if (values.size() < 2) {
            return Optional.empty();
        }
        MetricUnit unit = answer.columns().get(1).unit().flatMap(MetricUnit::of).orElse(MetricUnit.RATIO);
        MetricNumbers numbers = new MetricNumbers(say.formats());
        PathChart chart = new PathChart(
                say.text("web.explore.finding", "metric", metrics.get(0)),
                values,
                new PathChart.Names(
                        tick(starts.get(0), grain),
                        tick(starts.get(starts.size() - 1), grain),
                        "",
                        row(answer, starts.get(0))),
                Optional.empty(),
                Optional.empty(),
                number -> numbers.brief(unit, number));
        return chart.draw(WIDE, HEIGHT)
                .flatMap(wide -> chart.draw(NARROW, HEIGHT).map(narrow -> new Drawing(wide, narrow)));
    }

    /** Whole periods stand side by side: only the first and the last of an answer may be cut short. */
    private static int row(Answer answer, LocalDate start) {
        return IntStream.range(0, answer.rows().size())
                .filter(i -> start.equals(answer.rows().get(i).get(0)))
                .findFirst()
                .orElse(0);
    }

    private String tick(LocalDate start, Grain grain) {
        return say.formats().tick(ukur.settings().calendar().around(grain, start));
    }

    /** The same rows as a file. */
    private Link rows(List<String> metrics, Options options, String format) {
        StringBuilder address =
                new StringBuilder("/api/v1/query?format=" + format + "&metric=" + encoded(String.join(",", metrics)));
        NAMES.forEach(name -> options.values()
                .apply(name)
                .ifPresent(value -> address.append('&').append(name).append('=').append(encoded(value))));
        return new Link(address.toString(), say.text("web." + format));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
