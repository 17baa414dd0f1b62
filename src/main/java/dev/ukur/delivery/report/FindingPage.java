package dev.ukur.delivery.report;

import dev.ukur.i18n.Messages;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.model.WorkspaceSettings;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A finding as one self-contained page: style inside, no script, nothing to fetch. */
public final class FindingPage {

    private final Messages say;
    private final FindingWords words;
    private final FindingDrawings drawings;
    private final String version;

    /**
     * A page in a language.
     *
     * @param version of the program, named at the foot
     */
    public FindingPage(Messages say, String version) {
        this.say = say;
        this.words = new FindingWords(say);
        this.drawings = new FindingDrawings(say);
        this.version = version;
    }

    /** The whole page, ended by a line end. */
    public String html(WorkspaceSettings settings, Finding finding) {
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, ScorecardPage.TEMPLATES)
                .render("finding.jte", Map.of("view", view(settings, finding), "say", say), page);
        return page.toString();
    }

    /** All that the page shows. */
    public FindingView view(WorkspaceSettings settings, Finding finding) {
        return new FindingView(
                say.language().code(),
                settings.name(),
                settings.appearance(),
                ScorecardPage.style(),
                words.title(finding),
                words.sentence(finding.answer()),
                kind(finding.verdict()),
                words.verdict(finding.verdict()),
                finding.estimate().map(words::term),
                finding.reasons().stream().map(words::sentence).toList(),
                finding.evidence().stream().map(this::table).toList(),
                finding.caveats().stream().map(words::sentence).toList(),
                foot(finding));
    }

    private FindingView.Table table(Evidence table) {
        return new FindingView.Table(
                words.heading(table),
                drawings.of(table),
                table.columns().stream()
                        .map(column -> FindingView.Column.of(words, column))
                        .toList(),
                words.rows(table));
    }

    private List<String> foot(Finding finding) {
        List<String> lines = new ArrayList<>(words.provenance(finding));
        lines.add(say.text("page.made", "version", version));
        return lines;
    }

    private static String kind(Finding.Verdict verdict) {
        return switch (verdict) {
            case CLEAR -> "ok";
            case NOISE -> "risk";
            case CANNOT_TELL -> "none";
        };
    }
}
