package dev.ukur.delivery.report.json;

import dev.ukur.PushReport;
import dev.ukur.sources.LakeReport;
import dev.ukur.sources.LoadSummary;
import dev.ukur.sources.RestatedSum;
import dev.ukur.time.Period;

/** The load book, and what a load changed. */
final class LoadsJson {

    private LoadsJson() {}

    static void load(Json json, LoadSummary load) {
        json.put("load", load.load())
                .put("file", load.file())
                .put("profile", load.source().profile())
                .put("account", load.source().account())
                .put("loaded_at", load.loadedAt())
                .put("read", load.rows().read())
                .put("new", load.rows().added())
                .put("changed", load.rows().changed())
                .put("unchanged", load.rows().unchanged())
                .put("rejected", load.rows().rejected())
                .put("first_day", load.days().map(Period::first))
                .put("last_day", load.days().map(Period::last))
                .put("undone_by", load.undoneBy());
    }

    static void pulled(Json json, LakeReport.Pulled pulled) {
        json.put("table", pulled.table())
                .put("into", pulled.into())
                .put("first_day", pulled.days().map(Period::first))
                .put("last_day", pulled.days().map(Period::last))
                .put("loads", pulled.loads())
                .put("new", pulled.added())
                .put("changed", pulled.changed())
                .put("gone", pulled.gone());
    }

    static void pushed(Json json, PushReport report) {
        json.put("newest", report.newest())
                .put("loads", report.loads())
                .put("anew", report.anew())
                .array(
                        "tables",
                        report.tables(),
                        (each, table) -> each.put("table", table.name())
                                .put("rows", table.rows())
                                .put("superseded", table.superseded()));
    }

    static void restated(Json json, RestatedSum restated) {
        json.put("day", restated.day())
                .put("column", restated.column())
                .put("before", restated.before())
                .put("after", restated.after());
    }
}
