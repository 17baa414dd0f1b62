package dev.ukur.delivery.report;

import dev.ukur.delivery.report.chart.ContributionBar;
import dev.ukur.delivery.report.chart.ContributionBar.Weight;
import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Scorecard.Driver;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.model.MetricUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How a factor of a KPI moved since the previous period.
 *
 * @param name of the factor
 * @param bar to the right when it helps, as long as its relative change
 * @param change in words; a dash when it is not known
 */
public record DriverMove(String name, String bar, String change) {

    /** The factors of a KPI; their bars share a scale. */
    public static List<DriverMove> of(Messages say, Line line) {
        double most = line.drivers().stream()
                .mapToDouble(driver -> Math.abs(relative(driver)))
                .max()
                .orElse(0);
        List<DriverMove> moves = new ArrayList<>();
        for (Driver driver : line.drivers()) {
            moves.add(move(say, driver, most));
        }
        return moves;
    }

    private static DriverMove move(Messages say, Driver driver, double most) {
        String name = KpiWords.text(say, driver.metric().label());
        double relative = relative(driver);
        double length = most == 0 ? 0 : Math.abs(relative) / most;
        return new DriverMove(name, bar(driver, length, relative), change(say, driver));
    }

    private static String bar(Driver driver, double length, double relative) {
        return switch (Verdict.of(driver.metric().direction(), relative)) {
            case BETTER -> new ContributionBar(length, Weight.HELPS).draw();
            case WORSE -> new ContributionBar(-length, Weight.HURTS).draw();
            default -> new ContributionBar(Math.signum(relative) * length, Weight.UNKNOWN).draw();
        };
    }

    private static String change(Messages say, Driver driver) {
        if (driver.now().isEmpty() || driver.previous().isEmpty()) {
            return say.formats().share(null);
        }
        double difference = driver.now().get() - driver.previous().get();
        if (driver.metric().unit() == MetricUnit.SHARE) {
            return say.formats().points(difference);
        }
        if (driver.previous().get() <= 0) {
            return new MetricNumbers(say.formats()).change(driver.metric().unit(), difference);
        }
        double relative = relative(driver);
        return say.formats().signed(relative, say.formats().share(relative));
    }

    /** Change relative to the previous value; 0 where it cannot be formed, so that no bar is drawn. */
    private static double relative(Driver driver) {
        return driver.now()
                .flatMap(now -> driver.previous().filter(before -> before > 0).map(before -> now / before - 1))
                .orElse(0.0);
    }
}
