package dev.ukur.realdata;

import dev.ukur.metrics.Answer;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Three months of a gift shop, one file a day: sales, what was taken back, customers who came again, a cohort. */
class OnlineRetailTest {

    @TempDir
    static Path folder;

    private static RealWorkspace shop;

    @BeforeAll
    static void importTheFiles() {
        Shared.path("realdata/uci_online_retail");
        Period days = new Period(LocalDate.of(2010, 12, 1), LocalDate.of(2011, 2, 28));
        shop = new RealWorkspace("toko-hadiah", folder, days).load("uci_online_retail");
    }

    @AfterAll
    static void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> every_expected_value() {
        return new ExpectedValues("uci_online_retail_first3months")
                .answer("files", value -> value.is(shop.files()))
                .answer("lines", value -> value.is(shop.total("invoice_lines")))
                .answer("gross_sales_gbp", value -> value.is(shop.total("gross_sales")))
                .answer("sale_invoices", value -> value.is(shop.total("invoices")))
                .answer("aov_gbp", value -> value.is(shop.total("sales_per_invoice")))
                .answer("gross_by_month", value -> value.is(shop.byMonth(shop.question("gross_sales"))))
                .answer("customers", value -> value.is(shop.total("buying_customers")))
                .answer("repeat_customer_rate", OnlineRetailTest::repeatRate)
                .answer("cohort_2010-12", OnlineRetailTest::cohort)
                .answer("cancel_lines", value -> value.is(shop.total("cancelled_lines")))
                .tests();
    }

    private static void repeatRate(ExpectedValues.Value value) {
        Answer answer = shop.ask(shop.question("customers_again"));
        double rate = answer.number(0, "customers_again").orElseThrow();
        value.is("n", shop.total("buying_customers"));
        value.is("x", shop.total("returning_customers"));
        value.is("rate", rate);
        value.is("lo", answer.number(0, "customers_again_low").orElseThrow());
        value.is("hi", answer.number(0, "customers_again_high").orElseThrow());
    }

    /** Customers who first bought in December, in each month. */
    private static void cohort(ExpectedValues.Value value) {
        Map<String, Double> months =
                shop.byMonth(shop.question("buying_customers").where(Optional.of("first_month = '2010-12'")));
        List<Double> inOrder = List.copyOf(months.values());
        for (int month = 0; month < 3; month++) {
            value.is(month, inOrder.get(month));
        }
    }
}
