package dev.ukur.sources;

import dev.ukur.model.ColumnValue;
import dev.ukur.sources.cell.CellText;
import dev.ukur.sources.cell.Dates;
import dev.ukur.sources.cell.Moment;
import dev.ukur.sources.read.Cell;
import dev.ukur.time.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Readers of days and points in time. */
final class TimeCells {

    private static final Pattern EPOCH = Pattern.compile("\\d{1,17}(\\.\\d{1,9})?");

    /** 1 January 1990: what is counted in the wrong unit falls before it. */
    private static final long FIRST_SECOND = 631_152_000L;

    private final ReadContext context;
    private final Dates dates;
    private final boolean planned;
    private final Optional<ZoneId> zone;
    private final Optional<String> unit;

    /** @param dates reads the column's dates */
    TimeCells(ReadContext context, Dates dates, ColumnValue.Form form) {
        this.context = context;
        this.dates = dates.withNulls(context.nulls());
        this.planned = form.planned();
        this.unit = form.unit();
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

    /** Runs of days, as {@link Period}. */
    CellReader days() {
        return (cell, faults) -> {
            Period days = cell.typed() instanceof LocalDateTime typed
                    ? new Period(typed.toLocalDate(), typed.toLocalDate())
                    : NumberCells.value(dates.range(cell.text()), cell, faults);
            return days == null || isFuture(days.last(), cell, faults) ? null : days;
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
        if (unit.isPresent()) {
            return sinceEpoch(cell, unit.get(), faults);
        }
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

    /** A count of seconds or parts of them since 1970, as machines write times. */
    private @Nullable Instant sinceEpoch(Cell cell, String part, Faults faults) {
        String text = CellText.trim(cell.text());
        if (context.nulls().matches(text)) {
            return null;
        }
        int digits = part.equals("seconds") ? 0 : part.equals("millis") ? 3 : 6;
        if (!EPOCH.matcher(text).matches()) {
            faults.add("bad_or_ambiguous_date", cell.text());
            return null;
        }
        BigDecimal seconds = new BigDecimal(text).movePointLeft(digits);
        long whole = seconds.longValue();
        long nanos =
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
        Instant instant = Instant.ofEpochSecond(whole, nanos);
        if (whole < FIRST_SECOND) {
            faults.add("bad_or_ambiguous_date", cell.text());
            return null;
        }
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
