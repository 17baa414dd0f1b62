package dev.ukur.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.i18n.Language;
import dev.ukur.insights.Desks;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Term;
import dev.ukur.insights.Told;
import dev.ukur.insights.customers.Churn;
import dev.ukur.metrics.Rows;
import dev.ukur.stats.survival.Lifetime;
import dev.ukur.stats.survival.SurvivalCurve;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Customers of a fictional telephone company, as IBM published them: how long contracts last and what is lost. Each is a
 * subscription that began as many months before one day as its tenure says.
 */
final class TelcoTest {

    private static final LocalDate END = LocalDate.of(2026, 10, 31);
    private static final double MONTH = 365.25 / 12;

    @TempDir
    Path folder;

    /** A line of the file. */
    private record Customer(String id, int tenure, String contract, String charge, boolean left) {

        static Customer of(String line) {
            String[] cells = line.split(",", -1);
            return new Customer(cells[0], Integer.parseInt(cells[5]), cells[15], cells[18], cells[20].equals("Yes"));
        }

        /** Days are rounded down, so that no month ends a day late. */
        String row() {
            LocalDate from = END.minusDays((long) Math.floor(tenure * MONTH));
            return "telco,%1$s,%1$s,%2$s,%2$s,%3$s,%1$s,%4$s,%5$s,IDR%n"
                    .formatted(from, id, contract, left ? END : "", charge);
        }
    }

    private static List<Customer> customers() {
        try {
            return Files.readAllLines(Shared.path("realdata/telco_ibm/Telco-Customer-Churn.csv")).stream()
                    .skip(1)
                    .map(Customer::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void contracts_last_and_revenue_is_lost_as_published() {
        JsonNode expected = Shared.expected("telco_ibm");
        List<Customer> customers = customers();
        try (Rows rows = new Rows(folder)) {
            StringBuilder text = new StringBuilder(
                    "account,period_start,period_end,subscription_id,customer_id,plan,started_on,ended_on,mrr,currency\n");
            customers.forEach(customer -> text.append(customer.row()));
            rows.load("subscriptions", text.toString());
            Finding finding = new Churn(Churn.Of.SUBSCRIPTIONS).find(Desks.of(rows));

            assertThat(finding.verdict()).isEqualTo(Verdict.CLEAR);
            for (String contract : List.of("all", "Month-to-month", "One year", "Two year")) {
                for (int month : new int[] {1, 12, 24, 48, 60, 72}) {
                    JsonNode value =
                            expected.path("km_S(" + month + ")|" + contract).path("value");
                    if (value.isMissingNode()) {
                        continue;
                    }
                    Term.Between ours = (Term.Between) cell(finding, contract, "month_" + month);
                    String as = contract + " after " + month;
                    assertThat(ours.value()).as(as).isCloseTo(value.get("S").asDouble(), within(1e-9));
                    assertThat(ours.low()).as(as).isCloseTo(value.get("lo").asDouble(), within(1e-9));
                    assertThat(ours.high()).as(as).isCloseTo(value.get("hi").asDouble(), within(1e-9));
                }
            }
            assertThat(total(finding, "churn_totals", "mrr_active"))
                    .isCloseTo(expected.at("/mrr_active/value").asDouble(), within(1e-6));
            assertThat(total(finding, "churn_totals", "mrr_lost"))
                    .isCloseTo(expected.at("/mrr_lost/value").asDouble(), within(1e-6));
            assertThat(total(finding, "churn_totals", "revenue_churn"))
                    .isCloseTo(expected.at("/revenue_churn_rate/value").asDouble(), within(1e-9));
            assertThat(total(finding, "churn_totals", "arpu"))
                    .isCloseTo(expected.at("/arpu/value").asDouble(), within(1e-9));
            assertThat(total(finding, "churn_test", "chi_square"))
                    .isCloseTo(expected.at("/logrank_contract/value/0").asDouble(), within(1e-6));
            Told.answer(finding, Language.ID);
        }
    }

    /** In whole months, as the file has them. */
    @Test
    void the_mean_tenure_within_six_years_and_the_speed_of_leaving_are_as_published() {
        JsonNode expected = Shared.expected("telco_ibm");
        List<Lifetime> lifetimes = customers().stream()
                .map(one -> new Lifetime(one.tenure(), one.left()))
                .toList();
        SurvivalCurve curve = SurvivalCurve.of(lifetimes);

        assertThat(curve.meanWithin(72).value())
                .isCloseTo(
                        expected.at("/restricted_mean_tenure_72_months/value").asDouble(), within(1e-9));
        double months = lifetimes.stream().mapToDouble(Lifetime::time).sum();
        assertThat(100 * lifetimes.stream().filter(Lifetime::ended).count() / months)
                .isCloseTo(expected.at("/churn_per_100_customer_months/value").asDouble(), within(1e-9));
        double before = 1;
        for (SurvivalCurve.Step step : curve.steps()) {
            assertThat(step.survival()).isLessThanOrEqualTo(before);
            before = step.survival();
        }
    }

    private static Evidence table(Finding finding, String name) {
        return finding.evidence().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Term cell(Finding finding, String contract, String column) {
        Evidence table = table(finding, "churn_survival");
        int index = table.columns().stream().map(Evidence.Column::name).toList().indexOf(column);
        Term name = contract.equals("all") ? Term.words("churn-all-plans") : new Term.Text(contract);
        return table.rows().stream()
                .filter(row -> row.get(0).equals(name))
                .findFirst()
                .orElseThrow()
                .get(index);
    }

    private static double total(Finding finding, String name, String column) {
        Evidence table = table(finding, name);
        int index = table.columns().stream().map(Evidence.Column::name).toList().indexOf(column);
        return ((Term.Amount) table.rows().get(0).get(index)).value();
    }
}
