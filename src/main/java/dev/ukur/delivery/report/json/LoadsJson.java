package dev.ukur.delivery.report.json;

import dev.ukur.sources.LoadSummary;
import dev.ukur.store.LoadRecord;
import dev.ukur.store.Restated;

/** The load book, and what a load changed. */
final class LoadsJson {

    private LoadsJson() {}

    static void load(Json json, LoadSummary load) {
        LoadRecord record = load.record();
        json.put("load", record.id())
                .put("file", record.request().fileName())
                .put("profile", record.request().profile())
                .put("account", record.request().account())
                .put("loaded_at", record.loadedAt())
                .put("read", record.read())
                .put("new", record.loaded())
                .put("changed", record.changed())
                .put("unchanged", record.unchanged())
                .put("rejected", record.rejected())
                .put("first_day", record.periodStart())
                .put("last_day", record.periodEnd())
                .put("undone_by", load.undoneBy());
    }

    static void restated(Json json, Restated restated) {
        json.put("table", restated.table())
                .put("day", restated.day())
                .put("column", restated.column())
                .put("before", restated.before())
                .put("after", restated.after());
    }
}
