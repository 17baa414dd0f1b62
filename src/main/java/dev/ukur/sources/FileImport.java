package dev.ukur.sources;

import dev.ukur.model.SourceProfile;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Severity;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.PlainText;
import dev.ukur.store.FileCells;
import dev.ukur.store.LoadRecord;
import dev.ukur.store.LoadRequest;
import dev.ukur.store.Loading;
import dev.ukur.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One file by one profile into the store: a first look at all cells (locale, personal data), then rows read, staged and
 * checked, then one commit, or none at all.
 */
final class FileImport {

    private final ImportSetting setting;
    private final Content content;
    private final ImportOptions options;
    private final SourceProfile profile;
    private final Table table;
    private final FactFinder finder;
    private final String file;
    private Map<String, Long> passedOver;
    private long erased;
    private long hidden;
    private ControlTotals totals = new ControlTotals(List.of(), Set.of());
    private Optional<Preview> preview = Optional.empty();
    private boolean byEngine;

    FileImport(ImportSetting setting, Content content, Match match, ImportOptions options) {
        this.setting = setting;
        this.content = content;
        this.options = options;
        this.profile = match.profile();
        this.table = match.table();
        this.finder = new FactFinder(profile, table, setting.workspace());
        this.file = match.shown(content.input().name());
        this.passedOver = Map.of();
    }

    /**
     * Imports.
     *
     * @throws ProblemException when the file is refused
     */
    FileReport run() {
        FileFacts facts = finder.find(content, options.period(), name -> setting.sibling(content, name));
        LoadRequest request = new LoadRequest(
                file, content.sha256(), profile.name(), profile.version(), facts.account(), said(facts));
        Optional<LoadRecord> earlier = setting.store().findLoad(request);
        if (earlier.isPresent()) {
            return Reports.alreadyLoaded(file, profile.name(), earlier.get(), List.of());
        }
        return keptOlder(request).orElseGet(() -> byEngine(facts, request).orElseGet(() -> byReaders(facts, request)));
    }

    /** The report of a file that an older version of its profile read, and that later loads hold in its place. */
    private Optional<FileReport> keptOlder(LoadRequest request) {
        Optional<LoadRecord> older = setting.store()
                .corrected(request)
                .filter(load -> load.request().profileVersion() != request.profileVersion()
                        && load.request().setting().equals(request.setting()));
        if (older.isEmpty()) {
            return Optional.empty();
        }
        try (Loading loading = setting.store().begin(request)) {
            return loading.obstacle()
                    .map(obstacle -> new Problem("load-kept-older", Severity.NOTE, Location.of(file), obstacle.facts()))
                    .map(kept -> Reports.alreadyLoaded(file, profile.name(), older.get(), List.of(kept)));
        }
    }

    private FileReport byReaders(FileFacts facts, LoadRequest request) {
        Evidence evidence = new Evidence(file, profile, table, finder.account());
        PlanMaker maker = new PlanMaker(setting, profile, table);
        Extras extras = maker.extras(facts);
        look(evidence, extras);
        List<TablePlan> plans = plans(maker, facts, evidence, extras);
        if (options.dryRun()) {
            preview = Optional.of(new PreviewMaker(table, evidence).of(plans.get(0)));
        }
        try (Loading loading = setting.store().begin(request)) {
            RowLoader loader = new RowLoader(plans, profile, loading, extras);
            read(rows(table.rows(), plans.get(0), loading, extras), plans.get(0), loader);
            return load(loading, loader, new Known(facts, ReadAs.of(facts, evidence)));
        }
    }

    /** The report of a large plain file; empty when it is none, or the engine cannot read most of it. */
    private Optional<FileReport> byEngine(FileFacts facts, LoadRequest request) {
        boolean knowsPersons = setting.workspace().intake().privacy().keepsPlain()
                || setting.persons().erasesAny();
        if (knowsPersons || options.dryRun() || content.bytes() < setting.smallestForEngine()) {
            return Optional.empty();
        }
        Optional<PlainText> plain = EngineRead.text(content, profile, table);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        try (Loading loading = setting.store().begin(request)) {
            return loading.read(EngineRead.file(plain.get(), profile))
                    .flatMap(
                            cells -> byEngine(facts, loading, cells, plain.get().printable()));
        }
    }

