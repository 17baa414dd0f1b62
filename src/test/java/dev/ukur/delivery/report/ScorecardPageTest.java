package dev.ukur.delivery.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.delivery.Shop;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Scorecard;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import java.io.StringReader;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ScorecardPageTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_page_is_well_formed_once_void_elements_are_closed(Language language) throws Exception {
        Document page = parse(page(language));
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language.code());
        assertThat(page.getElementsByTagName("article").getLength()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_page_fetches_nothing_and_has_no_script_and_no_style_attribute(Language language) {
        assertThat(page(language))
                .doesNotContain("<script")
                .doesNotContain(" style=")
                .doesNotContain("<link")
                .doesNotContain("src=")
                .doesNotContain("url(");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_key_of_a_text_is_left_unanswered(Language language) {
        String words = page(language).replaceAll("(?s)<style>.*?</style>", "").replace("problem.no-history", "");
        Pattern key = Pattern.compile("\\b(page|scorecard|cadence|problem)\\.[a-z_]+");
        assertThat(key.matcher(words.replace("problem.late-source", ""))
                        .results()
                        .map(MatchResult::group))
                .isEmpty();
    }

    @Test
    void names_from_outside_are_escaped() {
        WorkspaceSettings hostile = WorkspaceSettings.defaults("<script>alert(1)</script>");
        Scorecard scorecard = new Scorecard(
                Shop.AS_OF,
                List.of(),
                List.of(Problem.warning("unknown-source", Location.nowhere()).with("name", "<img onerror=x>")));
        String page = new ScorecardPage(Messages.of(Language.EN), "1").html(hostile, scorecard);
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&lt;img onerror=x&gt;")
                .doesNotContain("<script")
                .doesNotContain("<img");
    }

    @Test
    void every_state_is_said_in_words() {
        String page = page(Language.ID).replace('\u00a0', ' ');
        assertThat(page)
                .contains(
                        "1 dari 4 KPI sesuai jalur. Yang paling perlu keputusan: "
                                + "<strong>Biaya akuisisi pelanggan (CAC)</strong>, Rp 28.453 di atas target, jatuh tempo 31 Des.")
                .contains("1 meleset")
                .contains("1 berisiko")
                .contains("1 belum bisa dinilai")
                .contains("<span class=\"tag tag--warn\">sementara</span>")
                .contains("+Rp 23.001 (+19,9 %) <span class=\"bad\">memburuk</span>")
                .contains("<span class=\"mute\">dalam batas derau</span>")
                .contains(
                        "Sumber tiap KPI berbeda: yang paling awal berhenti 20 Nov 2026, yang paling akhir 22 Nov 2026.")
                .contains("cac = a / b")
                .contains("Belum ada periode lengkap.");
    }

    @Test
    void each_drawing_states_its_finding() {
        String page = page(Language.EN).replace('\u00a0', ' ');
        assertThat(page)
                .contains("aria-label=\"Customer acquisition cost (CAC): now Rp 138,453, baseline Rp 121,300, "
                        + "target Rp 110,000, forecast Rp 134,900 (128,700–141,600).\"")
                .contains(
                        "aria-label=\"New customers, 7 periods to Oct 2026: lowest 990, highest 1,312, last 1,312.\"");
    }

    private static String page(Language language) {
        return new ScorecardPage(Messages.of(language), "1.0").html(Shop.settings(), Shop.scorecard());
    }

    private static Document parse(String page) throws Exception {
        String xml = page.replaceFirst("<!doctype html>", "")
                .replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<(meta|input|br)([^>]*)>", "<$1$2/>")
                .replace(" checked/>", " checked=\"\"/>")
                .replace("&lt;", "&#60;");
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new InputSource(new StringReader(xml.trim())));
    }
}
