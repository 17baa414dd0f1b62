package dev.ukur.delivery.report.dashboard;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.AnswerWords;
import dev.ukur.delivery.report.dashboard.Section.Body;
import dev.ukur.delivery.report.dashboard.Section.Link;
import dev.ukur.i18n.Messages;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.metrics.Comparison;
import dev.ukur.metrics.Display;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A page that sets a few metrics beside each other by what they are broken down by: channels, campaigns, keywords. */
public final class TopicPage {

    private static final int MOST_ROWS = 50;
    /** In place of a dimension: month by month over the year that ends with the days shown. */
    private static final String MONTHS = "";

    private static final int YEAR = 11;

    private final Shell shell;
    private final Messages say;
    private final Ukur ukur;
    private final Words words;

    /**
     * A subject and its tables.
     *
     * @param name key of its texts
     * @param tables in order
     */
    public record Topic(String name, List<Table> tables) {}

    /**
     * One table.
     *
     * @param name key of its heading
     * @param by dimension; empty for months
     * @param metrics the first one decides the order
     * @param where which rows it is of; empty for all
     */
    public record Table(String name, String by, List<String> metrics, Optional<String> where) {

        Table(String name, String by, List<String> metrics) {
            this(name, by, metrics, Optional.empty());
        }
    }

    /** Paid or organic, and which of them brings customers. */
    public static final Topic ACQUISITION = new Topic(
            "acquisition",
            List.of(
                    new Table(
                            "visits",
                            "channel",
                            List.of("visits", "conversion_rate", "bounce_rate", "pages_per_visit")),
                    new Table("money", "channel", List.of("orders", "revenue", "spend", "cost_per_order", "cac")),
                    new Table("devices", "device", List.of("visits", "conversion_rate"))));

    /** What is paid for, and what came of it. */
    public static final Topic CAMPAIGNS = new Topic(
            "campaigns",
            List.of(
                    new Table("ads", "campaign", List.of("spend", "impressions", "clicks", "ctr", "cpc", "roas")),
                    new Table("share", "campaign", List.of("impression_share", "lost_share_budget", "lost_share_rank")),
                    new Table(
                            "mails",
                            "campaign",
                            List.of(
                                    "email_delivered",
                                    "email_open_rate",
                                    "email_click_rate",
                                    "email_conversion_rate"))));

    /** What is searched for. */
    public static final Topic KEYWORDS = new Topic(
            "keywords",
            List.of(
                    new Table(
                            "search",
                            "keyword",
                            List.of("keyword_clicks", "search_ctr", "average_position"),
                            Optional.of("keyword != '(total)'")), // as reports name what they tell of all keywords
                    new Table("paid", "keyword", List.of("clicks", "spend", "ctr", "cpc", "click_conversion_rate")),
                    new Table("visits", "keyword", List.of("visits", "conversion_rate"))));

    /** What mails bring, and what they cost in readers. */
    public static final Topic EMAIL = new Topic(
            "email",
            List.of(
                    new Table(
                            "reading",
                            "campaign",
                            List.of(
                                    "email_delivered",
                                    "email_open_rate",
                                    "email_human_open_rate",
                                    "email_click_rate",
                                    "email_click_to_open")),
                    new Table(
                            "buying",
                            "campaign",
                            List.of(
                                    "email_delivered",
                                    "email_conversion_rate",
                                    "email_revenue",
                                    "email_revenue_per_mail")),
                    new Table(
                            "leaving",
                            "campaign",
                            List.of(
                                    "email_delivered",
                                    "email_unsubscribe_rate",
                                    "email_bounce_rate",
                                    "email_complaint_rate")),
                    new Table(
                            "months",
                            MONTHS,
                            List.of(
                                    "email_delivered",
                                    "email_click_rate",
                                    "email_conversion_rate",
                                    "email_list_size"))));

    /** Whether people know us: who searches for us and speaks of us. */
    public static final Topic BRAND = new Topic(
            "brand",
            List.of(
                    new Table(
                            "searches", MONTHS, List.of("branded_clicks", "nonbranded_clicks", "branded_impressions")),
                    new Table("voice", MONTHS, List.of("mentions", "net_sentiment", "share_of_voice")),
                    new Table("platforms", "platform", List.of("mentions", "positive_share", "negative_share"))));

    /** Who asked, and how far they came. */
    public static final Topic LEADS = new Topic(
            "leads",
            List.of(
                    new Table(
                            "months",
                            MONTHS,
                            List.of("leads", "mql_rate", "mql_to_sql", "sql_to_customer", "cost_per_lead")),
                    new Table(
                            "channels",
                            "channel",
                            List.of("leads", "mql_rate", "mql_to_sql", "sql_to_customer", "cost_per_lead")),
                    new Table("sources", "source", List.of("leads", "mql_rate", "sql_to_customer"))));

    public TopicPage(Shell shell, Ukur ukur) {
        this.shell = shell;
        this.say = shell.say();
        this.ukur = ukur;
        this.words = new Words(say, ukur.catalog());
    }