    private Optional<FileReport> byEngine(FileFacts facts, Loading loading, FileCells cells, Set<Integer> printable) {
        Evidence evidence = new Evidence(file, profile, table, finder.account());
        PlanMaker maker = new PlanMaker(setting, profile, table);
        Extras extras = maker.extras(facts);
        new CellsLook(cells, table.fields().count(), printable).at(evidence, extras);
        List<TablePlan> plans = plans(maker, facts, evidence, extras);
        TablePlan plan = plans.get(0);
        RowLoader loader = new RowLoader(plans, profile, loading, extras);
        Optional<EngineRead> read =
                EngineRead.stage(cells, table, plan, rules(maker.plain(facts, evidence, printable), extras, plan));
        if (read.isEmpty()) {
            return Optional.empty();
        }
        read.get().count(loader);
        read(rows(read.get().rest(), plan, loading, extras), plan, loader);
        byEngine = !read.get().isCrossed();
        return !byEngine
                ? Optional.empty()
                : Optional.of(load(loading, loader, new Known(facts, ReadAs.of(facts, evidence))));
    }

    /** Rows that readers count apart are left to them: those a program caused, and those whose person is hidden. */
    private EngineRead.Rules rules(PlainCells plain, Extras extras, TablePlan plan) {
        Predicate<SourceRow> caused =
                PeoplesRows.judge(table, profile, setting.channels().traces());
        return new EngineRead.Rules(
                plain,
                extras,
                PeoplesRows.toldBy(table, profile),
                caused.and(row -> !PersonRows.isHidden(row, plan.people(), setting.persons())));
    }

    private List<TablePlan> plans(PlanMaker maker, FileFacts facts, Evidence evidence, Extras extras) {
        List<TablePlan> plans = maker.plans(facts, evidence, extras);
        if (facts.period().isEmpty() && plans.stream().anyMatch(plan -> !plan.namesDays())) {
            throw new ProblemException(
                    Problem.error("period-missing", Location.of(file)).with("profile", profile.name()));
        }
        return plans;
    }

    /** Whether the engine has read the file, as far as it could. */
    boolean isByEngine() {
        return byEngine;
    }

    /** How the file was read, after a dry run. */
    Optional<Preview> preview() {
        return preview;
    }

    /** All that was said of the file and may make the same bytes read otherwise. */
    private String said(FileFacts facts) {
        String encoding = options.encoding().map(name -> "encoding " + name).orElse("");
        return encoding.isEmpty() || facts.setting().isEmpty()
                ? encoding + facts.setting()
                : encoding + ", " + facts.setting();
    }

