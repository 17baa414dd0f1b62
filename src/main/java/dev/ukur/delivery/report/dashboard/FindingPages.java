package dev.ukur.delivery.report.dashboard;

import dev.ukur.Ukur;
import dev.ukur.delivery.ask.Options;
import dev.ukur.delivery.ask.WrittenNumbers;
import dev.ukur.delivery.report.dashboard.FindingSections.Told;
import dev.ukur.delivery.report.dashboard.Form.Choice;
import dev.ukur.delivery.report.dashboard.Form.Field;
import dev.ukur.i18n.Messages;
import dev.ukur.insights.Analysis;
import dev.ukur.insights.attribution.Attribution;
import dev.ukur.insights.customers.Behaviour;
import dev.ukur.insights.customers.Churn;
import dev.ukur.insights.customers.Clv;
import dev.ukur.insights.customers.Cohort;
import dev.ukur.insights.funnel.Funnel;
import dev.ukur.insights.funnel.Window;
import dev.ukur.insights.impact.Impact;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.model.Metric;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import dev.ukur.time.WrittenDates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A page for each analysis: its question as a form, its answer on top, then reasons and evidence. */
public final class FindingPages {

    private static final int FUNNEL_DAYS = 30;
    private static final int LOOKBACK_DAYS = 30;
    private static final int CLV_WEEKS = 52;
    private static final String USUAL_METRIC = "orders";
    private static final String[] AUDIENCES = {"channel", "sales_channel", "source", "campaign", "city", "country"};

    private final Shell shell;
    private final Messages say;
    private final Ukur ukur;
    private final Options options;

    /** @param options of the question, from the address */
    public FindingPages(Shell shell, Ukur ukur, Options options) {
        this.shell = shell;
        this.say = shell.say();
        this.ukur = ukur;
        this.options = options;
    }

    /** From step to step: where people stop, and where that changed. */
    public String funnel() {
        Optional<Funnel.Against> against = value("against").map(word -> new Funnel.Against(Optional.empty()));
        Form form = new Form(
                "/funnel",
                List.of(
                        text("steps", "visit > add_to_cart > purchase"),
                        number("window", FUNNEL_DAYS),
                        day("from"),
                        day("to"),
                        choice("by", "", "channel", "device", "campaign", "source"),
                        choice("against", "", "previous")));
        return page(
                "funnel",
                form,
                () -> new Funnel(
                        value("steps").map(List::of).orElse(List.of()),
                        Window.days(whole("window", FUNNEL_DAYS)),
                        new Funnel.Scope(days(), against, value("by"))));
    }

    /** Who comes back. */
    public String cohort() {
        Form form =
                new Form("/customers", List.of(choice("grain", "month", "week", "quarter"), choice("by", AUDIENCES)));
        return page(
                "customers",
                form,
                () -> new Cohort(
                        value("grain")
                                .flatMap(Grain::of)
                                .filter(one -> one == Grain.WEEK || one == Grain.QUARTER)
                                .orElse(Grain.MONTH),
                        value("by").orElse("channel"),
                        Optional.empty()));
    }

    /** How long customers stay. */
    public String churn() {
        Form form = new Form("/customers/churn", List.of(choice("of", "subscriptions", "orders")));
        return page(
                "customers.churn",
                form,
                () -> new Churn(
                        value("of").filter("orders"::equals).isPresent() ? Churn.Of.ORDERS : Churn.Of.SUBSCRIPTIONS));
    }

    /** What customers are worth, against what they cost. */
    public String value() {
        Form form = new Form("/customers/value", List.of(choice("by", AUDIENCES), number("weeks", CLV_WEEKS)));
        return page(
                "customers.value",
                form,
                () -> new Clv(value("by").orElse("channel"), whole("weeks", CLV_WEEKS), Clv.MODELS.get(0)));
    }

    /** How customers buy. */
    public String behaviour() {
        return page("customers.behaviour", Form.NONE, Behaviour::new);
    }

