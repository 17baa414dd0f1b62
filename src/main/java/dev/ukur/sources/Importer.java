package dev.ukur.sources;

import dev.ukur.model.ChannelRules;
import dev.ukur.model.FactRules;
import dev.ukur.model.SourceProfile;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Severity;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.Contents;
import dev.ukur.sources.read.Input;
import dev.ukur.sources.read.Inputs;
import dev.ukur.store.ForeignDatabase;
import dev.ukur.store.ForeignRows;
import dev.ukur.store.LoadRecord;
import dev.ukur.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings files into the store. What is wrong with one file is told in its own report and never stops the others. Not
 * thread-safe.
 */
public final class Importer {

    /** Files that lie beside exports and are none; refused only when the user names them. */
    private static final Set<String> NO_EXPORTS = Set.of("md", "txt", "html", "pdf", "png", "jpg", "yaml", "yml");

    private final Store store;
    private final List<SourceProfile> profiles;
    private final ChannelRules channels;
    private final WorkspaceSettings workspace;
    private final PersonHash persons;
    private final Clock clock;

    /**
     * @param profiles built-in and own; at most one of each name
     * @param personKey 32 secret bytes of the workspace, see {@link Settings}
     */
    public Importer(Store store, List<SourceProfile> profiles, Settings settings) {
        this.store = store;
        this.profiles = List.copyOf(profiles);
        this.workspace = settings.workspace();
        this.channels = settings.channels().with(workspace.intake().traces());
        this.persons = new PersonHash(
                settings.personKey(), workspace.intake().privacy().phoneCountry(), store.erased());
        this.clock = settings.clock();
    }

    /**
     * What importing needs to know of the workspace.
     *
     * @param channels how traffic becomes channels
     * @param workspace zone, currency, brand, accounts
     * @param personKey 32 secret bytes that turn people into hashes
     * @param clock tells what is the future
     */
    public record Settings(ChannelRules channels, WorkspaceSettings workspace, byte[] personKey, Clock clock) {}

    /**
     * Imports files, folders and archives.
     *
     * @throws ProblemException when a path does not exist, the profile asked for does not exist, or a profile does not
     *     fit the canonical tables
     */
    public ImportReport load(List<Path> paths, ImportOptions options) {
        new ProfileCheck(store.shapes()).check(profiles).throwIfErrors();
        List<SourceProfile> candidates = options.profile().map(this::named).orElse(profiles);
        try (Spool spool = new Spool(store.spool())) {
            return paths.isEmpty() ? database(candidates, options, spool) : files(paths, candidates, options, spool);
        }
    }

