package dev.ukur.delivery.report.dashboard;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.dashboard.Section.Body;
import dev.ukur.delivery.report.dashboard.Section.Cell;
import dev.ukur.delivery.report.dashboard.Section.Grid;
import dev.ukur.delivery.report.dashboard.Section.Head;
import dev.ukur.delivery.report.dashboard.Section.Link;
import dev.ukur.i18n.Messages;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.sources.LoadSummary;
import dev.ukur.sources.Preview;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Data: how healthy they are, files to add and what they would bring, loads with their rejected and restated rows. */
public final class DataPage {

    private static final int MOST_ROWS = 200;
    private static final int NEWEST = 20;
    private static final String GOALS = "goals.yaml";

    private final Shell shell;
    private final Messages say;
    private final Ukur ukur;
    private final Words words;

    public DataPage(Shell shell, Ukur ukur) {
        this.shell = shell;
        this.say = shell.say();
        this.ukur = ukur;
        this.words = new Words(say, ukur.catalog());
    }

    /** Sources with their freshness, what is wrong in the workspace's files, and the newest loads. */
    public String overview() {
        List<LoadSummary> loads = ukur.loads();
        List<Section> sections = new ArrayList<>();
        if (!loads.isEmpty()) {
            sections.add(sources(loads));
        }
        sections.add(problems(ukur.check()));
        if (!loads.isEmpty()) {
            sections.add(loads(loads, NEWEST));
        }
        String lede = say.text(loads.isEmpty() ? "web.data.first" : "web.data.about");
        return Pages.render("data", shell, Map.of("lede", lede, "sections", sections));
    }

    /** One source: all its loads. */
    public String source(String profile) {
        List<LoadSummary> loads = ukur.loads().stream()
                .filter(load -> load.source().profile().equals(profile))
                .toList();
        return Pages.render(
                "sections",
                shell,
                Map.of(
                        "title",
                        profile,
                        "lede",
                        say.text(loads.isEmpty() ? "web.source.none" : "web.source.about"),
                        "picker",
                        Optional.empty(),
                        "sections",
                        loads.isEmpty() ? List.of() : List.of(loads(loads, loads.size()))));
    }

    private Section sources(List<LoadSummary> loads) {
        Map<String, List<LoadSummary>> by = new LinkedHashMap<>();
        loads.stream()
                .filter(load -> load.undoneBy().isEmpty())
                .sorted(Comparator.comparing(load -> load.source().profile()))
                .forEach(load -> by.computeIfAbsent(load.source().profile(), name -> new ArrayList<>())
                        .add(load));
        List<List<Cell>> rows = by.entrySet().stream()
                .map(source -> List.of(
                        Cell.link(
                                source.getKey(),
                                "/data?source=" + URLEncoder.encode(source.getKey(), StandardCharsets.UTF_8)),
                        Cell.of(say.formats()
                                .date(source.getValue().stream()
                                        .flatMap(load -> load.days().stream())
                                        .map(days -> days.last())
                                        .max(Comparator.naturalOrder())
                                        .orElse(null))),
                        count(source.getValue().stream()
                                .mapToLong(load -> load.rows().read())
                                .sum()),
                        count(source.getValue().stream()
                                .mapToLong(load -> load.rows().rejected())
                                .sum())))
                .toList();
        return new Section(
                say.text("web.health"),
                "",
                Body.grid(new Grid(heads("source", "until", "#read", "#rejected"), rows)),
                "");
    }

    /** What the lint says of goals stands beside their editor; here it is counted. */
    private Section problems(List<Problem> all) {
        List<Problem> found =
                all.stream().filter(problem -> !isOfGoals(problem)).toList();
        int ofGoals = all.size() - found.size();
        Body counted = ofGoals == 0
                ? Body.words(List.of())
                : Body.words(List.of(say.text("web.check.goals", "count", ofGoals)))
                        .with(new Link("/goals", say.text("web.page.goals")));
        if (found.isEmpty()) {
            Body none = Body.words(List.of(say.text("web.check.none")));
            return new Section(say.text("web.check"), "", ofGoals == 0 ? none : counted, "");
        }
        List<List<Cell>> rows = found.stream()
                .map(problem -> List.of(
                        Cell.of(say.text("web.severity." + problem.severity().word())),
                        Cell.of(LastName.of(problem.at().toString())),
                        Cell.of(words.sentence(problem)),
                        Cell.of(say.fix(problem).orElse(""))))
                .toList();
        return new Section(
                say.text("web.check"), "", counted.with(new Grid(heads("severity", "place", "what", "fix"), rows)), "");
    }

    private static boolean isOfGoals(Problem problem) {
        return problem.at()
                .file()
                .filter(file -> LastName.of(file).equals(GOALS))
                .isPresent();
    }

    private Section loads(List<LoadSummary> loads, int most) {
        List<List<Cell>> rows = loads.stream()
                .limit(most)
                .map(load -> List.of(
                        Cell.link(LastName.of(load.file()), "/data/loads/" + load.load()),
                        Cell.of(load.source().profile()),
                        Cell.of(say.formats().period(load.days().orElse(null))),
                        count(load.rows().read()),
                        count(load.rows().added()),
                        count(load.rows().changed()),
                        count(load.rows().rejected()),
                        Cell.of(load.undoneBy().isPresent() ? say.text("web.undone") : "")))
                .toList();
        return new Section(
                say.text("web.loads"),
                loads.size() > most
                        ? say.text("web.loads.newest", Map.of("shown", most, "count", loads.size()))
                        : say.text("web.loads.count", "count", loads.size()),
                Body.grid(new Grid(
                        heads("file", "source", "days", "#read", "#new", "#changed", "#rejected", "state"), rows)),
                "");
    }

