package dev.ukur.twin;

import dev.ukur.time.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;

/**
 * The simulated shop. Makes a workspace folder: {@code ekspor/<platform>/...} with raw exports, {@code ukur.yaml},
 * {@code goals.yaml}, {@code calendar.yaml} and {@code truth.json}. Days are lived in order and written as they pass, so
 * memory does not grow with their number.
 */
public final class Twin {

    /** The folder of the raw exports inside the workspace. */
    public static final String EXPORTS = "ekspor";

    private final TwinOptions options;
    private final Naming naming;

    public Twin(TwinOptions options) {
        this(options, Naming.OWN);
    }

    /** The same shop, whose people name themselves in another way: only what the exports call them differs. */
    Twin(TwinOptions options, Naming naming) {
        this.options = options;
        this.naming = naming;
    }

    /**
     * Writes everything into a folder, which is made if missing.
     *
     * @param progress told each month when it is done
     * @throws IOException when a file cannot be written
     */
    public void write(Path folder, Consumer<YearMonth> progress) throws IOException {
        Files.createDirectories(folder);
        WorkspaceFiles.write(folder, options);
        Truth truth = new Truth(options.days());
        try {
            live(record(folder.resolve(EXPORTS), truth), progress);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        new TruthFile(options).write(folder.resolve("truth.json"), truth);
    }

    /** Lives through all days; who only looks is told everything. */
    void live(Witness record, Consumer<YearMonth> progress) {
        Period days = options.days();
        Season season = new Season(days);
        Newsletter newsletter = new Newsletter(options, season, record);
        Witness all = new Witnesses(List.of(
                newsletter,
                new GoogleMarket(options, season, record),
                new MetaMarket(options, season, record),
                new SearchMarket(options, season, record),
                new Marketplace(options, season, record),
                new SalesDesk(options, record),
                new Club(options, record),
                new Surroundings(options, season, record),
                new Notebook(options, record),
                new Books(options, record),
                record));
        Crowd crowd = new Crowd(options, season, newsletter);
        for (LocalDate day : Crowd.each(days)) {
            crowd.live(day, all);
            all.dayEnds(day);
            if (day.equals(days.last()) || day.plusDays(1).getDayOfMonth() == 1) {
                progress.accept(YearMonth.from(day));
            }
        }
        all.finish(days);
    }

    /** All who only look: the exports and the truth. */
    private Witness record(Path exports, Truth truth) {
        Period days = options.days();
        return new Witnesses(List.of(
                truth,
                new EventsExport(exports.resolve("events")),
                new PlausibleExport(exports.resolve("plausible")),
                new ShopifyExport(exports.resolve("shopify"), naming),
                new ShopeeExport(exports.resolve("shopee"), days, naming),
                new GoogleAdsExport(exports.resolve("google-ads"), days),
                new MetaAdsExport(exports.resolve("meta-ads"), days),
                new SearchConsoleExport(exports.resolve("search-console"), days.last()),
                new SurroundingsExport(exports, days),
                new TableExport(exports, days),
                new NotebookExport(exports.resolve("ukur"))));
    }
}
