package dev.ukur.sources;

import dev.ukur.model.AccountSettings;
import dev.ukur.model.SourceProfile;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Severity;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.store.LoadRecord;
import dev.ukur.store.LoadRequest;
import dev.ukur.store.Loading;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the rejected rows of a load once more, by its profile as it is now. What can be read becomes a load of its own;
 * what still cannot stays in quarantine, under that load. When nothing can, nothing changes.
 */
final class RejectFix {

    private final ImportSetting setting;
    private final LoadRecord load;
    private final SourceProfile profile;
    private final String file;

    RejectFix(ImportSetting setting, LoadRecord load, SourceProfile profile) {
        this.setting = setting;
        this.load = load;
        this.profile = profile;
        this.file = load.request().fileName();
    }

    FileReport run() {
        List<Loading.Reject> kept = setting.store().rejects(load.id()).stream()
                .filter(reject -> reject.row() != null)
                .toList();
        if (kept.isEmpty()) {
            return unread(
                    Outcome.SKIPPED, new Problem("rejects-not-kept", Severity.NOTE, at(), Map.of("load", load.id())));
        }
        try {
            return run(kept);
        } catch (ProblemException e) {
            return Reports.unread(file, Outcome.REFUSED, Optional.of(profile.name()), e.problems());
        }
    }

    private FileReport run(List<Loading.Reject> kept) {
        Table table = new KeptTable(file, kept, profile.facts().currencySuffix());
        ReadAs readAs = ReadAs.of(load.report());
        AccountSettings account = readAs.fill(FactFinder.settings(profile.name(), setting.workspace()));
        FileFacts facts = new FileFacts(
                FactFinder.baseName(file),
                load.request().account(),
                readAs.period(),
                account.currency(),
                account.zone(),
                "");
        Evidence evidence = new Evidence(file, profile, table, account);
        PlanMaker maker = new PlanMaker(setting, profile, table);
        Extras extras = maker.extras(facts);
        try (Table.Rows rows = table.rows()) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                evidence.look(row);
                extras.look(row);
            }
        }
        List<TablePlan> plans = maker.plans(facts, evidence, extras);
        try (Loading loading = setting.store().begin(request(kept))) {
            loading.rereads(load.id());
            return load(loading, new RowLoader(plans, profile, loading, extras), table, readAs);
        }
    }

    private FileReport load(Loading loading, RowLoader loader, Table table, ReadAs readAs) {
        ControlTotals none = new ControlTotals(List.of(), java.util.Set.of());
        try (Table.Rows rows = table.rows()) {
            RowGroups groups = new RowGroups(table, rows, profile.layout().group());
            for (List<SourceRow> next = groups.next(); !next.isEmpty(); next = groups.next()) {
                loader.load(next, none);
            }
        }
        loader.finish();
        Reports.Read read = new Reports.Read(file, profile.name(), loader, List.of(), List.of());
        if (loader.rejected() == loader.read()) {
            return Reports.read(
                    Outcome.HELD,
                    read,
                    Optional.of(Problem.warning("rejects-unchanged", at()).with("rows", loader.rejected())));
        }
        LoadRecord record = loading.commit(
                new Loading.LoadOutcome(loader.read(), null, Reports.json(read, readAs), Optional.empty(), null));
        return Reports.loaded(read, record);
    }

    /** The rows themselves are what is loaded: the same rows are never read into the store twice. */
    private LoadRequest request(List<Loading.Reject> kept) {
        StringBuilder rows = new StringBuilder("rejects of load " + load.id());
        kept.forEach(
                reject -> rows.append('\n').append(reject.line()).append(' ').append(reject.row()));
        return new LoadRequest(
                file,
                Fingerprint.of(rows.toString()),
                profile.name(),
                profile.version(),
                load.request().account(),
                load.request().setting());
    }

    private Location at() {
        return Location.of(file);
    }

    private FileReport unread(Outcome outcome, Problem problem) {
        return Reports.unread(file, outcome, Optional.of(profile.name()), List.of(problem));
    }
}
