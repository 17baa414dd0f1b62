package dev.ukur.delivery.report.json;

import dev.ukur.Health;
import dev.ukur.PushReport;
import dev.ukur.delivery.report.Exports;
import dev.ukur.delivery.report.ProblemPage;
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
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Problem;
import dev.ukur.sources.ErasedPerson;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.LakeReport;
import dev.ukur.sources.LoadSummary;
import dev.ukur.sources.RejectedRow;
import dev.ukur.sources.RestatedSum;
import dev.ukur.sources.SourceSummary;
import java.util.List;

/** Every answer of the front door as JSON that scripts may rely on. Sentences in it are in the given language. */
public final class JsonReports {

    private final ProblemJson problems;

    public JsonReports(Messages messages) {
        this.problems = new ProblemJson(messages);
    }

    /** {@code {"columns":[...],"rows":[{...}],"meta":{...}}}. */
    public String answer(Answer answer) {
        return Json.object(json -> new AnswerJson(problems).write(json, answer));
    }

    /** {@code {"loads":[...]}}, one a file. */
    public String imports(ImportReport report) {
        return Json.object(json -> new ImportJson(problems).write(json, report));
    }

    /** {@code {"metrics":[...]}}. */
    public String catalog(List<CatalogueEntry> entries, Exports exports) {
        return Json.object(json -> CatalogJson.write(json, entries, exports));
    }

    /** {@code {"engine":...,"holds":...,"metrics":[...]}}. */
    public String certificate(Certificate certificate) {
        return Json.object(json -> CatalogJson.certificate(json, certificate));
    }

    /** {@code {"as_of":...,"kpis":[...],"warnings":[...]}}. */
    public String scorecard(Scorecard scorecard) {
        return Json.object(json -> new ScorecardJson(problems).write(json, scorecard));
    }

    /**
     * {@code {"analysis","subject","verdict","answer":{"code","id","en","facts"},"reasons":[...],"estimate","evidence":[
     * {"name","title","columns":[...],"rows":[{...}]}],"caveats":[...],"provenance":{...}}}.
     *
     * @param currency in which money is told in the sentences
     */
    public String finding(Finding finding, String currency) {
        return Json.object(json -> new FindingJson(problems, currency).write(json, finding));
    }

    /** {@code {"diagnostics":[...]}}. */
    public String diagnostics(List<Problem> found) {
        return Json.object(json -> json.array("diagnostics", found, problems::diagnostic));
    }

    /** The same diagnostics as a SARIF 2.1.0 log, for code review tools. */
    public String sarif(List<Problem> found) {
        return Json.object(json -> new Sarif(problems).write(json, found));
    }

    /** {@code {"code":...,"message":...,"reason":...,"fix":...}}. */
    public String explanation(String code, ProblemPage page) {
        return Json.object(json -> json.put("code", code)
                .put("message", page.sentence(code))
                .put("reason", page.reason(code))
                .put("fix", page.cure(code)));
    }

    /** {@code {"aims":[...],"goals":[...]}}. */
    public String goals(GoalTree tree) {
        return Json.object(json -> GoalsJson.tree(json, tree));
    }

    /** {@code {"area":...,"suggestions":[...]}}. */
    public String suggestions(String area, List<Suggestion> suggestions) {
        return Json.object(json -> json.put("area", area).array("suggestions", suggestions, GoalsJson::suggestion));
    }

    /** {@code {"trust":[...],"lines":[...]}}. */
    public String ledger(Book book) {
        return Json.object(json -> LedgerJson.book(json, book));
    }

    /** {@code {"as_of":...,"items":[...]}}. */
    public String agenda(Agenda agenda) {
        return Json.object(json -> LedgerJson.agenda(json, agenda));
    }

    /** {@code {"status":"up","version":...,"data_version":...}}. */
    public String health(String version, String dataVersion) {
        return Json.object(
                json -> json.put("status", "up").put("version", version).put("data_version", dataVersion));
    }

    /** {@code {"name","currency","time_zone","language","data_version"}}. */
    public String workspace(WorkspaceSettings settings, String dataVersion) {
        return Json.object(json -> json.put("name", settings.name())
                .put("currency", settings.currency())
                .put("time_zone", settings.zone().getId())
                .put("language", settings.language())
                .put("data_version", dataVersion));
    }

    /** The problems of a refused request in the form of RFC 9457, with their sentences in both languages. */
    public String problemDetails(int status, String instance, List<Problem> found) {
        return Json.object(json -> problems.details(json, new ProblemJson.Details(status, instance, found)));
    }

    /** {@code {"sources":[...]}}. */
    public String sources(List<SourceSummary> sources) {
        return Json.object(json -> json.array("sources", sources, SourcesJson::source));
    }

    /** {@code {"rejects":[...]}}. */
    public String rejects(List<RejectedRow> rows) {
        return Json.object(json -> json.array("rejects", rows, SourcesJson::reject));
    }

    /** {@code {"loads":[...]}}. */
    public String loads(List<LoadSummary> loads) {
        return Json.object(json -> json.array("loads", loads, LoadsJson::load));
    }

    /** {@code {"tables":[...]}}. */
    public String pulled(LakeReport report) {
        return Json.object(json -> json.array("tables", report.tables(), LoadsJson::pulled));
    }

    /** {@code {"newest":...,"loads":...,"anew":...,"tables":[...]}}. */
    public String pushed(PushReport report) {
        return Json.object(json -> LoadsJson.pushed(json, report));
    }

    /** {@code {"sources":[...],"first_channel":{...},"people":{...},"problems":[...]}}. */
    public String health(Health health) {
        return Json.object(json -> new HealthJson(problems).write(json, health));
    }

    /** {@code {"known":...,"people":...,"visitors":...,"rows":{...}}}. */
    public String erased(ErasedPerson erased) {
        return Json.object(json -> json.put("known", erased.wasKnown())
                .put("people", erased.people())
                .put("visitors", erased.visitors())
                .put("rows", erased.rows()));
    }

    /** {@code {"restated":[...]}}. */
    public String restated(List<RestatedSum> restated) {
        return Json.object(json -> json.array("restated", restated, LoadsJson::restated));
    }
}
