package dev.ukur.sources;

import dev.ukur.model.ColumnValue;
import dev.ukur.sources.cell.Dates;
import dev.ukur.sources.cell.Moment;
import dev.ukur.sources.read.Cell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Readers of days and points in time. */
final class TimeCells {

    private final ReadContext context;
    private final Dates dates;
    private final boolean planned;
    private final Optional<ZoneId> zone;

    /** @param dates reads the column's dates */
    TimeCells(ReadContext context, Dates dates, ColumnValue.Form form) {
        this.context = context;
        this.dates = dates.withNulls(context.nulls());
        this.planned = form.planned();
        this.zone = form.zone().map(ZoneId::of).or(() -> context.facts().zone());
    }

    /** Days as the source counts them. */
    CellReader day() {
        return (cell, faults) -> {
            LocalDate day = cell.typed() instanceof LocalDateTime typed
                    ? typed.toLocalDate()
                    : NumberCells.value(dates.date(cell.text()), cell, faults);
            return day == null || isFuture(day, cell, faults) ? null : day;
        };
    }

    /** Points in time, in UTC. */
    CellReader instant() {
        return this::instant;
    }

    /** The day of a point in time, in the workspace's zone. */
    CellReader dayOfInstant() {
        return (cell, faults) -> {
            Instant instant = instant(cell, faults);
            return instant == null ? null : instant.atZone(context.zone()).toLocalDate();
        };
    }

    private @Nullable Instant instant(Cell cell, Faults faults) {
        Moment moment = cell.typed() instanceof LocalDateTime typed
                ? new Moment.Local(typed)
                : NumberCells.value(dates.moment(cell.text()), cell, faults);
        if (moment == null) {
            return null;
        }
        if (moment.needsZone() && zone.isEmpty()) {
            faults.add("no_timezone", cell.text());
            return null;
        }
        Instant instant = moment.in(zone.orElse(context.zone()));
        return isFuture(instant.atZone(context.zone()).toLocalDate(), cell, faults) ? null : instant;
    }

    private boolean isFuture(LocalDate day, Cell cell, Faults faults) {
        if (!planned && day.isAfter(context.lastDay())) {
            faults.add("future_date", cell.text());
            return true;
        }
        return false;
    }
}
