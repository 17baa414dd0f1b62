package dev.ukur.twin;

import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Search Console's archive of a month: queries without their days, days without their queries, the filters. */
final class SearchConsoleExport implements Witness {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH);

    private final Path folder;
    private final LocalDate lastDay;
    private final StringBuilder queries = new StringBuilder();
    private final StringBuilder dates = new StringBuilder();

    SearchConsoleExport(Path folder, LocalDate lastDay) {
        this.folder = folder;
        this.lastDay = lastDay;
    }

    @Override
    public void query(QueryMonth query) {
        queries.append(query.query())
                .append(',')
                .append(query.clicks())
                .append(',')
                .append(query.impressions());
        queries.append(',').append(Figures.percent(query.clicks(), query.impressions(), 2));
        queries.append(',').append(Figures.plain(query.positionHundredths())).append('\n');
    }

    @Override
    public void searchDay(SearchDay day) {
        dates.append(day.day()).append(',').append(day.clicks()).append(',').append(day.impressions());
        boolean seen = day.impressions() > 0;
        dates.append(',').append(seen ? Figures.percent(day.clicks(), day.impressions(), 2) : "0%");
        dates.append(',')
                .append(seen ? Figures.plain(day.positionHundredths()) : "0")
                .append('\n');
    }

    @Override
    public void dayEnds(LocalDate day) {
        if (day.equals(lastDay) || day.plusDays(1).getDayOfMonth() == 1) {
            write(new Period(day.withDayOfMonth(1), day));
        }
    }

    private void write(Period month) {
        String name = "toko-Performance-on-Search-" + YearMonth.from(month.first()) + ".zip";
        String range = DAY.format(month.first()) + " - " + DAY.format(month.last());
        try (ZipFile zip = new ZipFile(folder.resolve(name))) {
            zip.add("Queries.csv", "Top queries,Clicks,Impressions,CTR,Position\n" + queries);
            zip.add("Dates.csv", "Date,Clicks,Impressions,CTR,Position\n" + dates);
            zip.add("Filters.csv", "Filter,Value\nSearch type,Web\nDate,\"" + range + "\"\n");
        }
        queries.setLength(0);
        dates.setLength(0);
    }
}