    private ImportReport files(List<Path> paths, List<SourceProfile> candidates, ImportOptions options, Spool spool) {
        Inputs.Found found = Inputs.find(paths);
        List<Problem> missing = found.problems().stream()
                .filter(problem -> problem.code().equals("file-not-found"))
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(missing);
        }
        ImportSetting setting = setting(found.inputs());
        List<FileReport> reports = new ArrayList<>();
        Map<String, Preview> previews = new LinkedHashMap<>();
        List<String> states = new ArrayList<>();
        found.problems()
                .forEach(problem -> reports.add(Reports.unread(
                        problem.at().file().orElse(""), Outcome.REFUSED, Optional.empty(), List.of(problem))));
        Set<Path> files =
                paths.stream().filter(path -> !Files.isDirectory(path)).collect(Collectors.toSet());
        for (Input input : found.inputs()) {
            boolean asked = input.member().isEmpty() && files.contains(input.path());
            reports.addAll(file(setting, candidates, input, new Request(options, asked, previews, spool, states)));
        }
        boolean whole = reports.stream().allMatch(Importer::isKept);
        return new ImportReport(
                reports,
                previews,
                whole && !options.dryRun() && states.size() == 1 ? Optional.of(states.get(0)) : Optional.empty());
    }

    /**
     * Reads the rejected rows of loads once more, by their profiles and the settings as they are now.
     *
     * @param loads whose rows; a load whose profile no longer exists is told so
     */
    public ImportReport fix(List<LoadRecord> loads) {
        new ProfileCheck(store.shapes()).check(profiles).throwIfErrors();
        ImportSetting setting = setting(List.of());
        return new ImportReport(loads.stream().map(load -> fix(setting, load)).toList());
    }

    private FileReport fix(ImportSetting setting, LoadRecord load) {
        try {
            return new RejectFix(setting, load, named(load.request().profile()).get(0)).run();
        } catch (ProblemException e) {
            return Reports.unread(
                    load.request().fileName(),
                    Outcome.REFUSED,
                    Optional.of(load.request().profile()),
                    e.problems());
        }
    }

    private ImportSetting setting(List<Input> inputs) {
        return new ImportSetting(store, channels, workspace, persons, clock, inputs, EngineRead.SMALLEST_BYTES);
    }

    private static boolean isKept(FileReport report) {
        return report.outcome() != Outcome.REFUSED && report.outcome() != Outcome.HELD;
    }

    /** The rows a profile asks a database for. */
    private ImportReport database(List<SourceProfile> candidates, ImportOptions options, Spool spool) {
        SourceProfile profile = candidates.size() == 1 ? candidates.get(0) : null;
        if (profile == null || profile.database().isEmpty()) {
            throw new ProblemException(Problem.error("nothing-to-import", Location.nowhere()));
        }
        ImportSetting setting = setting(List.of());
        Map<String, Preview> previews = new LinkedHashMap<>();
        Request request = new Request(options, true, previews, spool, new ArrayList<>());
        return new ImportReport(
                List.of(new DatabaseImport(setting, profile, spool)
                        .run(content -> part(setting, content, DatabaseImport.match(profile, content), request))),
                previews,
                Optional.empty());
    }

    /**
     * How one file is wanted.
     *
     * @param asked whether the user named this very file, rather than its folder or archive
     * @param previews takes the previews of a dry run
     * @param spool takes what must be written down before it is read
     * @param states takes the states of streams of messages
     */
    private record Request(
            ImportOptions options, boolean asked, Map<String, Preview> previews, Spool spool, List<String> states) {

        Request ofStream() {
            return new Request(options, true, previews, spool, states);
        }
    }

    private List<SourceProfile> named(String name) {
        List<SourceProfile> found =
                profiles.stream().filter(profile -> profile.name().equals(name)).toList();
        if (found.isEmpty()) {
            List<String> names = profiles.stream().map(SourceProfile::name).toList();
            throw new ProblemException(Problem.error("profile-unknown", Location.nowhere())
                    .with("profile", name)
                    .with("nearest", Nearest.to(name, names).orElse("-")));
        }
        return found;
    }

    private List<FileReport> file(ImportSetting setting, List<SourceProfile> candidates, Input input, Request request) {
        try {
            if (!request.asked() && isSidecar(input)) {
                return List.of(passedOver(input, "file-sidecar"));
            }
            if (!request.asked() && NO_EXPORTS.contains(extension(input)) && !isWanted(candidates, input)) {
                return List.of(passedOver(input, "file-passed-over"));
            }
            Content content = open(input, request);
            if (Messages.are(content)) {
                return streams(setting, candidates, content, request);
            }
            Detector detector = new Detector(candidates, content);
            List<Match> matches = detector.find();
            List<FileReport> reports = new ArrayList<>();
            matches.forEach(match -> reports.add(part(setting, content, match, request)));
            List<String> unknown = detector.unknownParts(matches);
            if (!unknown.isEmpty()) {
                reports.add(unknownParts(input, unknown));
            }
            return reports;
        } catch (ProblemException e) {
            if (!request.asked() && extension(input).equals("json") && isUnknown(e)) {
                return List.of(passedOver(input, "file-passed-over"));
            }
            return List.of(Reports.unread(input.name(), Outcome.REFUSED, Optional.empty(), e.problems()));
        }
    }

    private static Content open(Input input, Request request) {
        if (!Contents.isParquet(input)) {
            return Contents.open(input, request.options().encoding());
        }
        try (ForeignRows rows = ForeignDatabase.parquet(input.path())) {
            return request.spool().table(input, rows, Optional.of(Contents.sha256(input)), Optional.empty());
        }
    }

    /** Each stream of a tap's messages is a file of its own. */
    private List<FileReport> streams(
            ImportSetting setting, List<SourceProfile> candidates, Content messages, Request request) {
        Messages.Split split = Messages.split(messages, request.spool());
        split.state().ifPresent(request.states()::add);
        List<FileReport> reports = new ArrayList<>();
        for (Input stream : split.streams()) {
            if (StreamFile.isEmpty(stream.path())) {
                reports.add(passedOver(stream, "stream-empty"));
            } else {
                reports.addAll(file(setting, candidates, stream, request.ofStream()));
            }
        }
        return reports;
    }

    private static FileReport part(ImportSetting setting, Content content, Match match, Request request) {
        if (match.profile().targets().isEmpty()) {
            String shown = match.shown(content.input().name());
            Problem note = new Problem("file-not-needed", Severity.NOTE, Location.of(shown), Map.of());
            return Reports.unread(
                    shown, Outcome.SKIPPED, Optional.of(match.profile().name()), List.of(note));
        }
        try {
            FileImport file = new FileImport(setting, content, match, request.options());
            FileReport report = file.run();
            file.preview().ifPresent(preview -> request.previews().put(report.file(), preview));
            return report;
        } catch (ProblemException e) {
            return Reports.unread(
                    match.shown(content.input().name()),
                    Outcome.REFUSED,
                    Optional.of(match.profile().name()),
                    e.problems());
        }
    }

    /** A warning of its own, so that nobody takes the file for read whole. */
    private static FileReport unknownParts(Input input, List<String> parts) {
        Problem warning =
                Problem.warning("parts-passed-over", Location.of(input.name())).with("parts", String.join(", ", parts));
        return Reports.unread(input.name(), Outcome.SKIPPED, Optional.empty(), List.of(warning));
    }

    /** Whether some profile reads it only as a file beside its own. */
    private boolean isSidecar(Input input) {
        String name = FactFinder.baseName(input.name());
        return profiles.stream()
                .flatMap(profile -> profile.facts().period().stream())
                .anyMatch(rule -> rule instanceof FactRules.Sidecar sidecar
                        && sidecar.file().equalsIgnoreCase(name));
    }

    private static boolean isUnknown(ProblemException e) {
        return e.problems().stream().anyMatch(problem -> problem.code().equals("no-profile"));
    }

    /** Whether some profile knows files by this very name. */
    private static boolean isWanted(List<SourceProfile> candidates, Input input) {
        String name = FactFinder.baseName(input.name());
        return candidates.stream()
                .flatMap(profile -> profile.detect().fileName().stream())
                .anyMatch(regex -> regex.matcher(name).find());
    }

    private static String extension(Input input) {
        String name = FactFinder.baseName(input.name()).toLowerCase(Locale.ROOT);
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "txt";
    }

    private static FileReport passedOver(Input input, String code) {
        Problem note = new Problem(code, Severity.NOTE, Location.of(input.name()), Map.of());
        return Reports.unread(input.name(), Outcome.SKIPPED, Optional.empty(), List.of(note));
    }
}