    /** Which channels brought orders or leads, by several models side by side. */
    public String attribution() {
        Form form = new Form(
                "/attribution",
                List.of(choice("of", "order", "lead"), number("lookback", LOOKBACK_DAYS), day("from"), day("to")));
        return page(
                "attribution",
                form,
                () -> new Attribution(value("of").orElse("order"), whole("lookback", LOOKBACK_DAYS), days()));
    }

    /** What an occasion did to a metric; without one, the occasions to choose from. */
    public String impact() {
        Form form = new Form("/impact", List.of(occasions(), metrics()));
        if (value("occasion").isEmpty()) {
            return Pages.render(
                    "finding",
                    shell,
                    Map.of(
                            "title", say.text("web.page.impact"),
                            "subject", "",
                            "lede", say.text("web.impact.choose"),
                            "form", form,
                            "sections", List.of(new Calendar(say, ukur.occasions()).section())));
        }
        return page(
                "impact",
                form,
                () -> new Impact(
                        value("occasion").orElseThrow(),
                        value("metric").orElse(USUAL_METRIC),
                        value("where"),
                        value("control")));
    }

    private Field occasions() {
        String asked = value("occasion").orElse("");
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", say.text("web.word.none"), asked.isEmpty())));
        new Calendar(say, ukur.occasions())
                .names()
                .forEach((name, title) -> choices.add(new Choice(name, title, name.equals(asked))));
        return Field.choice("occasion", label("occasion"), choices);
    }

    /** What moves from day to day, and what was asked. */
    private Field metrics() {
        String asked = value("metric").orElse(USUAL_METRIC);
        List<CatalogueEntry> catalogue = ukur.catalog();
        Words called = new Words(say, catalogue);
        Stream<Metric> also = catalogue.stream()
                .filter(entry -> entry.computable() && entry.metric().name().equals(asked))
                .map(CatalogueEntry::metric);
        List<Choice> choices = Stream.concat(DailyMetrics.of(ukur).stream(), also)
                .distinct()
                .map(metric -> new Choice(
                        metric.name(),
                        called.label(metric.label()),
                        metric.name().equals(asked)))
                .sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return Field.choice("metric", say.text("web.metric"), choices);
    }

    private String page(String name, Form form, Supplier<Analysis> question) {
        Told told = new FindingSections(say).ask(ukur, question);
        return Pages.render(
                "finding",
                shell,
                Map.of(
                        "title", say.text("web.page." + name),
                        "subject", told.title(),
                        "lede", told.lede(),
                        "form", form,
                        "sections", told.sections()));
    }

    private Field text(String name, String hint) {
        return Field.text(name, label(name), value(name).orElse(""), hint);
    }

    private Field number(String name, int usual) {
        return Field.number(name, label(name), value(name).orElse(String.valueOf(usual)));
    }

    private Field day(String name) {
        return Field.day(name, say.text("web." + name), value(name).orElse(""));
    }

    /** The first word is the usual one. */
    private Field choice(String name, String... words) {
        String asked = value(name).orElse(words[0]);
        List<Choice> choices = new ArrayList<>();
        for (String word : words) {
            String key = word.isEmpty() ? "none" : word;
            choices.add(new Choice(word, say.text("web.word." + key), word.equals(asked)));
        }
        if (!List.of(words).contains(asked)) {
            choices.add(new Choice(asked, asked, true));
        }
        return Field.choice(name, label(name), choices);
    }

    private String label(String name) {
        return say.text("web.ask." + name);
    }

    private Optional<String> value(String name) {
        return options.values().apply(name);
    }

    private int whole(String name, int usual) {
        return WrittenNumbers.whole(options.spelling().apply(name), value(name), usual);
    }

    /** From the beginning of one day to the end of the other; one of them alone is both. */
    private Optional<Period> days() {
        Optional<String> from = value("from");
        Optional<String> to = value("to");
        return from.or(() -> to)
                .map(text -> WrittenDates.between(
                        WrittenDates.period("from", text).first(),
                        WrittenDates.period("to", to.orElse(text)).last()));
    }
}
