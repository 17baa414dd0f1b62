package dev.ukur;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.metrics.MetricQuery;
import dev.ukur.problem.Problem;
import dev.ukur.sources.ErasedPerson;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.time.Period;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People in the store: pseudonyms only, whatever column or file names them; and gone, to the last byte, when asked. */
class PeopleTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T03:00:00Z"), ZoneOffset.UTC);

    private static final Period JANUARY = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));

    /** All that tells who Budi is, in the exports below. */
    private static final List<String> BUDI = List.of(
            "budi.santoso",
            "Budi.Santoso",
            "Budi Santoso",
            "Santoso",
            "81298765432",
            "812-9876-5432",
            "Jalan Melati 17",
            "203.0.113.77");

    @TempDir
    Path folder;

    @Test
    void what_an_export_tells_of_a_person_never_reaches_the_store() throws IOException {
        workspace("");
        load();
        assertThat(inStore(BUDI)).isEmpty();
    }

    @Test
    void one_person_is_one_customer_whatever_the_case_of_the_address_or_the_form_of_the_number() throws IOException {
        workspace("");
        try (Ukur ukur = open()) {
            ukur.load(files(), ImportOptions.standard());
            assertThat(number(ukur, "active_customers"))
                    .as("Budi, Sari and the caller")
                    .isEqualTo(3.0);
            assertThat(ukur.health().people().names())
                    .as("the caller may be Budi or Sari, whose addresses the other shop knows")
                    .isEqualTo(new Health.Names(3, 1));
        }
    }

    @Test
    void who_is_hidden_by_stars_or_not_named_is_nobody_and_never_one_customer_of_many() throws IOException {
        workspace("privacy: {personal_data: keep}\n");
        try (Ukur ukur = open()) {
            FileReport report = ukur.load(
                            List.of(write(
                                    "calls.csv",
                                    calls() + "T4,2026-01-08,+62812*****21,10\nT5,2026-01-08,+62812*****21,10\n"
                                            + "T6,2026-01-08,08xxxxxxxx21,10\nT7,2026-01-08,-,10\nT8,2026-01-08,0,10\n"
                                            + "T9,2026-01-08,+999999999,10\nT10,2026-01-08,Tidak ada,10\n")),
                            ImportOptions.standard())
                    .files()
                    .get(0);
            assertThat(report.loaded()).isEqualTo(10);
            assertThat(report.problems())
                    .filteredOn(problem -> problem.code().equals("people-hidden"))
                    .extracting(Problem::facts)
                    .containsExactly(Map.of("rows", 3L));
            assertThat(number(ukur, "orders")).isEqualTo(10.0);
            assertThat(number(ukur, "new_customers")).as("the caller alone").isEqualTo(1.0);
            assertThat(ukur.erase("+62812*****21", true).wasKnown())
                    .as("nothing is kept under such a name")
                    .isFalse();
        }
    }

    @Test
    void one_person_in_a_shop_a_crm_and_a_sign_in_is_won_once_and_unlinked_when_the_link_is_undone()
            throws IOException {
        workspace("");
        try (Ukur ukur = open()) {
            ukur.load(
                    List.of(
                            write("orders.csv", orders()),
                            write("contacts.csv", contacts()),
                            write("calls.csv", shop())),
                    ImportOptions.standard());
            assertThat(number(ukur, "new_customers"))
                    .as("Budi bought in both shops, Sari in one")
                    .isEqualTo(2.0);
            assertThat(number(ukur, "first_channel_coverage")).isEqualTo(0.0);
            ukur.load(List.of(write("form.ndjson", form())), ImportOptions.standard());
            assertThat(number(ukur, "first_channel_coverage"))
                    .as("Budi's form carries the number of his lead, which has his address")
                    .isEqualTo(0.5);
            ukur.undo(ukur.loads().get(0).load());
            assertThat(number(ukur, "first_channel_coverage")).isEqualTo(0.0);
            assertThat(number(ukur, "new_customers")).isEqualTo(2.0);
        }
    }

    @Test
    void where_the_workspace_keeps_plain_data_they_lie_apart_and_nowhere_else() throws IOException {
        workspace("privacy: {personal_data: keep}\n");
        load();
        assertThat(inStore(List.of("budi.santoso", "Jalan Melati 17"))).isNotEmpty();
        try (Ukur ukur = open()) {
            ErasedPerson erased = ukur.erase("BUDI.SANTOSO@surel.example ", true);
            assertThat(erased.rows()).containsKey("persons");
        }
    }

    @Test
    void an_erased_person_is_in_no_byte_of_the_store_and_every_number_is_as_before() throws IOException {
        workspace("privacy: {personal_data: keep}\n");
        load();
        List<Double> before = numbers();
        String pseudonym;
        try (Ukur ukur = open()) {
            ErasedPerson seen = ukur.erase("budi.santoso@surel.example", true);
            ErasedPerson erased = ukur.erase("budi.santoso@surel.example", false);
            assertThat(erased).isEqualTo(seen);
            assertThat(erased.rows()).containsKeys("orders", "leads", "events", "visits", "rejects", "persons");
            assertThat(erased.rows())
                    .as("m1 and m2, however often they name him; three orders, one of them rejected")
                    .containsEntry("events", 2L)
                    .containsEntry("orders", 2L);
            assertThat(erased.people())
                    .as("the customer, and the user who signed in")
                    .isEqualTo(2);
            assertThat(erased.visitors())
                    .as("his telephone's browser, but not Sari's")
                    .isEqualTo(1);
            assertThat(ukur.erase("budi.santoso@surel.example", false).wasKnown())
                    .isFalse();
        }
        pseudonym = hash("budi.santoso@surel.example");
        assertThat(inStore(BUDI)).isEmpty();
        assertThat(inStore(List.of("peramban-budi"))).isEmpty();
        assertThat(inStore(List.of(pseudonym)))
                .as("only the list of those who must not come back knows the hash")
                .containsExactly(pseudonym);
        assertThat(numbers()).isEqualTo(before);
        assertThat(inStore(List.of("sari@surel.example")))
                .as("nobody else is touched")
                .isNotEmpty();
    }

    @Test
    void an_erased_person_does_not_come_back_with_the_next_export() throws IOException {
        workspace("");
        load();
        try (Ukur ukur = open()) {
            ukur.erase("budi.santoso@surel.example", false);
            Files.writeString(
                    folder.resolve("members.csv"),
                    members() + "budi.santoso@surel.example,Budi,Santoso,2,2026-01-02 00:00:00,1\n");
            FileReport report = ukur.load(List.of(folder.resolve("members.csv")), ImportOptions.standard())
                    .files()
                    .get(0);
            assertThat(report.problems()).extracting(Problem::code).contains("rows-of-erased");
            assertThat(report.read()).isEqualTo(1);
            ukur.load(List.of(write("again.csv", orders().replace("150000", "160000"))), ImportOptions.standard());
            assertThat(ukur.erase("budi.santoso@surel.example", true).wasKnown())
                    .isFalse();
        }
        assertThat(inStore(BUDI)).isEmpty();
    }

    @Test
    void who_is_known_by_a_pseudonym_can_be_erased_by_it_and_a_stranger_is_told_to_be_one() throws IOException {
        workspace("");
        load();
        try (Ukur ukur = open()) {
            assertThat(ukur.erase("peramban-budi", true).visitors()).isEqualTo(1);
            assertThat(ukur.erase(hash("budi.santoso@surel.example"), true).people())
                    .isEqualTo(2);
            assertThat(ukur.erase("0813-1111-2222", true).people())
                    .as("the caller")
                    .isEqualTo(1);
            assertThat(ukur.erase("siapa@surel.example", false).wasKnown()).isFalse();
            assertThat(ukur.erase("person:erased", false).wasKnown())
                    .as("the word for all who were erased is nobody's name")
                    .isFalse();
        }
    }

    private String hash(String person) throws IOException {
        byte[] key = Files.readAllBytes(folder.resolve(".ukur/person.key"));
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new javax.crypto.spec.SecretKeySpec(key, "HmacSHA256"));
            byte[] digest = mac.doFinal(person.getBytes(StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(digest, 0, 16);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The texts among some that any file of the store holds, in either byte order a text may have. */
    private List<String> inStore(List<String> texts) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve(".ukur"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                texts.stream().filter(bytes::contains).forEach(found::add);
            }
        }
        return found.stream().distinct().toList();
    }

    private List<Double> numbers() {
        try (Ukur ukur = open()) {
            return Stream.of(
                            "orders",
                            "revenue",
                            "active_customers",
                            "new_customers",
                            "repeat_rate",
                            "visits",
                            "visitors",
                            "leads")
                    .map(metric -> number(ukur, metric))
                    .toList();
        }
    }

    private static Double number(Ukur ukur, String metric) {
        return (Double)
                ukur.query(MetricQuery.total(metric, JANUARY)).rows().get(0).get(0);
    }

    private Ukur open() {
        return Ukur.open(folder, CLOCK);
    }

    private void load() throws IOException {
        try (Ukur ukur = open()) {
            List<FileReport> reports =
                    ukur.load(files(), ImportOptions.standard()).files();
            assertThat(reports)
                    .allSatisfy(report -> assertThat(report.problems())
                            .filteredOn(Problem::isError)
                            .as(report.file())
                            .isEmpty());
        }
    }

    private void workspace(String settings) throws IOException {
        write("ukur.yaml", "name: Toko\ntraffic: {own_sites: [toko.example]}\nrejects: {hold_above: 0.5}\n" + settings);
        write("sources/telepon.yaml", """
                profile: telepon
                version: 1
                target: orders
                detect: {all: [Faktur, Tanggal, No HP, Total]}
                locale: {number: dot}
                columns:
                  order_id: {from: Faktur, type: id, required: true}
                  period: {from: Tanggal, type: date, required: true}
                  customer_id: {from: No HP, type: person}
                  total_paid: {from: Total, type: money, required: true}
                derive: {sales_channel: pos, status: completed, currency: IDR}
                load: {restate_days: 0}
                """);
    }

    private List<Path> files() throws IOException {
        return List.of(
                write("orders.csv", orders()),
                write("contacts.csv", contacts()),
                write("members.csv", members()),
                write("events.ndjson", events()),
                write("calls.csv", calls()),
                write("access.log", log()));
    }

    /** Budi's two orders and Sari's; the last line is rejected. */
    private static String orders() {
        String header = "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Created at,"
                + "Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Billing Address1,Billing Phone,Shipping City,Landing Site,Gift Card From\n";
        return header
                + order(1, "budi.santoso@surel.example", "paid", "05")
                + order(2, "Budi.Santoso@Surel.example", "paid", "09")
                + order(3, "sari@surel.example", "paid", "07")
                + order(4, "budi.santoso@surel.example", "aneh", "10");
    }

    private static String order(int number, String email, String status, String day) {
        return "#" + number + "," + email + "," + status + ",2026-01-" + day
                + " 10:00:00 +0700,IDR,150000,0,0,150000,2026-01-" + day + " 10:00:00 +0700,1,Batik,150000,"
                + (email.startsWith("sari")
                        ? "Sari Dewi,Jalan Mawar 3,+62 811-1234-5678,Bogor,/,\n"
                        : "Budi Santoso,Jalan Melati 17,+62 812-9876-5432,Jakarta,/?email=Budi.Santoso@surel.example&ref=a,"
                                + "budi.santoso@surel.example\n");
    }

    private static String contacts() {
        return "Record ID,First Name,Last Name,Email,Phone Number,Lifecycle Stage,Original Source,Create Date,IP Address,Catatan\n"
                + "77,Budi,Santoso,budi.santoso@surel.example,+62 812-9876-5432,Lead,Direct Traffic,2026-01-04 10:00,203.0.113.77,"
                + "hubungi budi.santoso@surel.example\n";
    }

    private static String members() {
        return "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,LEID\n"
                + "sari@surel.example,Sari,Dewi,2,2026-01-02 00:00:00,1\n";
    }

    private static String events() {
        return event(
                        "m1",
                        "page",
                        "peramban-budi",
                        "",
                        "https://toko.example/?email=budi.santoso%40surel.example&utm_source=surat"
                                + "&utm_medium=email&utm_content=budi.santoso@surel.example&phone=081298765432",
                        "{}")
                + event(
                        "m2",
                        "track\",\"event\":\"Order Completed",
                        "peramban-budi",
                        "pelanggan-9",
                        "https://toko.example/akun/budi.santoso@surel.example/pesanan",
                        "{\"order_id\":\"1\",\"email\":\"budi.santoso@surel.example\",\"shipping\":{\"address\":\"Jalan Melati 17\","
                                + "\"first_name\":\"Budi Santoso\"},\"note\":\"telepon\",\"contact\":\"+62 812-9876-5432\"}")
                + event("m3", "page", "peramban-sari", "pelanggan-3", "https://toko.example/", "{}");
    }

    private static String event(String id, String type, String visitor, String user, String url, String properties) {
        return "{\"messageId\":\"" + id + "\",\"type\":\"" + type + "\",\"timestamp\":\"2026-01-05T03:0" + id.charAt(1)
                + ":00Z\",\"anonymousId\":\"" + visitor + "\"," + (user.isEmpty() ? "" : "\"userId\":\"" + user + "\",")
                + "\"context\":{\"ip\":\"203.0.113.77\",\"page\":{\"url\":\"" + url + "\",\"path\":\"" + url
                + "\"}},\"properties\":" + properties + "}\n";
    }

    /** The same caller, whose number is written in three ways. */
    private static String calls() {
        return "Faktur,Tanggal,No HP,Total\nT1,2026-01-05,0813-1111-2222,10\nT2,2026-01-06,+62 813 1111 2222,10\n"
                + "T3,2026-01-07,6281311112222,10\n";
    }

    /** The till of another shop knows Budi by his address, in capitals. */
    private static String shop() {
        return "Faktur,Tanggal,No HP,Total\nT1,2026-01-03, BUDI.SANTOSO@SUREL.EXAMPLE ,10\n";
    }

    /** The form by which Budi became lead 77, before he bought anything. */
    private static String form() {
        return event(
                        "m1",
                        "track\",\"event\":\"Form Submitted",
                        "peramban-budi",
                        "",
                        "https://toko.example/",
                        "{\"lead_id\":\"77\"}")
                .replace("2026-01-05T", "2026-01-02T");
    }

    private static String log() {
        return "203.0.113.77 - Budi.Santoso [05/Jan/2026:10:00:00 +0700] \"GET /?email=budi.santoso@surel.example HTTP/1.1\" 200 1"
                + " \"-\" \"Mozilla/5.0 (X11; Linux) Firefox/130.0\"\n"
                + "203.0.113.77 - - [99/Jan/2026:10:00:00 +0700] \"GET /?a=budi.santoso@surel.example HTTP/1.1\" 200 1"
                + " \"-\" \"Mozilla/5.0 (X11; Linux) Firefox/130.0\"\n";
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
