package dev.ukur.insights.impact;

import dev.ukur.insights.Desk;
import dev.ukur.insights.Term;
import dev.ukur.model.Label;
import dev.ukur.model.Occasion;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The occasions asked about: one of the calendar by name, all of a kind, or days that come back.
 *
 * @param word as asked
 * @param label for people
 * @param days of each, in order; those that come back reach over all days there may be data for
 * @param others all other occasions of the calendar
 */
record Asked(String word, Term label, List<Period> days, List<Occasion> others) {

    private static final String TWIN_DATES = "twin-dates";
    private static final String LEBARAN = "lebaran";
    private static final LocalDate EARLIEST = LocalDate.of(2015, 1, 1);

    Asked {
        days = List.copyOf(days);
        others = List.copyOf(others);
    }

    /**
     * Reads a word.
     *
     * @throws ProblemException with {@code occasion-unknown} when it names nothing
     */
    static Asked of(Desk desk, String word, LocalDate until) {
        if (word.equals(TWIN_DATES) || word.equals(LEBARAN)) {
            return recurring(desk, word, until);
        }
        List<Occasion> asked = desk.occasions().stream()
                .filter(occasion ->
                        occasion.name().equals(word) || occasion.kind().equals(word))
                .toList();
        if (asked.isEmpty()) {
            throw unknown(desk, word);
        }
        Term label = asked.size() == 1 && asked.get(0).name().equals(word)
                ? new Term.Name(word, asked.get(0).title())
                : new Term.Text(word);
        return new Asked(
                word,
                label,
                asked.stream().map(Occasion::days).toList(),
                desk.occasions().stream()
                        .filter(occasion -> !asked.contains(occasion))
                        .toList());
    }

    private static Asked recurring(Desk desk, String word, LocalDate until) {
        List<Period> days = new ArrayList<>();
        if (word.equals(LEBARAN)) {
            for (int year = EARLIEST.getYear(); year <= until.getYear(); year++) {
                desk.calendar().idulfitri(year).forEach(day -> days.add(new Period(day, day.plusDays(1))));
            }
        } else {
            each(EARLIEST, until, day -> day.getMonthValue() == day.getDayOfMonth())
                    .forEach(day -> days.add(new Period(day, day)));
        }
        List<Occasion> others = desk.occasions().stream()
                .filter(occasion -> days.stream().noneMatch(some -> meets(some, occasion.days())))
                .toList();
        return new Asked(word, Term.words("occasion-" + word), days, others);
    }

    /** Other occasions on the very days asked about. */
    List<Occasion> overlapping() {
        return others.stream()
                .filter(other -> days.stream().anyMatch(some -> meets(some, other.days())))
                .toList();
    }

    /** Occasions as people call them; those of one title, which come back, once. */
    static Term titles(List<Occasion> occasions) {
        return new Term.Name(
                joined(occasions, Occasion::name),
                new Label(
                        joined(occasions, occasion -> occasion.title().id()),
                        joined(occasions, occasion -> occasion.title().en())));
    }

    private static String joined(List<Occasion> occasions, Function<Occasion, String> word) {
        return occasions.stream().map(word).distinct().collect(Collectors.joining(", "));
    }

    static boolean meets(Period one, Period other) {
        return !one.last().isBefore(other.first()) && !other.last().isBefore(one.first());
    }

    private static List<LocalDate> each(LocalDate first, LocalDate last, Predicate<LocalDate> wanted) {
        return first.datesUntil(last.plusDays(1)).filter(wanted).toList();
    }

    private static ProblemException unknown(Desk desk, String word) {
        Set<String> known = new LinkedHashSet<>(List.of(TWIN_DATES, LEBARAN));
        desk.occasions().forEach(occasion -> {
            known.add(occasion.name());
            known.add(occasion.kind());
        });
        return new ProblemException(Problem.error("occasion-unknown", Location.nowhere())
                .with("name", word)
                .with("nearest", Nearest.to(word, known).orElse("–"))
                .with("known", String.join(", ", known)));
    }
}
