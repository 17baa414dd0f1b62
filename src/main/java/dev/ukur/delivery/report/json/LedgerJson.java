package dev.ukur.delivery.report.json;

import dev.ukur.kpis.ledger.Agenda;
import dev.ukur.kpis.ledger.Book;
import dev.ukur.kpis.ledger.Entry;
import dev.ukur.kpis.ledger.LedgerLine;
import dev.ukur.kpis.ledger.Trust;
import dev.ukur.time.Period;

/** The ledger and the agenda made from it. */
final class LedgerJson {

    private LedgerJson() {}

    static void book(Json json, Book book) {
        json.array("trust", book.trust(), LedgerJson::trust).array("lines", book.lines(), LedgerJson::line);
    }

    static void agenda(Json json, Agenda agenda) {
        json.put("as_of", agenda.asOf()).array("items", agenda.items(), LedgerJson::item);
    }

    private static void item(Json json, Agenda.Item item) {
        json.put("goal", item.line().goal().name())
                .put("metric", item.line().metric().name())
                .put("owner", item.line().goal().kpi().owner())
                .put("period", item.line().period().map(Period::toString))
                .put("due", item.due())
                .put("missed", item.missed().stream().map(Period::toString).toList())
                .array("promised", item.promised(), LedgerJson::judged)
                .array("open", item.open(), LedgerJson::judged);
    }

    private static void trust(Json json, Trust trust) {
        json.put("goal", trust.goal())
                .put("metric", trust.metric())
                .put("forecasts", trust.forecasts())
                .put("inside", trust.inside())
                .put("bias", trust.bias())
                .put("wagers", trust.wagers())
                .put("brier", trust.brier())
                .array("decisions", trust.decisions(), LedgerJson::judged);
    }

    private static void judged(Json json, Trust.Judged judged) {
        decision(json, judged.decision());
        json.put("measured", judged.measured())
                .put("as_expected", judged.asExpected())
                .put("forecast", judged.against().map(Trust.Against::forecast))
                .put("effect", judged.against().map(Trust.Against::effect))
                .put("clear", judged.against().map(Trust.Against::isClear));
    }

    private static void line(Json json, LedgerLine line) {
        json.put("number", line.number())
                .put("at", line.at())
                .put("goal", line.entry().goal());
        line.entry().match(new Fields(json));
    }

    private static void decision(Json json, Entry.DecisionTaken entry) {
        json.put("text", entry.text())
                .put("metric", entry.metric())
                .put("owner", entry.owner())
                .put("expected", entry.expected())
                .put("by", entry.by())
                .put("before", entry.before());
    }

    /** What each kind of entry holds. */
    private record Fields(Json json) implements Entry.Cases<Json> {

        @Override
        public Json target(Entry.TargetSet entry) {
            return kind("target")
                    .put("metric", entry.metric())
                    .put("due", entry.due())
                    .put("level", entry.level());
        }

        @Override
        public Json retired(Entry.TargetRetired entry) {
            return kind("target_retired").put("metric", entry.metric()).put("due", entry.due());
        }

        @Override
        public Json replaced(Entry.KpiReplaced entry) {
            return kind("kpi_replaced")
                    .put("before", entry.before())
                    .put("metric", entry.metric())
                    .put("reason", entry.reason());
        }

        @Override
        public Json goalRetired(Entry.GoalRetired entry) {
            return kind("goal_retired").put("metric", entry.metric()).put("reason", entry.reason());
        }

        @Override
        public Json forecast(Entry.ForecastMade entry) {
            return kind("forecast")
                    .put("metric", entry.metric())
                    .put("known", entry.known())
                    .put("period", entry.period())
                    .put("value", entry.value())
                    .put("low", entry.low())
                    .put("high", entry.high())
                    .put("level", entry.wager().map(Entry.Wager::level))
                    .put("chance", entry.wager().map(Entry.Wager::chance));
        }

        @Override
        public Json outcome(Entry.OutcomeSeen entry) {
            return kind("outcome")
                    .put("metric", entry.metric())
                    .put("period", entry.period())
                    .put("value", entry.value());
        }

        @Override
        public Json review(Entry.ReviewHeld entry) {
            return kind("review").put("period", entry.period()).put("on", entry.on());
        }

        @Override
        public Json decision(Entry.DecisionTaken entry) {
            LedgerJson.decision(kind("decision"), entry);
            return json;
        }

        private Json kind(String kind) {
            return json.put("kind", kind);
        }
    }
}
