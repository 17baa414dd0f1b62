package dev.ukur.twin;

import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rank tracker's and the mention tool's files, a month each; the tracker puts its days into the header. */
final class SurroundingsExport implements Witness {

    private static final String DOMAIN = "*.batiklaras.example/*_";
    private static final String RULE = "----------------------------------------";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd-MMM-uuuu hh:mma", Locale.ENGLISH);

    private final Path exports;
    private final LocalDate lastDay;
    private final MonthFiles<TextFile> mentions;
    private final Map<RankedKeyword, List<Rank>> ranks = new LinkedHashMap<>();

    SurroundingsExport(Path exports, Period days) {
        this.exports = exports;
        lastDay = days.last();
        mentions = new MonthFiles<>(
                month -> TextFile.create(exports.resolve("meltwater/mentions-" + month + ".csv"), ',')
                        .line(
                                "Date,Headline,URL,Opening Text,Hit Sentence,Source,Influencer,Country,Reach,Engagement,Sentiment,Input Name"));
    }

    @Override
    public void mention(Mention mention) {
        mentions.of(Jakarta.day(mention.moment()))
                .row(
                        TIME.format(Jakarta.wall(mention.moment())),
                        "Kabar tentang " + mention.brand().title(),
                        "https://kabar.example/" + mention.number(),
                        "Koleksi baru, harga tetap",
                        mention.brand().title() + " disebut di sini",
                        mention.source(),
                        "penulis_" + mention.number() % 97,
                        "Indonesia",
                        Long.toString(mention.reach()),
                        Long.toString(mention.engagement()),
                        mention.sentiment(),
                        mention.brand().title());
    }

    @Override
    public void rank(Rank rank) {
        ranks.computeIfAbsent(rank.keyword(), ignored -> new ArrayList<>()).add(rank);
    }

    @Override
    public void dayEnds(LocalDate day) {
        boolean monthEnds = day.equals(lastDay) || day.plusDays(1).getDayOfMonth() == 1;
        if (monthEnds && !ranks.isEmpty()) {
            writeRanks(YearMonth.from(day));
            ranks.clear();
        }
    }

    private void writeRanks(YearMonth month) {
        try (TextFile file = TextFile.create(exports.resolve("semrush/position-tracking-" + month + ".csv"), ';')) {
            file.line(RULE)
                    .line("Report type: Position Tracking: Rankings Overview")
                    .line("Domain: batiklaras.example")
                    .line(RULE)
                    .line("");
            file.row(header().toArray(String[]::new));
            ranks.forEach((keyword, days) -> file.row(row(keyword, days).toArray(String[]::new)));
        }
    }

    private List<String> header() {
        List<String> cells = new ArrayList<>(List.of("Keyword", "Tags", "Intents", "Search Volume", "CPC"));
        for (Rank rank : ranks.values().iterator().next()) {
            String day = DOMAIN + rank.day().toString().replace("-", "");
            cells.addAll(List.of(day, day + "_type", day + "_landing"));
        }
        return cells;
    }

    private static List<String> row(RankedKeyword keyword, List<Rank> days) {
        String intent = keyword.branded() ? "navigational" : "commercial";
        List<String> cells = new ArrayList<>(List.of(
                keyword.text(),
                keyword.branded() ? "merek" : "",
                intent,
                Integer.toString(keyword.volume()),
                Figures.plain(keyword.price())));
        for (Rank rank : days) {
            if (rank.position().isPresent()) {
                String landing = "https://" + Page.HOST + keyword.page();
                cells.addAll(List.of(Integer.toString(rank.position().getAsInt()), "organic", landing));
            } else {
                cells.addAll(List.of("-", "n/a", "-"));
            }
        }
        return cells;
    }

    @Override
    public void finish(Period days) {
        mentions.close();
    }
}
