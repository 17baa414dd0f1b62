package dev.ukur.delivery.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.delivery.Shop;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A no-break space is written as {@code _} here. */
class TextReportsTest {

    private final TextReports id = new TextReports(Messages.of(Language.ID), Ink.PLAIN);
    private final TextReports en = new TextReports(Messages.of(Language.EN), Ink.PLAIN);

    @Test
    void an_answer_aligns_numbers_and_puts_intervals_behind_their_rate() {
        assertThat(visible(id.answer(Shop.answer(), Grain.MONTH, FiscalCalendar.CIVIL))
                        .lines())
                .containsExactly(
                        "periode   channel           visits               rate",
                        "Okt 2026  Email, \"VIP\"       1.312  2,18_% (2,1–2,26)",
                        "Okt 2026  –             12.000.000                  –",
                        "",
                        "1 Okt 2026 s.d. 31 Okt 2026. Data lengkap s.d. 30 Okt 2026. Sumber: plausible.");
    }

    @Test
    void a_change_stands_beside_its_number_and_has_an_arrow_only_where_the_data_can_tell() {
        List<String> lines = visible(en.answer(Shop.compared(), Grain.TOTAL, FiscalCalendar.CIVIL))
                .lines()
                .toList();
        assertThat(lines.get(0)).isEqualTo("channel   rate  rate_before       rate_change");
        assertThat(lines.get(1)).startsWith("Email").contains("3%*").endsWith("▲");
        assertThat(lines.get(2)).startsWith("(others)").doesNotContain("*").doesNotContain("▲");
        assertThat(lines.get(3)).startsWith("all ");
        assertThat(lines.get(5)).startsWith("An arrow stands only where");
    }

    @Test
    void csv_is_plain_numbers_quoted_text_and_nothing_for_unknown() {
        assertThat(id.csv(Shop.answer()))
                .isEqualTo("period,channel,visits,rate,rate_low,rate_high\r\n"
                        + "2026-10-01,\"Email, \"\"VIP\"\"\",1312,0.0218,0.021,0.0226\r\n"
                        + "2026-10-01,,12000000,,,\r\n");
    }

    @Test
    void a_scorecard_gives_the_answer_first() {
        assertThat(visible(id.scorecard("Kopi Lereng", Shop.scorecard()))
                        .lines()
                        .toList()
                        .subList(0, 2))
                .containsExactly(
                        "Papan skor · Kopi Lereng · s.d. 22 Nov 2026",
                        "1 dari 4 KPI sesuai jalur. Yang paling perlu keputusan: Biaya akuisisi pelanggan (CAC), "
                                + "Rp_28.453 di atas target, jatuh tempo 31 Des.");
        assertThat(visible(en.scorecard("Kopi Lereng", Shop.scorecard()))
                        .lines()
                        .toList()
                        .subList(0, 2))
                .containsExactly(
                        "Scorecard · Kopi Lereng · to 22 Nov 2026",
                        "1 of 4 KPIs is on track. The one that most needs a decision: Customer acquisition cost (CAC), "
                                + "Rp_28,453 above target, due 31 Dec.");
    }

    @Test
    void a_scorecard_line_holds_status_numbers_and_trend() {
        List<String> lines =
                visible(id.scorecard("Kopi Lereng", Shop.scorecard())).lines().toList();
        assertThat(lines.get(4).split(" {2,}"))
                .containsExactly(
                        "✗ Meleset",
                        "Biaya akuisisi pelanggan (CAC)",
                        "Okt 2026",
                        "Rp_138.453",
                        "+Rp_23.001 (+19,9_%)",
                        "Rp_121.300",
                        "Rp_110.000",
                        "31 Des",
                        "<_1_%",
                        "▃▂▂▂▁▁█");
        assertThat(lines.get(7).split(" {2,}"))
                .containsExactly("○ Belum bisa dinilai", "Klik nama merek", "–", "–", "–", "–", "–", "–", "–");
        assertThat(lines).contains("    membaik; 41 di bawah target; bila tidak ada yang berubah 1.340 (1.248–1.471)");
        assertThat(lines)
                .contains(
                        "    dalam batas derau; 0,08_poin di atas target; bila tidak ada yang berubah 2,17_% (2,05–2,29)");
        assertThat(lines).contains("    problem.no-history");
    }

    @Test
    void problems_read_like_a_compilers() {
        Problem problem = Problem.error("unknown-format", Location.of("goals.yaml", 3, 5))
                .with("format", "pdf")
                .with("command", "query")
                .with("formats", List.of("table", "json"));
        assertThat(id.diagnostics(List.of(problem)))
                .isEqualTo("goals.yaml:3:5: kesalahan unknown-format: Perintah query tidak punya bentuk keluaran pdf.\n"
                        + "  perbaikan: Pilih salah satu: table, json\n");
    }

    @Test
    void colour_is_only_there_when_asked_for() {
        Problem problem = Problem.warning("unknown-size", Location.nowhere());
        assertThat(new TextReports(Messages.of(Language.EN), Ink.COLOUR).diagnostics(List.of(problem)))
                .startsWith("\u001b[33mwarning\u001b[0m unknown-size: ");
        assertThat(id.scorecard("x", Shop.scorecard())).doesNotContain("\u001b");
    }

    private static String visible(String text) {
        return text.replace('\u00a0', '_');
    }
}
