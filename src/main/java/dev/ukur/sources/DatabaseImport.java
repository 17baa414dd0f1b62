package dev.ukur.sources;

import dev.ukur.model.DatabaseRules;
import dev.ukur.model.SourceProfile;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Severity;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.Input;
import dev.ukur.store.ForeignDatabase;
import dev.ukur.store.ForeignRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows that a profile asks a database for, from where the last reading came to. They are written down first and then
 * read like a file, so that what was asked once can be looked at twice.
 */
final class DatabaseImport {

    private final ImportSetting setting;
    private final SourceProfile profile;
    private final Spool spool;

    DatabaseImport(ImportSetting setting, SourceProfile profile, Spool spool) {
        this.setting = setting;
        this.profile = profile;
        this.spool = spool;
    }

    /** @param load imports the rows that are written down */
    FileReport run(Function<Content, FileReport> load) {
        DatabaseRules rules = profile.database().orElseThrow();
        String account = FactFinder.settings(profile.name(), setting.workspace())
                .account()
                .orElse(profile.account());
        Optional<String> since = setting.store().reached(profile.name(), account);
        Input shown = new Input(profile.name(), Path.of(profile.name()), Optional.empty());
        Content content;
        boolean empty;
        try (ForeignRows rows =
                ForeignDatabase.ask(rules, since, setting.store().drivers(), System::getenv)) {
            content = spool.table(shown, rows, Optional.empty(), rules.cursor());
            empty = spool.isLastEmpty();
        }
        return empty ? nothingNew() : load.apply(content);
    }

    /** The one table of the rows. */
    static Match match(SourceProfile profile, Content content) {
        GridShape shape = new GridShape(content, "", Optional.empty(), 0);
        return new Match(profile, new GridTable(shape, profile, 0), Match.Place.WHOLE, "");
    }

    private FileReport nothingNew() {
        Problem note = new Problem("database-nothing-new", Severity.NOTE, Location.of(profile.name()), Map.of());
        return Reports.unread(profile.name(), Outcome.ALREADY_LOADED, Optional.of(profile.name()), List.of(note));
    }
}
