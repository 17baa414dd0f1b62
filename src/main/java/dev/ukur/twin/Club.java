package dev.ukur.twin;

import dev.ukur.time.Period;
import dev.ukur.twin.Membership.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** The paid club: some members from before the first day, the rest by joining on the web; leaving depends on the lane. */
final class Club implements Witness {

    private static final double MEMBERS_AT_START = 0.6;
    private static final double YEARLY = 0.15;
    private static final double FIRST_MONTH_FREE = 0.3;
    private static final double LEAVES_AT_YEAR_END = 0.35;

    private final Dice dice;
    private final Dice trials;
    private final Witness out;
    private final long end;
    private final List<Membership> earlier = new ArrayList<>();
    private long next = 1;

    Club(TwinOptions options, Witness out) {
        this.out = out;
        dice = Dice.of(options.seed(), "club");
        trials = Dice.of(options.seed(), "trials");
        end = Jakarta.midnight(options.lastDay().plusDays(1));
        enrol(options.days().first(), (int) Math.round(options.visitsPerDay() * MEMBERS_AT_START));
    }

    /** Members who joined in the year before; only those still there on the first day are known of. */
    private void enrol(LocalDate first, int count) {
        while (earlier.size() < count) {
            LocalDate day = first.minusDays(dice.between(1, 360));
            if (day.getDayOfMonth() > 1) {
                long start =
                        Jakarta.midnight(day) + dice.between(8, 21) * Jakarta.HOUR + dice.below(60) * Jakarta.MINUTE;
                Person person = new Person(10_000_000 + earlier.size());
                Membership member = membership(person, start, Lanes.DIRECT);
                if (member.activeOn(first)) {
                    earlier.add(member);
                }
            }
        }
        earlier.sort(Comparator.comparingLong(Membership::started));
    }

    @Override
    public void visit(Visit visit) {
        for (Hit hit : visit.hits()) {
            if (hit.kind() == Hit.Kind.SIGNED_UP) {
                long moment = visit.start() + hit.second() * Jakarta.SECOND;
                visit.visitor().person().join();
                out.membership(membership(
                        visit.visitor().person(),
                        moment / Jakarta.MINUTE * Jakarta.MINUTE,
                        visit.touch().lane()));
            }
        }
    }

    @Override
    public void finish(Period days) {
        earlier.forEach(out::membership);
    }

    private Membership membership(Person person, long start, Lane lane) {
        Plan plan = dice.chance(YEARLY) ? Plan.YEARLY : Plan.MONTHLY;
        double loss = plan == Plan.YEARLY ? LEAVES_AT_YEAR_END : lane.worth().loss();
        int paid = 1;
        while (paid < 100 && !dice.chance(loss)) {
            paid++;
        }
        long over = runsOut(start, paid * plan.months());
        long asked = over - dice.between(1, 25) * Jakarta.DAY;
        boolean free = plan == Plan.MONTHLY && trials.chance(FIRST_MONTH_FREE);
        return new Membership(
                next++,
                person,
                plan,
                start,
                free ? OptionalLong.of(runsOut(start, 1)) : OptionalLong.empty(),
                until(Math.max(start + Jakarta.HOUR, asked)),
                until(over));
    }

    /** Same day and time some months later. */
    static long runsOut(long start, int months) {
        LocalDate day = Jakarta.day(start);
        return start + Jakarta.midnight(day.plusMonths(months)) - Jakarta.midnight(day);
    }

    private OptionalLong until(long moment) {
        return moment < end ? OptionalLong.of(moment) : OptionalLong.empty();
    }
}