    /** The whole page. */
    public String html(Topic topic, PeriodPicker.Choice choice) {
        List<CatalogueEntry> catalogue = ukur.catalog();
        PeriodPicker picker = PeriodPicker.of(
                ukur,
                choice,
                topic.tables().stream().map(table -> table.metrics().get(0)).toList());
        List<Section> sections = topic.tables().stream()
                .map(table -> section(topic, table, picker, catalogue))
                .toList();
        return Pages.render(
                "sections",
                shell,
                Map.of(
                        "title", say.text("web.page." + topic.name()),
                        "lede",
                                say.text(
                                        "web.topic." + topic.name(),
                                        Map.of("days", say.formats().period(picker.days()))),
                        "picker", Optional.of(picker),
                        "sections", sections));
    }

    private Section section(Topic topic, Table table, PeriodPicker picker, List<CatalogueEntry> catalogue) {
        String title = say.text("web.topic." + topic.name() + "." + table.name());
        List<String> able = able(table, picker, catalogue);
        if (able.isEmpty()) {
            return new Section(title, "", Body.words(List.of(missing(table, catalogue))), "");
        }
        try {
            Answer answer = ukur.query(question(table, able, picker));
            if (answer.rows().isEmpty()) {
                return new Section(title, "", Body.words(List.of(say.text("web.empty"))), "");
            }
            Grain grain = table.by().equals(MONTHS) ? Grain.MONTH : picker.grain();
            AnswerGrid grid = new AnswerGrid(
                    say, words, new AnswerWords.Cut(grain, ukur.settings().calendar()));
            DrillDown drill =
                    new DrillDown(able.get(0), table.where(), ukur.settings().calendar());
            Body body = Body.grid(
                            table.by().equals(MONTHS)
                                    ? drill.into(grid.of(answer), answer, grain)
                                    : drill.into(grid.ofOnePeriod(answer), answer, picker.days()))
                    .with(explore(table, able, picker));
            return new Section(title, say.formats().period(days(table, picker)), body, words.source(answer));
        } catch (ProblemException e) {
            return new Section(
                    title,
                    "",
                    Body.words(e.problems().stream().map(say::sentence).toList()),
                    "");
        }
    }

    /** The metrics that the data here give by this dimension; asked one by one only where they do not answer together. */
    private List<String> able(Table table, PeriodPicker picker, List<CatalogueEntry> catalogue) {
        List<String> computable = table.metrics().stream()
                .filter(metric -> catalogue.stream()
                        .anyMatch(entry -> entry.metric().name().equals(metric) && entry.computable()))
                .toList();
        return computable.isEmpty() || answers(table, computable, picker)
                ? computable
                : computable.stream()
                        .filter(metric -> answers(table, List.of(metric), picker))
                        .toList();
    }

    private boolean answers(Table table, List<String> metrics, PeriodPicker picker) {
        try {
            ukur.query(question(table, metrics, picker));
            return true;
        } catch (ProblemException e) {
            return false; // not broken down that way
        }
    }

    private static Period days(Table table, PeriodPicker picker) {
        return table.by().equals(MONTHS)
                ? new Period(
                        Grain.MONTH.around(picker.days().last()).first().minusMonths(YEAR),
                        picker.days().last())
                : picker.days();
    }

    private static MetricQuery question(Table table, List<String> metrics, PeriodPicker picker) {
        if (table.by().equals(MONTHS)) {
            return new MetricQuery(
                    metrics,
                    List.of(),
                    Grain.MONTH,
                    Optional.of(days(table, picker)),
                    Optional.empty(),
                    Optional.empty());
        }
        Display display = new Display(
                Comparison.of(picker.compare()).filter(comparison -> metrics.size() <= 2),
                Optional.empty(),
                Optional.of(new Display.Order(metrics.get(0), true)),
                Optional.of(MOST_ROWS),
                false,
                false);
        return new MetricQuery(
                metrics,
                List.of(table.by()),
                picker.grain(),
                Optional.of(picker.days()),
                table.where(),
                Optional.empty(),
                display);
    }

    private String missing(Table table, List<CatalogueEntry> catalogue) {
        String tables = catalogue.stream()
                .filter(entry -> table.metrics().contains(entry.metric().name()))
                .flatMap(entry -> entry.missing().stream())
                .distinct()
                .map(words::table)
                .collect(Collectors.joining(", "));
        return say.text("web.missing", "tables", tables.isEmpty() ? say.text("web.missing.dimension") : tables);
    }

    private Link explore(Table table, List<String> metrics, PeriodPicker picker) {
        return new Link(
                "/explore?metric=" + String.join(",", metrics)
                        + (table.by().equals(MONTHS) ? "" : "&by=" + table.by()) + filter(table) + "&grain=month&from="
                        + picker.days().first().minusMonths(5) + "&to=" + picker.to(),
                say.text("web.explore.open"));
    }

    private static String filter(Table table) {
        return table.where()
                .map(condition -> "&where=" + URLEncoder.encode(condition, StandardCharsets.UTF_8))
                .orElse("");
    }
}
