package dev.ukur.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.delivery.report.FindingPage;
import dev.ukur.delivery.report.FindingWords;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.delivery.report.text.Ink;
import dev.ukur.delivery.report.text.TextReports;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.model.WorkspaceSettings;

/** Findings as they are read: every form in both languages, with no text missing and no fact left open. */
public final class Told {

    private static final String MISSING = "finding.";

    private Told() {}

    /** The answer in a language, after all forms of the finding were looked through. */
    public static String answer(Finding finding, Language language) {
        for (Language each : Language.values()) {
            look(finding, each);
        }
        return new FindingWords(Messages.of(language)).sentence(finding.answer());
    }

    private static void look(Finding finding, Language language) {
        Messages say = Messages.of(language);
        FindingWords words = new FindingWords(say);
        assertThat(words.title(finding)).doesNotContain(MISSING, "{");
        assertThat(words.sentence(finding.answer())).doesNotContain(MISSING, "{");
        assertThat(finding.reasons().stream().map(words::sentence)).noneMatch(Told::open);
        assertThat(finding.caveats().stream().map(words::sentence)).noneMatch(Told::open);
        assertThat(new TextReports(say, Ink.PLAIN).finding(finding)).doesNotContain(MISSING, "{");
        String page = new FindingPage(say, "1").html(WorkspaceSettings.defaults("Toko"), finding);
        assertThat(page.substring(page.indexOf("<main"))).doesNotContain(MISSING, "{");
        assertThat(page).doesNotContain("http:", "https:", "<script");
        assertThat(new JsonReports(say).finding(finding, "IDR")).doesNotContain("\"" + MISSING);
    }

    private static boolean open(String sentence) {
        return sentence.contains(MISSING) || sentence.contains("{");
    }
}
