package dev.ukur.sources;

import dev.ukur.model.AccountSettings;
import dev.ukur.model.IntakeRules;
import dev.ukur.model.SourceProfile;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Problems;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.Contents;
import dev.ukur.sources.read.Input;
import dev.ukur.store.Sql;
import dev.ukur.store.Store;
import dev.ukur.store.StoreSettings;
import dev.ukur.time.Period;
import dev.ukur.workspace.ChannelRulesReader;
import dev.ukur.workspace.SourceProfiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workspace on a test bench: a real store in a temporary folder, the built-in profiles, a clock that stands still. */
final class Bench implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T03:00:00Z"), ZoneOffset.UTC);
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Path folder;
    private final Path workspace;
    private final Store store;
    private WorkspaceSettings settings =
            new WorkspaceSettings("bench", ZoneId.of("Asia/Jakarta"), "IDR", "id", List.of("batik laras"), Map.of());

    Bench(Path folder) {
        this(folder, folder);
    }

    /** @param workspace the folder whose own profiles are used */
    Bench(Path folder, Path workspace) {
        this.folder = folder;
        this.workspace = workspace;
        this.store = Store.open(new StoreSettings(folder.resolve(".ukur"), settings.zone(), CLOCK));
    }

    Bench account(String profile, AccountSettings account) {
        return accounts(Map.of(profile, account));
    }

    Bench accounts(Map<String, AccountSettings> accounts) {
        settings = new WorkspaceSettings(
                settings.name(),
                settings.zone(),
                settings.currency(),
                "id",
                settings.brandTerms(),
                accounts,
                settings.intake());
        return this;
    }

    Bench intake(IntakeRules rules) {
        settings = settings.with(rules);
        return this;
    }

    Bench profile(String file, String yaml) throws IOException {
        write("sources/" + file, yaml);
        return this;
    }

    Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Imports one file of the given text. */
    FileReport load(String name, String text) throws IOException {
        return load(write(name, text));
    }

    FileReport load(Path file) {
        return report(file).files().get(0);
    }

    FileReport load(Path file, Period period) {
        return importer()
                .load(List.of(file), new ImportOptions(Optional.empty(), Optional.of(period), false))
                .files()
                .get(0);
    }

    ImportReport report(Path path) {
        return importer().load(List.of(path), ImportOptions.standard());
    }

    /** Reads the rejected rows of all loads again. */
    ImportReport fix() {
        return importer()
                .fix(store.loads().stream().filter(load -> load.rejected() > 0).toList());
    }

    Importer importer() {
        Problems problems = new Problems();
        List<SourceProfile> profiles = SourceProfiles.of(workspace, problems);
        Importer.Settings all = new Importer.Settings(ChannelRulesReader.builtIn(problems), settings, KEY, CLOCK);
        problems.throwIfErrors();
        return new Importer(store, profiles, all);
    }

    /** The import of a file by its only profile, by the engine if it has so many bytes. */
    FileImport file(Path file, long smallestForEngine) {
        Problems problems = new Problems();
        PersonHash persons = new PersonHash(KEY, settings.intake().privacy().phoneCountry(), store.erased());
        ImportSetting setting = new ImportSetting(
                store,
                ChannelRulesReader.builtIn(problems).with(settings.intake().traces()),
                settings,
                persons,
                CLOCK,
                List.of(),
                smallestForEngine);
        Content content = Contents.open(new Input(file.getFileName().toString(), file, Optional.empty()));
        Match match = new Detector(SourceProfiles.of(workspace, problems), content)
                .find()
                .get(0);
        problems.throwIfErrors();
        return new FileImport(setting, content, match, ImportOptions.standard());
    }

    Store store() {
        return store;
    }

    /** The current rows of a question, cells joined by a bar, unknown as a dash. */
    List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        for (List<@Nullable Object> row : store.engine().query(Sql.of(sql)).rows()) {
            rows.add(String.join("|", row.stream().map(Bench::shown).toList()));
        }
        return rows;
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof java.math.BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value == null ? "-" : value.toString();
    }

    @Override
    public void close() {
        store.close();
    }
}