    /** What files would bring, before anything is stored; or what they brought. */
    public String report(ImportReport report, Optional<String> sending) {
        List<Section> sections = new ArrayList<>();
        for (FileReport file : report.files()) {
            if (file.outcome() != Outcome.SKIPPED) {
                sections.add(file(file, report.previews().get(file.file())));
            }
        }
        boolean loadable = report.files().stream().anyMatch(file -> file.outcome() == Outcome.DRY_RUN);
        String lede =
                say.text(sending.isEmpty() ? "web.loaded" : loadable ? "web.preview.about" : "web.preview.refused");
        return Pages.render(
                "preview",
                shell,
                Map.of("lede", lede, "sending", sending.filter(id -> loadable).orElse(""), "sections", sections));
    }

    private Section file(FileReport file, @org.jspecify.annotations.Nullable Preview preview) {
        List<String> said = file.problems().stream()
                .map(problem -> words.sentence(problem)
                        + say.fix(problem).map(fix -> " " + fix).orElse(""))
                .toList();
        List<Section.Fact> facts = new ArrayList<>(List.of(
                new Section.Fact(say.text("web.source"), file.profile().orElse("–")),
                new Section.Fact(
                        say.text("web.days"), say.formats().period(file.period().orElse(null))),
                new Section.Fact(say.text("web.read"), say.formats().count(file.read()))));
        if (file.outcome() != ImportReport.Outcome.DRY_RUN) { // what would be new is not known before it is loaded
            facts.add(new Section.Fact(say.text("web.new"), say.formats().count(file.loaded())));
            facts.add(new Section.Fact(say.text("web.changed"), say.formats().count(file.changed())));
        }
        facts.add(new Section.Fact(say.text("web.rejected"), rejected(file)));
        Body body = Body.words(said).with(facts);
        return new Section(
                LastName.of(file.file()),
                say.text("web.outcome." + file.outcome().name().toLowerCase(Locale.ROOT)),
                preview == null ? body : body.with(first(preview)),
                "");
    }

    private String rejected(FileReport file) {
        StringBuilder told = new StringBuilder(say.formats().count(file.rejected()));
        file.reasons()
                .forEach((code, count) -> told.append(" · ")
                        .append(say.knows("reject." + code) ? say.text("reject." + code) : code)
                        .append(": ")
                        .append(say.formats().count(count)));
        return told.toString();
    }

    private static Grid first(Preview preview) {
        return new Grid(
                preview.columns().stream().map(name -> new Head(name, false)).toList(),
                preview.rows().stream()
                        .map(row -> row.stream().map(Cell::of).toList())
                        .toList());
    }

    /**
     * One load: what it brought, kept out and changed.
     *
     * @throws ProblemException with {@code load-unknown}
     */
    public String load(long number) {
        LoadSummary load = ukur.loads().stream()
                .filter(one -> one.load() == number)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.error("load-unknown", Location.nowhere()).with("load", number)));
        return Pages.render(
                "load",
                shell,
                Map.of(
                        "title", LastName.of(load.file()),
                        "lede",
                                say.text(
                                        "web.load.about",
                                        Map.of(
                                                "load",
                                                number,
                                                "source",
                                                load.source().profile())),
                        "load", number,
                        "undoable", load.undoneBy().isEmpty(),
                        "sections", List.of(rejects(number), restated(number))));
    }

    private Section rejects(long load) {
        List<List<Cell>> rows = ukur.rejects(Optional.of(load)).stream()
                .limit(MOST_ROWS)
                .map(row -> List.of(
                        Cell.of(say.formats().count(row.line())),
                        Cell.of(say.text("reject." + row.reason())),
                        Cell.of(row.column().orElse("")),
                        Cell.of(row.value().orElse(""))))
                .toList();
        Body body = rows.isEmpty()
                ? Body.words(List.of(say.text("web.rejects.none")))
                : Body.grid(new Grid(heads("line", "reason", "column", "value"), rows));
        return new Section(say.text("web.rejects"), "", body, "");
    }

    private Section restated(long load) {
        List<List<Cell>> rows = ukur.restated(load).stream()
                .limit(MOST_ROWS)
                .map(sum -> List.of(
                        Cell.of(String.valueOf(sum.day())),
                        Cell.of(sum.column()),
                        Cell.of(String.valueOf(sum.before())),
                        Cell.of(String.valueOf(sum.after()))))
                .toList();
        Body body = rows.isEmpty()
                ? Body.words(List.of(say.text("web.restated.none")))
                : Body.grid(new Grid(heads("day", "column", "#before", "#after"), rows));
        return new Section(say.text("web.restated"), "", body, "");
    }

    private Cell count(long number) {
        return Cell.of(say.formats().count(number));
    }

    /** Headings by the keys of their texts; with a sharp for numbers. */
    private List<Head> heads(String... keys) {
        return Arrays.stream(keys)
                .map(key -> new Head(say.text("web." + key.replace("#", "")), key.startsWith("#")))
                .toList();
    }
}
