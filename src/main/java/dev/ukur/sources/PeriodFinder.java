package dev.ukur.sources;

import dev.ukur.model.FactRules;
import dev.ukur.model.HeaderMatch;
import dev.ukur.model.HeaderName;
import dev.ukur.sources.cell.Dates;
import dev.ukur.sources.read.Grid;
import dev.ukur.sources.read.GridRow;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days a file speaks of, by each of the ways a profile may name. */
final class PeriodFinder implements FactRules.PeriodRule.Cases<Optional<Period>> {

    private static final Pattern DAYS_AGO = Pattern.compile("(\\d{1,4})daysAgo");

    private final Table table;
    private final String fileName;
    private final Dates dates;
    private final Function<String, Optional<Grid>> siblings;

    PeriodFinder(Table table, String fileName, Dates dates, Function<String, Optional<Grid>> siblings) {
        this.table = table;
        this.fileName = fileName;
        this.dates = dates;
        this.siblings = siblings;
    }

    @Override
    public Optional<Period> preamble(FactRules.Preamble rule) {
        Optional<String> from = found(rule.from());
        if (rule.to().isEmpty()) {
            return from.map(dates::range).flatMap(result -> Optional.ofNullable(result.orNull()));
        }
        return between(from.flatMap(this::day), found(rule.to().get()).flatMap(this::day));
    }

    @Override
    public Optional<Period> fileName(FactRules.FileName rule) {
        Matcher matcher = rule.name().matcher(fileName);
        if (!matcher.find()) {
            return Optional.empty();
        }
        if (rule.name().pattern().contains("(?<month>")) {
            return day("1 " + matcher.group("month") + " " + matcher.group("year"))
                    .map(first -> new Period(first, first.plusMonths(1).minusDays(1)));
        }
        return between(day(matcher.group("from")), day(matcher.group("to")));
    }

    @Override
    public Optional<Period> sidecar(FactRules.Sidecar rule) {
        Optional<Grid> sibling = siblings.apply(rule.file());
        if (sibling.isEmpty()) {
            return Optional.empty();
        }
        try (Grid grid = sibling.get()) {
            for (GridRow row = grid.next(); row != null; row = grid.next()) {
                boolean labelled = row.cells().size() > 1
                        && HeaderName.fold(row.cells().get(0).text()).equals(HeaderName.fold(rule.row()));
                if (labelled) {
                    return Optional.ofNullable(
                            dates.range(row.cells().get(1).text()).orNull());
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Period> sidecarDays(FactRules.SidecarDays rule) {
        Optional<Grid> sibling = siblings.apply(rule.file());
        if (sibling.isEmpty()) {
            return Optional.empty();
        }
        try (Grid grid = sibling.get()) {
            GridRow header = grid.next();
            int column = header == null ? -1 : columnOf(header, rule.days());
            return column < 0 ? Optional.empty() : span(grid, column);
        }
    }

    private static int columnOf(GridRow header, HeaderMatch days) {
        for (int i = 0; i < header.cells().size(); i++) {
            if (days.matches(HeaderName.fold(header.cells().get(i).text()))) {
                return i;
            }
        }
        return -1;
    }

    /** From the earliest day of a column to the latest; nothing when one of them is no day. */
    private Optional<Period> span(Grid grid, int column) {
        Period span = null;
        for (GridRow row = grid.next(); row != null; row = grid.next()) {
            Optional<LocalDate> day =
                    column < row.cells().size() ? day(row.cells().get(column).text()) : Optional.empty();
            if (day.isEmpty()) {
                return Optional.empty();
            }
            LocalDate first = span == null || day.get().isBefore(span.first()) ? day.get() : span.first();
            LocalDate last = span == null || day.get().isAfter(span.last()) ? day.get() : span.last();
            span = new Period(first, last);
        }
        return Optional.ofNullable(span);
    }

    @Override
    public Optional<Period> pointers(FactRules.Pointers rule) {
        Optional<LocalDate> taken = rule.takenAt().flatMap(table::pointer).flatMap(this::takenOn);
        return between(
                table.pointer(rule.from()).flatMap(text -> relative(text, taken)),
                table.pointer(rule.to()).flatMap(text -> relative(text, taken)));
    }

    private Optional<LocalDate> takenOn(String text) {
        return Optional.ofNullable(dates.moment(text).orNull())
                .map(moment -> moment.in(ZoneOffset.UTC).atZone(ZoneOffset.UTC).toLocalDate());
    }

    private Optional<LocalDate> relative(String text, Optional<LocalDate> taken) {
        Matcher daysAgo = DAYS_AGO.matcher(text);
        if (daysAgo.matches()) {
            return taken.map(day -> day.minusDays(Long.parseLong(daysAgo.group(1))));
        }
        return switch (text) {
            case "today" -> taken;
            case "yesterday" -> taken.map(day -> day.minusDays(1));
            default -> day(text);
        };
    }

    private Optional<String> found(Pattern pattern) {
        return table.preamble().stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.groupCount() > 0 ? matcher.group(1) : matcher.group())
                .findFirst();
    }

    private Optional<LocalDate> day(@Nullable String text) {
        return text == null
                ? Optional.empty()
                : Optional.ofNullable(dates.date(text).orNull());
    }

    private static Optional<Period> between(Optional<LocalDate> first, Optional<LocalDate> last) {
        return first.isPresent() && last.isPresent() && !last.get().isBefore(first.get())
                ? Optional.of(new Period(first.get(), last.get()))
                : Optional.empty();
    }
}
