package dev.ukur.delivery.cli;

import dev.ukur.ForwardingUkur;
import dev.ukur.Ukur;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.Draft;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.LoadSummary;
import dev.ukur.sources.Preview;
import dev.ukur.sources.RejectedRow;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A workspace as the caller of a relayed command sees it: with files under the names the caller gave them. */
final class UkurOfCaller extends ForwardingUkur {

    private final Ukur ukur;
    private final CallersNames names;

    UkurOfCaller(Ukur ukur, CallersNames names) {
        this.ukur = ukur;
        this.names = names;
    }

    @Override
    protected <T> T ask(Function<Ukur, T> question) {
        return change(question);
    }

    @Override
    protected <T> T change(Function<Ukur, T> work) {
        try {
            return work.apply(ukur);
        } catch (ProblemException e) {
            throw new ProblemException(e.problems().stream().map(names::of).toList());
        }
    }

    @Override
    public ImportReport load(List<Path> paths, ImportOptions options) {
        ImportReport report = super.load(paths.stream().map(names::known).toList(), options);
        Map<String, Preview> previews = new LinkedHashMap<>();
        report.previews().forEach((file, preview) -> previews.put(names.of(file), preview));
        return new ImportReport(report.files().stream().map(this::file).toList(), previews, report.state());
    }

    private FileReport file(FileReport file) {
        return file.named(
                names.of(file.file()), file.problems().stream().map(names::of).toList());
    }

    @Override
    public List<Problem> check() {
        return super.check().stream().map(names::of).toList();
    }

    @Override
    public Draft infer(Path file) {
        return super.infer(names.known(file));
    }

    @Override
    public List<RejectedRow> rejects(Optional<Long> load) {
        return super.rejects(load).stream()
                .map(row -> row.named(names.of(row.file())))
                .toList();
    }

    @Override
    public List<LoadSummary> loads() {
        return super.loads().stream().map(this::summary).toList();
    }

    @Override
    public LoadSummary undo(long load) {
        return summary(super.undo(load));
    }

    private LoadSummary summary(LoadSummary load) {
        return load.named(names.of(load.file()));
    }
}
