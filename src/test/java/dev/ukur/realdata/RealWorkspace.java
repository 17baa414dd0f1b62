package dev.ukur.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.Ukur;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A copy of an example workspace with the real files it was written for imported. */
final class RealWorkspace implements AutoCloseable {

    private final Ukur ukur;
    private final Period days;
    private int files;

    /** @param days that are asked about */
    RealWorkspace(String example, Path folder, Period days) {
        Shared.copyExample(example, folder);
        this.ukur = Ukur.open(folder, Clock.systemUTC());
        this.days = days;
    }

    /** Imports a folder of the real data whose files name their days. */
    RealWorkspace load(String data) {
        return load(data, Optional.empty());
    }

    /** Imports a folder of the real data whose files name no days: those asked about are stated. */
    RealWorkspace loadWithoutDays(String data) {
        return load(data, Optional.of(days));
    }

    private RealWorkspace load(String data, Optional<Period> stated) {
        ImportReport report =
                ukur.load(List.of(Shared.path("realdata/" + data)), new ImportOptions(Optional.empty(), stated, false));
        List<ImportReport.FileReport> read = report.files().stream()
                .filter(file -> file.file().endsWith(".csv"))
                .toList();
        assertThat(read).isNotEmpty().allSatisfy(file -> {
            assertThat(file.outcome()).as(file.toString()).isEqualTo(Outcome.LOADED);
            assertThat(file.rejected()).as(file.toString()).isZero();
        });
        assertThat(ukur.check()).filteredOn(Problem::isError).isEmpty();
        files = read.size();
        return this;
    }

    /** How many files were imported. */
    int files() {
        return files;
    }

    /** A question about a metric over all days. */
    MetricQuery question(String metric) {
        return MetricQuery.total(metric, days);
    }

    Answer ask(MetricQuery question) {
        return ukur.query(question);
    }

    double total(String metric) {
        return number(ask(question(metric)), metric);
    }

    double total(String metric, String where) {
        return number(ask(question(metric).where(Optional.of(where))), metric);
    }

    private static double number(Answer answer, String metric) {
        return answer.number(0, metric).orElseThrow();
    }

    /** A metric by the members of a dimension. */
    Map<String, Double> by(String metric, String dimension) {
        return column(ask(question(metric).by(List.of(dimension), Grain.TOTAL)), dimension, metric);
    }

    /** A metric by months such as {@code 2010-12}. */
    Map<String, Double> byMonth(MetricQuery question) {
        String metric = question.metrics().get(0);
        Map<String, Double> months = new TreeMap<>();
        column(ask(question.by(List.of(), Grain.MONTH)), "period", metric)
                .forEach((first, number) -> months.put(first.substring(0, 7), number));
        return months;
    }

    private static Map<String, Double> column(Answer answer, String key, String metric) {
        Map<String, Double> numbers = new TreeMap<>();
        for (int row = 0; row < answer.rows().size(); row++) {
            String name = String.valueOf(answer.rows().get(row).get(answer.index(key)));
            answer.number(row, metric).ifPresent(number -> numbers.put(name, number));
        }
        return numbers;
    }

    @Override
    public void close() {
        ukur.close();
    }
}