    private void look(Evidence evidence, Extras extras) {
        if (content.kind() == Content.Kind.NDJSON) {
            return; // machine-written: numbers are typed, dates are ISO, and only named members are kept
        }
        try (Table.Rows rows = new ReadAhead(table.rows())) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                if (row.total().isEmpty()) {
                    evidence.look(row);
                    extras.look(row);
                }
            }
        }
    }

    /** What holds for the whole file: its facts, how it is read. */
    private record Known(FileFacts facts, ReadAs readAs) {}

    private FileReport load(Loading loading, RowLoader loader, Known known) {
        Reports.Read read =
                new Reports.Read(file, profile.name(), loader, totals.compare(), notes(loader, totals, loading));
        if (loader.read() == 0 && passedOver.isEmpty() && erased == 0) {
            throw new ProblemException(
                    Problem.error("no-rows", Location.of(file)).with("profile", profile.name()));
        }
        Optional<Problem> hold = hold(loader, totals).or(() -> overlap(loader, loading));
        if (hold.isPresent()) {
            return Reports.read(Outcome.HELD, read, hold);
        }
        if (options.dryRun()) {
            return Reports.read(Outcome.DRY_RUN, read, Optional.empty());
        }
        LoadRecord record = loading.commit(new Loading.LoadOutcome(
                loader.read(),
                provisionalFrom(loader),
                Reports.json(read, known.readAs()),
                complete(loader, known.facts()).map(days -> new Loading.Complete(days, Loading.Complete.Extent.WITHIN)),
                content.reached().orElse(null)));
        return Reports.loaded(read, record);
    }

    /** Of some rows those that people caused, less those about people who were erased. */
    private Table.Rows rows(Table.Rows all, TablePlan first, Loading loading, Extras extras) {
        Table.Rows ahead = new ReadAhead(
                PeoplesRows.of(table, all, profile, setting.channels().traces()));
        PersonRows rows = new PersonRows(ahead, setting.persons(), first, loading);
        return setting.workspace().intake().privacy().keepsPlain() ? rows.keeping(extras, table.fields()) : rows;
    }

    private void read(Table.Rows given, TablePlan plan, RowLoader loader) {
        totals = new ControlTotals(profile.load().controlTotals(), plan.moneyColumns());
        try (Table.Rows rows = given) {
            read(rows, plan, loader, totals);
        }
    }

    private void read(Table.Rows rows, TablePlan plan, RowLoader loader, ControlTotals totals) {
        RowGroups groups = new RowGroups(table, rows, profile.layout().group());
        for (List<SourceRow> next = groups.next(); !next.isEmpty(); next = groups.next()) {
            SourceRow first = next.get(0);
            Optional<SourceRow.Total> total = first.total();
            if (total.isPresent()) {
                totals.state(plan, first, total.get());
            } else {
                loader.load(next, totals);
            }
        }
        countRows(rows.remarks(), loader, totals);
        passedOver = new HashMap<>(rows.passedOver());
        Optional.ofNullable(passedOver.remove("erased")).ifPresent(rowsOfErased -> erased = rowsOfErased);
        Optional.ofNullable(passedOver.remove("hidden")).ifPresent(people -> hidden = people);
        loader.finish();
    }

    private void countRows(List<String> remarks, RowLoader loader, ControlTotals totals) {
        profile.layout()
                .rowCount()
                .ifPresent(pattern -> remarks.stream()
                        .map(pattern::matcher)
                        .filter(found -> found.find()
                                && found.groupCount() > 0
                                && found.group(1).matches("\\d{1,18}"))
                        .findFirst()
                        .ifPresent(found ->
                                totals.count(found.group().strip(), new BigDecimal(found.group(1)), loader.read())));
    }

    private List<Problem> notes(RowLoader loader, ControlTotals totals, Loading loading) {
        List<Problem> notes = new ArrayList<>();
        loading.corrects()
                .ifPresent(before -> notes.add(note(before.request().profileVersion() == profile.version()
                                ? "load-corrected"
                                : "load-read-anew")
                        .with("load", before.id())));
        if (loader.withoutTime() > 0) {
            notes.add(Problem.warning("rows-without-time", Location.of(file)).with("rows", loader.withoutTime()));
        }
        if (loader.repeated() > 0) {
            notes.add(note("rows-repeated").with("rows", loader.repeated()));
        }
        if (!passedOver.isEmpty()) {
            notes.add(note("requests-passed-over")
                    .with("bots", passedOver.getOrDefault("bot", 0L))
                    .with("spam", passedOver.getOrDefault("spam", 0L))
                    .with("files", passedOver.getOrDefault("file", 0L))
                    .with("others", passedOver.getOrDefault("other", 0L)));
        }
        if (erased > 0) {
            notes.add(note("rows-of-erased").with("rows", erased));
        }
        if (hidden > 0) {
            notes.add(Problem.warning("people-hidden", Location.of(file)).with("rows", hidden));
        }
        if (!profile.verified()) {
            notes.add(note("profile-unverified").with("profile", profile.name()));
        }
        boolean expects = profile.layout().rowCount().isPresent()
                || profile.layout().special().stream().anyMatch(row -> row.total());
        if (expects && !totals.hasBinding()) {
            notes.add(note("control-total-absent"));
        }
        return notes;
    }

    private Problem note(String code) {
        return new Problem(code, Severity.NOTE, Location.of(file), Map.of());
    }

    private Optional<Problem> hold(RowLoader loader, ControlTotals totals) {
        if (loader.rejected()
                > loader.read() * setting.workspace().intake().rejects().holdAbove()) {
            Map.Entry<String, Long> most = loader.reasons().entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow();
            return Optional.of(Problem.error("too-many-rejects", Location.of(file))
                    .with("rejected", loader.rejected())
                    .with("read", loader.read())
                    .with("reason", most.getKey()));
        }
        return totals.compare().stream()
                .filter(total -> total.binding() && !total.matches())
                .findFirst()
                .map(total -> Problem.error("control-total-mismatch", Location.of(file))
                        .with("label", total.label().isEmpty() ? "-" : total.label())
                        .with("column", total.column())
                        .with("stated", total.stated())
                        .with("summed", total.summed()));
    }

    /** The days of which the profile declares its files to hold all rows: as the file states them, else as its rows do. */
    private Optional<Period> complete(RowLoader loader, FileFacts facts) {
        return profile.load().complete()
                ? facts.period().or(() -> loader.coverages().get(0).span())
                : Optional.empty();
    }

    private Optional<Problem> overlap(RowLoader loader, Loading loading) {
        long corrected = loading.corrects().map(LoadRecord::id).orElse(0L);
        String account = finder.account().account().orElse(profile.account());
        return loader.coverages().stream()
                .flatMap(coverage -> coverage.conflict(setting.store(), account, corrected).stream())
                .findFirst()
                .map(periods -> Problem.error("overlapping-period", Location.of(file))
                        .with("first", periods.get(0).toString())
                        .with("second", periods.get(1).toString()));
    }

    private @Nullable LocalDate provisionalFrom(RowLoader loader) {
        int days = profile.load().restateDays();
        return days == 0
                ? null
                : loader.coverages()
                        .get(0)
                        .span()
                        .map(span -> span.last().minusDays(days - 1L))
                        .orElse(null);
    }
}
