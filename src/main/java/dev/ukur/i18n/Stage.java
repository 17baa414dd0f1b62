package dev.ukur.i18n;

import java.util.Locale;

/**
 * The files of texts, one a stage of the house, in the order they are looked through: what every command says first, so
 * that a short command reads one file only.
 */
enum Stage {
    CLI,
    DELIVERY,
    WORKSPACE,
    STORE,
    SOURCES,
    SOURCES_READ,
    METRICS,
    KPIS,
    GOALS,
    EXPLAIN,
    INSIGHTS,
    INSIGHTS_FLOWS,
    TWIN,
    LAB,
    WEB;

    /** The file of this stage, relative to this package. */
    String file(Language language) {
        return language.code() + "/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".properties";
    }
}
