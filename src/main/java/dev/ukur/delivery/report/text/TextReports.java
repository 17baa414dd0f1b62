package dev.ukur.delivery.report.text;

import dev.ukur.Health;
import dev.ukur.PushReport;
import dev.ukur.delivery.report.AnswerWords;
import dev.ukur.delivery.report.Exports;
import dev.ukur.i18n.Messages;
import dev.ukur.insights.Finding;
import dev.ukur.kpis.GoalTree;
import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.Suggestion;
import dev.ukur.kpis.ledger.Agenda;
import dev.ukur.kpis.ledger.Book;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.metrics.examples.Certificate;
import dev.ukur.problem.Problem;
import dev.ukur.sources.Draft;
import dev.ukur.sources.ErasedPerson;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.LakeReport;
import dev.ukur.sources.LoadSummary;
import dev.ukur.sources.RejectedRow;
import dev.ukur.sources.RestatedSum;
import dev.ukur.sources.SourceSummary;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import java.time.ZoneId;
import java.util.List;

/** Every answer of the front door as text for a terminal. Each text ends with a line end. */
public final class TextReports {

    private final Messages say;
    private final Ink ink;

    public TextReports(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    /**
     * A table of numbers, rates with their interval, and below it how fresh they are.
     *
     * @param grain how time was cut, for the names of its periods
     * @param calendar on which day weeks and in which month years begin
     */
    public String answer(Answer answer, Grain grain, FiscalCalendar calendar) {
        return new AnswerText(say, ink, new AnswerWords.Cut(grain, calendar)).table(answer);
    }

    /** Aims, goals and drivers below each other. */
    public String goals(GoalTree tree) {
        return new GoalTreeText(say, ink).write(tree);
    }

    /** Goals that could be set, numbered. */
    public String suggestions(String area, List<Suggestion> suggestions) {
        return new SuggestionText(say, ink).write(area, suggestions);
    }

    /** Comma-separated values as RFC 4180 has them: plain numbers, ISO days, nothing for unknown. */
    public String csv(Answer answer) {
        return CsvRows.of(answer);
    }

    /** What became of each file. */
    public String imports(ImportReport report) {
        return new ImportText(say, ink).files(report);
    }

    /** All metrics, one a line. */
    public String catalog(List<CatalogueEntry> entries, Exports exports) {
        return new CatalogText(say, ink).list(entries, exports);
    }

    /** All that is known of one metric. */
    public String metric(CatalogueEntry entry, Exports exports) {
        return new CatalogText(say, ink).page(entry, exports);
    }

    /** What an engine made of the worked examples. */
    public String certificate(Certificate certificate) {
        return new CertificateText(say, ink).table(certificate);
    }

    /** Problems as a compiler prints them: place, severity, code, sentence, and the fix below. */
    public String diagnostics(List<Problem> problems) {
        return new DiagnosticText(say, ink).list(problems);
    }

    /** The answer first, then a line a KPI, then what to do next. */
    public String scorecard(String workspace, Scorecard scorecard) {
        return new ScorecardText(say, ink).write(workspace, scorecard);
    }

    /** The answer of an analysis, then what it rests on. */
    public String finding(Finding finding) {
        return new FindingText(say, ink).write(finding);
    }

    /** What the next review is about. */
    public String agenda(String workspace, Agenda agenda) {
        return AgendaText.terminal(say, ink).write(workspace, agenda);
    }

    /** The same as Markdown, for minutes. */
    public String agendaMarkdown(String workspace, Agenda agenda) {
        return AgendaText.markdown(say).write(workspace, agenda);
    }

    /** How far forecasts and decisions can be trusted, one card a goal. */
    public String trust(Book book) {
        return new LedgerText(say, ink).trust(book);
    }

    /** The ledger line by line, moments in a zone. */
    public String ledgerLines(Book book, ZoneId zone) {
        return new LedgerText(say, ink).lines(book, zone);
    }

    /** All source profiles, one a line. */
    public String sources(List<SourceSummary> sources) {
        return new SourceText(say, ink).list(sources);
    }

    /** All that is known of one source profile. */
    public String source(SourceSummary source) {
        return new SourceText(say, ink).page(source);
    }

    /** What would become of each file, one a line. */
    public String matrix(ImportReport report) {
        return new MatrixText(say, ink).table(report);
    }

    /** A drafted source profile, as YAML with comments. */
    public String draft(Draft draft) {
        return new DraftText(say).yaml(draft);
    }

    /** Rows in quarantine. */
    public String rejects(List<RejectedRow> rows) {
        return new SourceText(say, ink).rejects(rows);
    }

    /** What a pull from a lake brought. */
    public String pulled(LakeReport report) {
        return new LakeText(say, ink).table(report);
    }

    /** What a push brought into a lake. */
    public String pushed(PushReport report) {
        return new LakeText(say, ink).pushed(report);
    }

    /** How the data are. */
    public String health(Health health) {
        return new HealthText(say, ink).page(health);
    }

    /**
     * What was known of a person.
     *
     * @param dryRun whether it is still there
     */
    public String erased(ErasedPerson erased, boolean dryRun) {
        return new PeopleText(say, ink).erased(erased, dryRun);
    }

    /** The load book. */
    public String loads(List<LoadSummary> loads) {
        return new LoadsText(say, ink).list(loads);
    }

    /** What a load changed. */
    public String restated(List<RestatedSum> restated) {
        return new LoadsText(say, ink).restated(restated);
    }
}
