package dev.ukur.delivery.report;

import dev.ukur.i18n.Formats;
import dev.ukur.i18n.Messages;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.model.MetricUnit;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What a finding says, in one language; the same in terminal, JSON and page. */
public final class FindingWords {

    private final Messages say;
    private final Cells cells;

    public FindingWords(Messages say) {
        this.say = say;
        this.cells = new Cells(say.formats());
    }

    /** A sentence with its facts. */
    public String sentence(Sentence sentence) {
        Map<String, Object> facts = new LinkedHashMap<>();
        sentence.facts().forEach((name, term) -> facts.put(name, plural(name, term)));
        return say.text("finding." + sentence.code(), facts);
    }

    /** A term as it stands in a sentence or a cell. */
    public String term(Term term) {
        return term.match(cells);
    }

    /** The rows of a table; numbers of one unit that stand below each other have as many decimals each. */
    public List<List<String>> rows(Evidence table) {
        List<Cells> columns = IntStream.range(0, table.columns().size())
                .mapToObj(i -> column(table, i))
                .toList();
        return table.rows().stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> row.get(i).match(columns.get(i)))
                        .toList())
                .toList();
    }

    private Cells column(Evidence table, int index) {
        Set<MetricUnit> units = new HashSet<>();
        List<Double> values = new ArrayList<>();
        table.rows()
                .forEach(row -> FindingDrawings.number(row.get(index)).ifPresent(number -> {
                    units.add(number.unit());
                    values.addAll(List.of(number.value(), number.low(), number.high()));
                }));
        return units.size() == 1
                ? new Cells(EvenColumn.of(say.formats(), units.iterator().next(), values))
                : cells;
    }

    /** {@code Mengapa: Tingkat konversi}. */
    public String title(Finding finding) {
        return say.text("finding.title." + finding.analysis(), "subject", term(finding.subject()));
    }

    /** The word of a verdict. */
    public String verdict(Finding.Verdict verdict) {
        return say.text("finding.verdict." + verdict.name().toLowerCase(Locale.ROOT));
    }

    /** The heading of a table. */
    public String heading(Evidence table) {
        return say.text("finding.table." + table.name());
    }

    /** The heading of a column. */
    public String heading(Evidence.Column column) {
        return say.text("finding.column." + column.name());
    }

    /** Where the finding comes from: metrics by the names that commands know, days, freshness, sources; one line each. */
    public List<String> provenance(Finding finding) {
        return provenance(finding, name -> name);
    }

    /**
     * The same with other names of metrics.
     *
     * @param called what a metric is called
     */
    public List<String> provenance(Finding finding, UnaryOperator<String> called) {
        var from = finding.provenance();
        List<String> lines = new ArrayList<>();
        from.period()
                .ifPresent(days ->
                        lines.add(read(from.metrics().stream().map(called).toList(), days)));
        from.completeUntil().ifPresent(day -> lines.add(say.text("finding.provenance.until", "day", day)));
        if (!from.sources().isEmpty()) {
            lines.add(say.text("finding.provenance.sources", "sources", from.sources()));
        }
        return lines;
    }

    /** Findings about persons ask the tables themselves and no metric. */
    private String read(List<String> metrics, Period days) {
        return metrics.isEmpty()
                ? say.text("finding.provenance.days", "period", days)
                : say.text(
                        "finding.provenance.metrics",
                        Map.of("metrics", metrics, "period", days, "count", metrics.size()));
    }

    /** A whole number named {@code count} chooses between forms of a text, so it goes in as a number. */
    private Object plural(String name, Term term) {
        return name.equals("count") && term instanceof Term.Amount amount && amount.unit() == MetricUnit.COUNT
                ? (Object) amount.value()
                : term(term);
    }

    /** Terms as text. */
    private final class Cells implements Term.Cases<String> {

        private final Formats formats;
        private final MetricNumbers numbers;

        Cells(Formats formats) {
            this.formats = formats;
            this.numbers = new MetricNumbers(formats);
        }

        @Override
        public String amount(Term.Amount amount) {
            return numbers.text(amount.unit(), amount.value());
        }

        @Override
        public String change(Term.Change change) {
            return numbers.change(change.unit(), change.value());
        }

        @Override
        public String growth(Term.Growth growth) {
            return formats.signed(growth.value(), formats.share(growth.value()));
        }

        @Override
        public String between(Term.Between between) {
            String value = switch (between.of()) {
                case AMOUNT -> numbers.text(between.unit(), between.value());
                case DIFFERENCE -> numbers.change(between.unit(), between.value());
            };
            return value + " (" + numbers.interval(between.unit(), between.low(), between.high()) + ")";
        }

        @Override
        public String name(Term.Name name) {
            return say.language().pick(name.label().id(), name.label().en());
        }

        @Override
        public String word(Term.Word word) {
            return sentence(word.said());
        }

        @Override
        public String text(Term.Text text) {
            return text.text();
        }

        @Override
        public String days(Term.Days days) {
            return formats.period(days.period());
        }

        @Override
        public String phrase(Term.Phrase phrase) {
            return sentence(phrase.sentence());
        }

        @Override
        public String unknown() {
            return Formats.UNKNOWN;
        }
    }
}
