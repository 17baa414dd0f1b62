package dev.ukur.lint;

import dev.ukur.Ukur;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/** The workspaces of the corpus: small shops whose two years of exports are made here, so that what moves what is known. */
enum Shops {
    /** Clicks bring orders a week later, visits go with them the same week; pages per visit have nothing to do with them. */
    SHOP("") {
        @Override
        void write(Path folder) throws IOException {
            TwoYears years = new TwoYears(7);
            put(folder, "ads.csv", years.ads());
            put(folder, "visitors.csv", years.visitors());
            put(folder, "orders.csv", years.orders("IDR"));
        }
    },
    /** Only monthly numbers of a web statistic. */
    MONTHLY("") {
        @Override
        void write(Path folder) throws IOException {
            SplittableRandom dice = new SplittableRandom(3);
            months(folder, FIRST, month -> 9_000 + dice.nextInt(900));
        }
    },
    /** Twenty monthly numbers that grow by three per cent a month. */
    GROWING("") {
        @Override
        void write(Path folder) throws IOException {
            SplittableRandom dice = new SplittableRandom(4);
            months(folder, FIRST.plusMonths(4), month ->
                    (int) (20_000 * Math.pow(1.03, month) * (1 + 0.004 * dice.nextGaussian())));
        }
    },
    /** Orders in two currencies and no rate between them. */
    TWO_CURRENCIES("") {
        @Override
        void write(Path folder) throws IOException {
            TwoYears years = new TwoYears(7);
            put(folder, "orders.csv", years.orders("IDR"));
            put(folder, "abroad.csv", years.ordersAbroad());
        }
    },
    /** Ads counted by the days of New York. */
    OTHER_ZONE("accounts: {google_ads: {time_zone: America/New_York, currency: IDR}}\n") {
        @Override
        void write(Path folder) throws IOException {
            TwoYears years = new TwoYears(7);
            put(folder, "ads.csv", years.ads());
            put(folder, "orders.csv", years.orders("IDR"));
        }
    },
    /** Nothing imported yet. */
    EMPTY("") {
        @Override
        void write(Path folder) {}
    };

    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    /** Five days after the last day of the data. */
    static final Clock TODAY = Clock.fixed(Instant.parse("2026-01-05T03:00:00Z"), ZoneOffset.UTC);

    /** Two months later, and nothing was imported since. */
    static final Clock MUCH_LATER = Clock.fixed(Instant.parse("2026-03-20T03:00:00Z"), ZoneOffset.UTC);

    private static final String MONTHLY_PROFILE = """
            profile: monthly
            version: 1
            verified: true
            account: monthly
            about: {id: Angka bulanan, en: Monthly numbers}
            target: web_stats
            detect: {container: [csv], all: [from, to, people, calls], only: true}
            read: {header_within: 1}
            locale: {number: dot}
            columns:
              period_start: {from: from, type: date, required: true}
              period_end: {from: to, type: date, required: true}
              visitors: {from: people, type: count}
              visits: {from: calls, type: count}
            load: {restate_days: 0}
            """;

    private final String settings;

    Shops(String settings) {
        this.settings = settings;
    }

    /** Writes the exports of this shop. */
    abstract void write(Path folder) throws IOException;

    /** Makes the workspace and imports its exports. */
    void make(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("exports"));
        String accounts = settings.isEmpty() ? "accounts: {google_ads: {currency: IDR}}\n" : settings;
        Files.writeString(folder.resolve("ukur.yaml"), "name: Corpus\ncurrency: IDR\nlanguage: en\n" + accounts);
        write(folder);
        if (this == EMPTY) {
            return;
        }
        try (Ukur ukur = Ukur.open(folder, TODAY)) {
            ImportReport report = ukur.load(List.of(folder.resolve("exports")), ImportOptions.standard());
            report.files().forEach(file -> {
                if (file.loaded() == 0 || file.rejected() > 0) {
                    throw new IllegalStateException(String.format(Locale.ROOT, "%s: %s", name(), file));
                }
            });
        }
    }

    /** A report of months, read by a profile of the workspace's own. */
    static void months(Path folder, LocalDate first, IntUnaryOperator people) throws IOException {
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(folder.resolve("sources/monthly.yaml"), MONTHLY_PROFILE);
        StringBuilder csv = new StringBuilder("from,to,people,calls\n");
        int month = 0;
        for (LocalDate day = first; day.isBefore(LAST); day = day.plusMonths(1)) {
            int count = people.applyAsInt(month++);
            csv.append(day + "," + day.plusMonths(1).minusDays(1) + "," + count + "," + (count + 4_000) + "\n");
        }
        put(folder, "monthly.csv", csv.toString());
    }

    static void put(Path folder, String file, String text) throws IOException {
        Files.writeString(folder.resolve("exports/" + file), text);
    }
}
