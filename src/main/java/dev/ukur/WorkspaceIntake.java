package dev.ukur;

import dev.ukur.model.SourceProfile;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Problems;
import dev.ukur.sources.ErasedPerson;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.Importer;
import dev.ukur.sources.PersonHash;
import dev.ukur.sources.RejectedRow;
import dev.ukur.store.Erased;
import dev.ukur.store.LoadRecord;
import dev.ukur.store.Store;
import dev.ukur.workspace.ChannelRulesReader;
import dev.ukur.workspace.SourceProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What comes into a workspace, what waits in quarantine, and how long the text of that is kept. */
record WorkspaceIntake(Path folder, WorkspaceSettings settings, Clock clock, Store store) {

    ImportReport load(List<Path> paths, ImportOptions options) {
        return importer().load(paths, options);
    }

    /** Reads rejected rows again: those of a load, or of all that have some. */
    ImportReport fix(Optional<LoadRecord> load) {
        Importer importer = importer();
        return importer.fix(load.map(List::of).orElseGet(() -> waiting().toList()));
    }

    List<RejectedRow> rejects(Optional<Long> load) {
        forget();
        return waiting()
                .filter(record -> load.isEmpty() || load.get() == record.id())
                .sorted(Comparator.comparingLong(LoadRecord::id).reversed())
                .flatMap(record -> store.rejects(record.id()).stream().map(row -> RejectedRow.of(record, row)))
                .toList();
    }

    /** Takes a person out of the store, and with them what was kept of earlier answers. */
    ErasedPerson erase(String person, boolean dryRun) {
        Path kept = folder.resolve(LocalUkur.STORE);
        PersonHash persons =
                new PersonHash(PersonKey.of(kept), settings.intake().privacy().phoneCountry(), Set.of());
        List<String> names =
                Stream.of(person.strip(), persons.of(person)).distinct().toList();
        Erased erased = dryRun ? store.traces(names) : store.erase(names);
        if (!dryRun) {
            remove(kept.resolve("answers"));
            remove(kept.resolve("outputs"));
        }
        return new ErasedPerson(erased.people(), erased.visitors(), erased.rows());
    }

    /** Loads in force whose rejected rows were not all read since, oldest first. */
    private Stream<LoadRecord> waiting() {
        var undone = store.undone().keySet();
        return store.loads().stream()
                .filter(record -> record.rejected() > 0 && !undone.contains(record.id()))
                .filter(record -> !store.rejects(record.id()).isEmpty());
    }

    private Importer importer() {
        Problems problems = new Problems();
        List<SourceProfile> profiles = SourceProfiles.of(folder, problems);
        Importer.Settings importing = new Importer.Settings(
                ChannelRulesReader.builtIn(problems), settings, PersonKey.of(folder.resolve(LocalUkur.STORE)), clock);
        problems.throwIfErrors();
        forget();
        return new Importer(store, profiles, importing);
    }

    /** Texts of rejected rows that are older than the workspace wants. */
    private void forget() {
        Duration kept = Duration.ofDays(settings.intake().rejects().keepDays());
        store.forgetRejects(clock.instant().minus(kept));
    }

    /** Removes a file, or a folder with all in it. */
    private static void remove(Path place) {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new ProblemException(Problem.error("store-not-writable", Location.of(place.toString()))
                    .with("detail", String.valueOf(e.getMessage())));
        }
    }
}
