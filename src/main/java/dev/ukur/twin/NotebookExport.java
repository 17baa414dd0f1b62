package dev.ukur.twin;

import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.nio.file.Path;

/** The team's own tables, in Ukur's templates: marketplace places, numbers of others, a survey of its own. */
final class NotebookExport implements Witness {

    private final TextFile places;
    private final TextFile benchmarks;
    private final TextFile values;

    NotebookExport(Path folder) {
        places = TextFile.create(folder.resolve("peringkat-marketplace.csv"), ',')
                .line("date,marketplace,keyword,product,position");
        benchmarks = TextFile.create(folder.resolve("pembanding.csv"), ',')
                .line("provider,subject,metric,value,looseness,method,period_start,period_end,note");
        values = TextFile.create(folder.resolve("nilai-sendiri.csv"), ',')
                .line("metric,value,evidence,entered_by,period_start,period_end");
    }

    @Override
    public void listing(ListingPlace place) {
        places.row(
                place.day().toString(),
                "shopee",
                place.keyword(),
                place.good().name(),
                place.position().isPresent() ? Integer.toString(place.position().getAsInt()) : "");
    }

    @Override
    public void finish(Period days) {
        for (Period month : days.cut(Grain.MONTH)) {
            String first = month.first().toString();
            String last = month.last().toString();
            benchmarks.row(
                    "Survei Niaga Rekaan",
                    "toko fesyen Indonesia",
                    "conversion_rate",
                    "0.021",
                    "loose",
                    "survei 40 toko",
                    first,
                    last,
                    "per kunjungan, semua kanal");
            values.row(
                    "kepuasan pembeli", Figures.plain(satisfaction(month)), "survei lewat e-mail", "Rani", first, last);
        }
        places.close();
        benchmarks.close();
        values.close();
    }

    /** Marks of ten, in hundredths; they rise a little every month. */
    static long satisfaction(Period month) {
        return 800 + month.first().getMonthValue();
    }
}
