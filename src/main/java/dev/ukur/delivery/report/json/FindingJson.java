package dev.ukur.delivery.report.json;

import dev.ukur.delivery.report.FindingWords;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Provenance;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.model.MetricUnit;
import dev.ukur.time.Period;
import java.util.List;
import java.util.Locale;

/** A finding for scripts: sentences in both languages with their code and facts, tables with plain numbers. */
final class FindingJson {

    private final ProblemJson problems;
    private final FindingWords id;
    private final FindingWords en;

    FindingJson(ProblemJson problems, String currency) {
        this.problems = problems;
        this.id = new FindingWords(Messages.of(Language.ID).withCurrency(currency));
        this.en = new FindingWords(Messages.of(Language.EN).withCurrency(currency));
    }

    void write(Json json, Finding finding) {
        json.put("analysis", finding.analysis());
        term(json, "subject", finding.subject());
        json.put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT))
                .object("answer", object -> sentence(object, finding.answer()))
                .array("reasons", finding.reasons(), this::sentence);
        finding.estimate()
                .ifPresentOrElse(
                        number -> json.object(
                                "estimate",
                                object -> object.put("value", number.value())
                                        .put("low", number.low())
                                        .put("high", number.high())
                                        .put("unit", number.unit().word())),
                        () -> json.put("estimate", null));
        json.array("evidence", finding.evidence(), this::table)
                .array("caveats", finding.caveats(), this::sentence)
                .object("provenance", object -> provenance(object, finding.provenance()));
    }

    private void sentence(Json json, Sentence sentence) {
        json.put("code", sentence.code())
                .put("id", id.sentence(sentence))
                .put("en", en.sentence(sentence))
                .object("facts", facts -> sentence.facts().forEach((name, term) -> term(facts, name, term)));
    }

    private void table(Json json, Evidence table) {
        json.put("name", table.name());
        json.object("title", object -> object.put("id", id.heading(table)).put("en", en.heading(table)));
        json.array("columns", table.columns(), this::column);
        json.array("rows", table.rows(), (object, row) -> row(object, table.columns(), row));
    }

    private void column(Json json, Evidence.Column column) {
        json.put("name", column.name())
                .put("kind", column.kind().name().toLowerCase(Locale.ROOT))
                .put("id", id.heading(column))
                .put("en", en.heading(column));
    }

    private void row(Json json, List<Evidence.Column> columns, List<Term> row) {
        for (int i = 0; i < columns.size(); i++) {
            term(json, columns.get(i).name(), row.get(i));
        }
    }

    private void provenance(Json json, Provenance from) {
        json.put("as_of", from.asOf())
                .put("metrics", from.metrics())
                .put("from", from.period().map(Period::first))
                .put("to", from.period().map(Period::last))
                .put("complete_until", from.completeUntil())
                .put("sources", from.sources())
                .array("warnings", from.warnings(), problems::warning);
    }

    /** A term under a name; a number that is not one of things has its unit beside it. */
    private void term(Json json, String name, Term term) {
        term.match(new Properties(json, name));
    }

    /** Terms as properties of an object. */
    private final class Properties implements Term.Cases<Json> {

        private final Json json;
        private final String name;

        Properties(Json json, String name) {
            this.json = json;
            this.name = name;
        }

        @Override
        public Json amount(Term.Amount amount) {
            return number(amount.value(), amount.unit());
        }

        @Override
        public Json change(Term.Change change) {
            return number(change.value(), change.unit());
        }

        @Override
        public Json growth(Term.Growth growth) {
            return number(growth.value(), MetricUnit.SHARE);
        }

        @Override
        public Json between(Term.Between between) {
            return number(between.value(), between.unit())
                    .put(name + "_low", between.low())
                    .put(name + "_high", between.high());
        }

        @Override
        public Json name(Term.Name term) {
            return json.put(name, term.name());
        }

        @Override
        public Json word(Term.Word word) {
            return json.put(name, word.name());
        }

        @Override
        public Json text(Term.Text text) {
            return json.put(name, text.text());
        }

        @Override
        public Json days(Term.Days days) {
            Period period = days.period();
            return json.put(name, period.days() == 1 ? period.first() : period.toString());
        }

        @Override
        public Json phrase(Term.Phrase phrase) {
            return json.object(name, object -> sentence(object, phrase.sentence()));
        }

        @Override
        public Json unknown() {
            return json.put(name, null);
        }

        private Json number(double value, MetricUnit unit) {
            json.put(name, value);
            return unit == MetricUnit.COUNT ? json : json.put(name + "_unit", unit.word());
        }
    }
}
