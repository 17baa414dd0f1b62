package dev.ukur.delivery.report;

import dev.ukur.delivery.report.ScorecardView.Tally;
import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Status;
import dev.ukur.model.WorkspaceSettings;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The scorecard as one self-contained page: style and drawings inside, no script, nothing to fetch. */
public final class ScorecardPage {

    /** The package of compiled templates. */
    public static final String TEMPLATES = "dev.ukur.delivery.report.pages";

    private static final List<Status> WORST_FIRST =
            List.of(Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK, Status.NO_VERDICT);

    private final Messages say;
    private final String version;

    /**
     * A page in a language.
     *
     * @param version of the program, named at the foot
     */
    public ScorecardPage(Messages say, String version) {
        this.say = say;
        this.version = version;
    }

    /** The whole page, ended by a line end. */
    public String html(WorkspaceSettings settings, Scorecard scorecard) {
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES)
                .render("scorecard.jte", Map.of("view", view(settings, scorecard), "say", say), page);
        return page.toString();
    }

    /** All that the page shows. */
    public ScorecardView view(WorkspaceSettings settings, Scorecard scorecard) {
        return new ScorecardView(
                say.language().code(),
                settings.name(),
                settings.appearance(),
                style(),
                Lede.of(say, scorecard),
                tally(scorecard),
                freshness(scorecard),
                notes(scorecard),
                scorecard.kpis().stream()
                        .map(line -> new CardMaker(say, scorecard, line).card())
                        .toList(),
                List.of(
                        say.text("page.zone", "zone", zone(settings)),
                        say.text("page.rules"),
                        say.text("page.made", "version", version)));
    }

    private List<Tally> tally(Scorecard scorecard) {
        return WORST_FIRST.stream()
                .filter(status -> Lede.number(scorecard, status) > 0)
                .map(status -> new Tally(
                        CardMaker.kind(status),
                        say.text("page.tally." + KpiWords.word(status), "count", Lede.number(scorecard, status))))
                .toList();
    }

    private String freshness(Scorecard scorecard) {
        List<LocalDate> days = scorecard.kpis().stream()
                .map(Line::freshUntil)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return say.text("page.until.none");
        }
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        return first.equals(last)
                ? say.text("page.until", "day", say.formats().weekday(last))
                : say.text("page.until.differs", Map.of("first", first, "last", last));
    }

    /** Warnings that speak of no KPI on the page; the others stand in their card. */
    private List<String> notes(Scorecard scorecard) {
        return scorecard.warnings().stream()
                .filter(problem -> scorecard.kpis().stream().noneMatch(line -> KpiWords.concerns(problem, line)))
                .map(say::sentence)
                .distinct()
                .toList();
    }

    private String zone(WorkspaceSettings settings) {
        String everyday = say.formats().zone(settings.zone());
        String name = settings.zone().getId();
        return Stream.of(name, everyday).distinct().count() == 1 ? name : name + " (" + everyday + ")";
    }

    /** The style sheet of every page. */
    public static String style() {
        try (InputStream in = ScorecardPage.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("the style sheet page.css is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
