package dev.ukur.delivery.report.dashboard;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.FindingDrawings;
import dev.ukur.delivery.report.FindingWords;
import dev.ukur.delivery.report.dashboard.Section.Body;
import dev.ukur.delivery.report.dashboard.Section.Cell;
import dev.ukur.delivery.report.dashboard.Section.Grid;
import dev.ukur.delivery.report.dashboard.Section.Head;
import dev.ukur.delivery.report.dashboard.Section.Link;
import dev.ukur.i18n.Messages;
import dev.ukur.insights.Analysis;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Term;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A finding as parts of a page: what it says, and each of its tables with a drawing where a picture says more. */
final class FindingSections {

    /** What the names of tables by the members of a dimension begin with. */
    private static final String MEMBERS = "by_";

    private final Messages say;
    private final FindingWords words;
    private final FindingDrawings drawings;
    private final Optional<Lead> lead;

    /**
     * What an analysis says.
     *
     * @param title of the analysis with its subject
     * @param lede the answer, or what is wrong with the question
     * @param sections reasons and evidence; none where the question is wrong
     * @param tables names of the tables among them
     */
    record Told(String title, String lede, List<Section> sections, Set<String> tables) {}

    /** Where the members of a table lead to. */
    private record Lead(DrillDown drill, Period days) {}

    FindingSections(Messages say) {
        this(say, Optional.empty());
    }

    private FindingSections(Messages say, Optional<Lead> lead) {
        this.say = say;
        this.lead = lead;
        this.words = new FindingWords(say);
        this.drawings = new FindingDrawings(say);
    }

    /** The same, with members of the tables of a change leading on to their own days. */
    FindingSections leading(DrillDown drill, Period days) {
        return new FindingSections(say, Optional.of(new Lead(drill, days)));
    }

    /** Asks; what is wrong with the question is told where the answer would stand. */
    Told ask(Ukur ukur, Supplier<Analysis> question) {
        try {
            Finding finding = ukur.find(question.get());
            return new Told(
                    words.title(finding),
                    words.sentence(finding.answer()),
                    of(finding, new Words(say, ukur.catalog())),
                    finding.evidence().stream().map(Evidence::name).collect(Collectors.toSet()));
        } catch (ProblemException e) {
            List<String> wrong = new ArrayList<>();
            e.problems().forEach(problem -> {
                wrong.add(say.sentence(problem));
                say.fix(problem).ifPresent(wrong::add);
            });
            return new Told("", String.join(" ", wrong), List.of(), Set.of());
        }
    }

    /** Reasons, then the tables. */
    private List<Section> of(Finding finding, Words called) {
        List<Section> sections = new ArrayList<>();
        List<String> small =
                new ArrayList<>(finding.caveats().stream().map(words::sentence).toList());
        small.addAll(words.provenance(finding, called::metric));
        Body body = Body.words(finding.reasons().stream().map(words::sentence).toList());
        sections.add(new Section(
                say.text("web.finding.know"),
                words.verdict(finding.verdict()),
                finding.verdict() == Finding.Verdict.CANNOT_TELL
                        ? body.with(new Link("/data", say.text("web.finding.add")))
                        : body,
                String.join(" ", small)));
        finding.evidence().forEach(table -> sections.add(table(table)));
        return sections;
    }

    private Section table(Evidence table) {
        List<Head> heads = new ArrayList<>();
        for (Evidence.Column column : table.columns()) {
            // The first cell of a row is its name, also where it counts something.
            heads.add(new Head(words.heading(column), !heads.isEmpty() && column.kind() == Evidence.Kind.NUMBER));
        }
        Grid grid = new Grid(heads, HeatTable.isOne(table) ? new HeatTable(say).rows(table) : rows(table));
        Body body = Body.grid(grid);
        String note = HeatTable.isOne(table) ? say.text("web.heat") : "";
        return new Section(
                words.heading(table), note, drawings.of(table).map(body::with).orElse(body), "");
    }

    private List<List<Cell>> rows(Evidence table) {
        List<List<String>> told = words.rows(table);
        return IntStream.range(0, told.size())
                .mapToObj(i -> DrillDown.led(
                        told.get(i).stream().map(Cell::of).toList(),
                        member(table, table.rows().get(i).get(0))))
                .toList();
    }

    private Optional<String> member(Evidence table, Term name) {
        return table.name().startsWith(MEMBERS) && name instanceof Term.Text text
                ? lead.flatMap(
                        to -> to.drill().member(table.name().substring(MEMBERS.length()), text.text(), to.days()))
                : Optional.empty();
    }
}
