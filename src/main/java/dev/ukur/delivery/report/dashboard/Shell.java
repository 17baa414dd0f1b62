package dev.ukur.delivery.report.dashboard;

import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import java.util.List;

/**
 * What stands around every page.
 *
 * @param say the language spoken
 * @param workspace its name
 * @param address of this page, for the switch of language
 * @param token that forms carry
 * @param version of the program
 */
public record Shell(Messages say, String workspace, String address, String token, String version) {

    private static final List<String> SECTIONS =
            List.of("/", "/acquisition", "/campaigns", "/keywords", "/explore", "/data", "/glossary");

    /** A section of the dashboard. */
    public record Tab(String href, String label, boolean current) {}

    /** The sections; the one this page belongs to is marked. */
    public List<Tab> tabs() {
        return SECTIONS.stream()
                .map(path -> new Tab(path, say.text("web.tab" + path.replace('/', '.')), isCurrent(path)))
                .toList();
    }

    private boolean isCurrent(String path) {
        String own = path();
        return path.equals("/") ? own.equals("/") || own.startsWith("/kpi/") : own.startsWith(path);
    }

    private String path() {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    /** The language not spoken. */
    public Language other() {
        return say.language() == Language.ID ? Language.EN : Language.ID;
    }

    /** This page in the other language. */
    public String switched() {
        String rest = address.replaceAll("([?&])lang=[a-z]*&?", "$1").replaceAll("[?&]$", "");
        return rest + (rest.contains("?") ? "&" : "?") + "lang=" + other().code();
    }
}
