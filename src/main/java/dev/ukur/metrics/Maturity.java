package dev.ukur.metrics;

import dev.ukur.metrics.Answer.Immature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which numbers of an answer are not mature, because much of what they count has not arrived yet. */
final class Maturity {

    private final Plan plan;
    private final Map<String, Arrived> arrived = new HashMap<>();

    Maturity(Plan plan, Arrivals arrivals) {
        this.plan = plan;
        for (Scan scan : plan.scans()) {
            for (Served measure : scan.measures()) {
                if (measure.measure().window().isEmpty()
                        && measure.measure().offsets().isEmpty()) {
                    arrivals.of(plan, measure)
                            .ifPresent(found -> arrived.put(measure.measure().name(), found));
                }
            }
        }
    }

    /** How much of a measure has arrived; empty for one that counts from its own day on, and while little is known. */
    Optional<Arrived> arrived(Served measure) {
        return Optional.ofNullable(arrived.get(measure.measure().name()));
    }

    /** The first days of which much is still to arrive, one a measure. */
    List<LocalDate> immatureFrom() {
        return arrived.values().stream()
                .flatMap(found -> found.immatureFrom().stream())
                .toList();
    }

    /** The numbers that grow with what is still to arrive. */
    List<Immature> immature() {
        List<Immature> immature = new ArrayList<>();
        for (MetricPlan metric : plan.question().metrics()) {
            grows(metric.value())
                    .ifPresent(found -> plan.spine().buckets().stream()
                            .filter(bucket -> !plan.spine().isEarlier(bucket.key()))
                            .forEach(bucket -> found.of(bucket.days())
                                    .filter(share -> share.value() < Arrived.ENOUGH && share.value() > 0)
                                    .ifPresent(share -> immature.add(new Immature(
                                            bucket.days().first(),
                                            metric.metric().name(),
                                            share.value(),
                                            share.low(),
                                            share.high())))));
        }
        return immature;
    }

    /** What arrives late of a formula that is a late measure, or such a one over something that is not late. */
    private Optional<Arrived> grows(Formula formula) {
        if (formula instanceof Formula.Name name) {
            return Optional.ofNullable(arrived.get(name.value()));
        }
        boolean ratio = formula instanceof Formula.Binary binary
                && binary.operator() == Operator.DIVIDE
                && binary.right().names().stream().noneMatch(name -> arrived.containsKey(name.value()));
        return ratio ? grows(((Formula.Binary) formula).left()) : Optional.empty();
    }
}
