package dev.ukur.metrics;

import dev.ukur.time.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for the numbers of all rows together: distinct visitors and rates cannot be added up from the rows. */
final class AddTotals implements AnswerStep {

    @Override
    public Computed apply(MetricQuery query, Computed computed, Metrics metrics) {
        Answer answer = computed.answer();
        Optional<LocalDate> from = answer.meta().from();
        Optional<LocalDate> to = answer.meta().to();
        if (!query.display().totals() || from.isEmpty() || to.isEmpty()) {
            return computed;
        }
        Answer whole = metrics.compute(
                        query.by(List.of(), Grain.TOTAL)
                                .within(Optional.of(new dev.ukur.time.Period(from.get(), to.get()))),
                        Optional.empty())
                .answer();
        int keys = answer.columns().size() - whole.columns().size();
        List<List<@Nullable Object>> totals = new ArrayList<>();
        for (List<@Nullable Object> numbers : whole.rows()) {
            List<@Nullable Object> row = new ArrayList<>(Collections.nCopies(keys, null));
            row.addAll(numbers);
            totals.add(row);
        }
        List<Unsettled> open =
                whole.meta().unsettled().stream().map(Unsettled::ofTotals).toList();
        return computed.with(answer.withTotals(totals, open));
    }
}
