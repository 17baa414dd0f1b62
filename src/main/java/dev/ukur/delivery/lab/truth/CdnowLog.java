package dev.ukur.delivery.lab.truth;

import dev.ukur.stats.customer.History;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The purchases of the CDNOW sample, cut after 30 September 1997 into what is known and what came in 39 weeks. */
final class CdnowLog {

    private static final LocalDate CUT = LocalDate.of(1997, 9, 30);
    private static final int LAST_BIN = 7;

    private final List<History> histories = new ArrayList<>();
    private final List<Double> later = new ArrayList<>();

    static CdnowLog read(Path file) {
        Map<Integer, TreeSet<LocalDate>> days = new TreeMap<>();
        for (double[] row : PlainRows.read(file, "\\s+")) {
            days.computeIfAbsent((int) row[1], id -> new TreeSet<>())
                    .add(LocalDate.parse(String.valueOf((int) row[2]), DateTimeFormatter.BASIC_ISO_DATE));
        }
        CdnowLog log = new CdnowLog();
        days.values().forEach(log::add);
        return log;
    }

    private void add(TreeSet<LocalDate> days) {
        LocalDate first = days.first();
        LocalDate last = days.floor(CUT);
        int repeats = days.headSet(CUT, true).size() - 1;
        histories.add(new History(repeats, weeks(first, last == null ? first : last), weeks(first, CUT)));
        later.add((double) days.tailSet(CUT, false).size());
    }

    private static double weeks(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / 7.0;
    }

    List<History> histories() {
        return histories;
    }

    /** What each customer bought afterwards. */
    double[] later() {
        return later.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] binSizes() {
        double[] sizes = new double[LAST_BIN + 1];
        histories.forEach(history -> sizes[Math.min(LAST_BIN, history.repeats())]++);
        return sizes;
    }

    double[] meanByBin(double[] values) {
        double[] sums = new double[LAST_BIN + 1];
        for (int i = 0; i < values.length; i++) {
            sums[Math.min(LAST_BIN, histories.get(i).repeats())] += values[i];
        }
        double[] sizes = binSizes();
        for (int bin = 0; bin < sums.length; bin++) {
            sums[bin] /= sizes[bin];
        }
        return sums;
    }
}
