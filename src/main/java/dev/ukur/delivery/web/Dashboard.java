package dev.ukur.delivery.web;

import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.report.dashboard.DataPage;
import dev.ukur.delivery.report.dashboard.ExplorePage;
import dev.ukur.delivery.report.dashboard.FindingPages;
import dev.ukur.delivery.report.dashboard.KpiPage;
import dev.ukur.delivery.report.dashboard.OverviewPage;
import dev.ukur.delivery.report.dashboard.PeriodPicker;
import dev.ukur.delivery.report.dashboard.Shell;
import dev.ukur.delivery.report.dashboard.TopicPage;
import dev.ukur.metrics.Comparison;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import dev.ukur.time.Period;
import dev.ukur.time.WrittenDates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The pages, by their addresses. */
final class Dashboard {

    private final String version;

    Dashboard(String version) {
        this.version = version;
    }

    List<Route> routes() {
        return Stream.concat(pages().stream(), new GoalForms(this::shell).routes().stream())
                .toList();
    }

    private List<Route> pages() {
        return List.of(
                Route.show(Right.VIEW, "/", this::scorecard),
                Route.show(
                        Right.VIEW,
                        "/kpi/{goal}",
                        visit -> Reply.html(new KpiPage(shell(visit), visit.ukur()).html(visit.part("goal")))),
                topic("/acquisition", TopicPage.ACQUISITION),
                topic("/campaigns", TopicPage.CAMPAIGNS),
                topic("/keywords", TopicPage.KEYWORDS),
                topic("/email", TopicPage.EMAIL),
                topic("/brand", TopicPage.BRAND),
                topic("/leads", TopicPage.LEADS),
                finding("/attribution", FindingPages::attribution),
                finding("/funnel", FindingPages::funnel),
                finding("/customers", FindingPages::cohort),
                finding("/customers/churn", FindingPages::churn),
                finding("/customers/value", FindingPages::value),
                finding("/customers/behaviour", FindingPages::behaviour),
                finding("/impact", FindingPages::impact),
                Route.show(Right.VIEW, "/explore", this::explore),
                Route.show(
                        Right.VIEW,
                        "/glossary",
                        visit -> Reply.html(new OverviewPage(shell(visit)).glossary(visit.ukur()))),
                Route.show(
                        Right.VIEW,
                        "/data",
                        visit -> Reply.html(
                                visit.asked("source").map(data(visit)::source).orElseGet(data(visit)::overview))),
                Route.show(
                        Right.VIEW,
                        "/data/loads/{load}",
                        visit -> Reply.html(data(visit).load(Api.load(visit)))),
                Route.form(Right.IMPORT, "/data/upload", this::upload),
                Route.form(Right.IMPORT, "/data/load", this::load),
                Route.form(Right.IMPORT, "/data/loads/{load}/undo", this::undo));
    }

    /** What every page needs, whoever looks. */
    static List<Route> assets() {
        return List.of(
                Route.show(
                        Right.OPEN,
                        "/assets/ukur.css",
                        visit -> Reply.bytes("text/css; charset=utf-8", Assets.style())),
                Route.show(
                        Right.OPEN, "/assets/icon.svg", visit -> Reply.bytes("image/svg+xml", Assets.read("icon.svg"))),
                script("ukur.js"),
                script("chart.js"),
                script("brush.js"));
    }

    private static Route script(String name) {
        return Route.show(
                Right.OPEN,
                "/assets/" + name,
                visit -> Reply.bytes("text/javascript; charset=utf-8", Assets.read(name)));
    }

    /** A page that says what is wrong. */
    Reply refused(Visit visit, ProblemException refused) {
        int status = Refusal.status(refused.problems());
        return Reply.html(new OverviewPage(shell(visit)).problems(refused.problems()))
                .status(status);
    }

    /** A page that is being worked on. */
    Reply comes(Visit visit) {
        return Reply.html(new OverviewPage(shell(visit)).coming());
    }

    private Shell shell(Visit visit) {
        // What a form did is not done again in another language.
        String address = visit.changes() ? formless(visit.path()) : visit.address();
        return visit.shell(address, version);
    }

    /** The page that a form stands on. */
    private static String formless(String path) {
        return path.startsWith("/goals") ? "/goals" : path.startsWith("/review") ? "/review" : "/data";
    }

    private Reply scorecard(Visit visit) {
        Optional<LocalDate> asOf = visit.asked("as-of")
                .map(text -> WrittenDates.period("as-of", text).last());
        return Reply.html(new OverviewPage(shell(visit)).scorecard(visit.ukur(), asOf));
    }

    private Route topic(String path, TopicPage.Topic topic) {
        return Route.show(
                Right.VIEW,
                path,
                visit -> withData(visit, () -> new TopicPage(shell(visit), visit.ukur()).html(topic, choice(visit))));
    }

    private Route finding(String path, Function<FindingPages, String> page) {
        return Route.show(
                Right.VIEW,
                path,
                visit -> withData(
                        visit, () -> page.apply(new FindingPages(shell(visit), visit.ukur(), visit.options()))));
    }

    /** Without any data, how to begin. */
    private Reply withData(Visit visit, Supplier<String> page) {
        return Reply.html(visit.ukur().loads().isEmpty() ? new OverviewPage(shell(visit)).first() : page.get());
    }

    private static PeriodPicker.Choice choice(Visit visit) {
        Optional<LocalDate> from = visit.asked("from")
                .map(text -> WrittenDates.period("from", text).first());
        Optional<LocalDate> to =
                visit.asked("to").map(text -> WrittenDates.period("to", text).last());
        Optional<Period> days = from.flatMap(first -> to.map(last -> WrittenDates.between(first, last)));
        return new PeriodPicker.Choice(days, visit.asked("compare").flatMap(Comparison::of));
    }

    private Reply explore(Visit visit) {
        return withData(
                visit,
                () -> new ExplorePage(shell(visit), visit.ukur()).html(visit.askedAll("metric"), visit.options()));
    }

    private DataPage data(Visit visit) {
        return new DataPage(shell(visit), visit.ukur());
    }

    /** Looks at files; nothing is stored but the files themselves, until they are loaded or the server ends. */
    private Reply upload(Visit visit) {
        if (visit.files().isEmpty()) {
            throw new ProblemException(Problem.error("web-no-file", Location.nowhere()));
        }
        String sending = visit.uploads().keep(visit.files());
        ImportReport report = visit.ukur()
                .load(visit.uploads().of(sending), new ImportOptions(Optional.empty(), Optional.empty(), true));
        return Reply.html(data(visit).report(FileNames.only(report), Optional.of(sending)));
    }

    private Reply load(Visit visit) {
        String sending = visit.sent("sending").orElse("");
        ImportReport report = visit.ukur().load(visit.uploads().of(sending), ImportOptions.standard());
        visit.uploads().drop(sending);
        return Reply.html(data(visit).report(FileNames.only(report), Optional.empty()));
    }

    private Reply undo(Visit visit) {
        visit.ukur().undo(Api.load(visit));
        return Reply.to("/data");
    }
}
