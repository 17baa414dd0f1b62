package dev.ukur.insights.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.i18n.Language;
import dev.ukur.insights.Desks;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.insights.Told;
import dev.ukur.metrics.Rows;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitorCohortTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final VisitorCohort WEEKLY = new VisitorCohort(Grain.WEEK, "channel", Optional.empty());
    private static final String HEAD = "account,period_start,period_end,visit_id,visitor_id,started_at,ended_at,"
            + "channel,is_paid,device,is_new,pageviews,events,bounced,engaged,duration_s,purchases,form_submits,"
            + "sign_ups,add_to_carts,checkouts,built_by\n";

    @TempDir
    Path folder;

    private int number;

    private String visit(String visitor, LocalDate day, String channel) {
        return "web,%1$s,%1$s,s%2$d,%3$s,%1$sT02:00:00Z,%1$sT02:09:00Z,%4$s,false,mobile,true,1,1,false,true,1,0,0,0,0,0,x%n"
                .formatted(day, number++, visitor, channel);
    }

    /**
     * Ten come in the first week by Email, four of whom come again in the next and one in the third; ten come in the second
     * by Direct, one of whom comes again in the third. The third week ends with the data.
     */
    private String threeWeeks() {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < 10; i++) {
            text.append(visit("e" + i, MONDAY.plusDays(i % 6), "Email"));
            text.append(visit("e" + i, MONDAY.plusDays(6), "Direct"));
            text.append(visit("d" + i, MONDAY.plusDays(7), "Direct"));
            if (i < 4) {
                text.append(visit("e" + i, MONDAY.plusDays(8), "Direct"));
            }
        }
        text.append(visit("e0", MONDAY.plusDays(14), "Email"));
        text.append(visit("d0", MONDAY.plusDays(15), "Email"));
        return text.append(visit("late", MONDAY.plusDays(20), "Email")).toString();
    }

    @Test
    void visitors_are_counted_in_the_week_they_came_first_and_by_the_channel_of_that_visit() {
        try (Rows rows = new Rows(folder)) {
            rows.load("visits", threeWeeks());
            Finding finding = WEEKLY.find(Desks.of(rows));

            assertThat(Told.answer(finding, Language.EN))
                    .startsWith("Of 20 visitors who came for the first time, 25% (")
                    .endsWith(") came again in the week after.");
            assertThat(Told.answer(finding, Language.ID)).contains("datang lagi pada minggu berikutnya");
            Evidence weeks = table(finding, "cohort_visitors");
            assertThat(weeks.rows()).hasSize(3);
            assertThat(weeks.rows().get(0).get(1)).isEqualTo(Term.count(10));
            assertThat(share(weeks.rows().get(0).get(2))).isEqualTo(0.4);
            assertThat(share(weeks.rows().get(0).get(3))).isEqualTo(0.1);
            assertThat(share(weeks.rows().get(1).get(2))).isEqualTo(0.1);
            assertThat(weeks.rows().get(1).get(3)).isEqualTo(Term.UNKNOWN);
            Evidence members = table(finding, "cohort_visitors_by_member");
            assertThat(members.rows().get(0).get(0)).isEqualTo(new Term.Text("Direct"));
            assertThat(share(members.rows().get(0).get(2))).isEqualTo(0.1);
            assertThat(share(members.rows().get(1).get(2))).isEqualTo(0.4);
        }
    }

    @Test
    void one_channel_alone_has_its_own_matrix() {
        try (Rows rows = new Rows(folder)) {
            rows.load("visits", threeWeeks());
            Finding finding = new VisitorCohort(Grain.WEEK, "channel", Optional.of("Email")).find(Desks.of(rows));

            assertThat(Told.answer(finding, Language.EN)).startsWith("Of 10 visitors");
            List<List<Term>> weeks = table(finding, "cohort_visitors").rows();
            assertThat(weeks.get(1).get(1)).isEqualTo(Term.count(0));
            assertThat(weeks.get(2).get(1)).isEqualTo(Term.count(1));
            assertThatThrownBy(
                            () -> new VisitorCohort(Grain.WEEK, "channel", Optional.of("E-mail")).find(Desks.of(rows)))
                    .isInstanceOf(ProblemException.class);
        }
    }

    /** The same counted in plain Java: whoever was there in the week before the 13 shown is not new. */
    @Test
    void random_visits_give_the_matrix_that_counting_them_one_by_one_gives() {
        long seed = 20261127;
        Random dice = new Random(seed);
        StringBuilder text = new StringBuilder(HEAD);
        TreeMap<String, Set<Long>> weeks = new TreeMap<>();
        for (int i = 0; i < 900; i++) {
            String visitor = "v" + dice.nextInt(250);
            LocalDate day = MONDAY.plusDays(i == 0 ? 16 * 7 - 1 : dice.nextInt(16 * 7));
            text.append(visit(visitor, day, dice.nextBoolean() ? "Email" : "Direct"));
            weeks.computeIfAbsent(visitor, any -> new HashSet<>()).add((day.toEpochDay() - MONDAY.toEpochDay()) / 7);
        }
        long[][] came = new long[13][13];
        for (Set<Long> of : weeks.values()) {
            long first = of.stream().min(Long::compare).orElseThrow();
            of.stream().filter(week -> first >= 3).forEach(week -> came[(int) first - 3][(int) (week - first)]++);
        }
        try (Rows rows = new Rows(folder)) {
            rows.load("visits", text.toString());
            Evidence matrix = table(WEEKLY.find(Desks.of(rows)), "cohort_visitors");

            assertThat(matrix.rows()).hasSize(13);
            for (int cohort = 0; cohort < 13; cohort++) {
                List<Term> row = matrix.rows().get(cohort);
                assertThat(row.get(1)).as("seed %d cohort %d", seed, cohort).isEqualTo(Term.count(came[cohort][0]));
                for (int later = 1; cohort + later < 13 && came[cohort][0] > 0; later++) {
                    assertThat(share(row.get(later + 1)))
                            .as("seed %d cohort %d later %d", seed, cohort, later)
                            .isCloseTo(came[cohort][later] / (double) came[cohort][0], within(1e-12));
                }
            }
        }
    }

    @Test
    void without_visits_or_with_new_ones_only_nothing_is_said_of_coming_again() {
        try (Rows rows = new Rows(folder)) {
            assertThat(WEEKLY.find(Desks.of(rows)).answer().code()).isEqualTo("visitor-cohort-none");
            rows.load("visits", HEAD + visit("a", MONDAY, "Email"));
            Finding finding = WEEKLY.find(Desks.of(rows));
            assertThat(finding.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(finding.reasons()).extracting(Sentence::code).isEmpty();
            Told.answer(finding, Language.EN);
        }
    }

    private static double share(Term term) {
        return ((Term.Between) term).value();
    }

    private static Evidence table(Finding finding, String name) {
        return finding.evidence().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
