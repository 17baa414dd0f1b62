package dev.ukur.delivery.report.dashboard;

import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import java.util.Comparator;
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

    /** The sections by their first page, each with its pages. */
    private static final List<List<String>> SECTIONS = List.of(
            List.of("/", "/review", "/goals"),
            List.of("/acquisition", "/campaigns", "/keywords", "/email", "/brand", "/attribution"),
            List.of("/funnel", "/leads"),
            List.of("/customers", "/customers/churn", "/customers/value", "/customers/behaviour"),
            List.of("/impact"),
            List.of("/explore"),
            List.of("/data", "/glossary"));

    /** A way to a section or page of the dashboard. */
    public record Tab(String href, String label, boolean current) {}

    /** The sections; the one this page belongs to is marked. */
    public List<Tab> tabs() {
        return SECTIONS.stream()
                .map(pages -> tab("web.tab", pages.get(0), pages.contains(current())))
                .toList();
    }

    /** The pages of this section, when it has more than one. */
    public List<Tab> pages() {
        return SECTIONS.stream()
                .filter(pages -> pages.contains(current()) && pages.size() > 1)
                .flatMap(List::stream)
                .map(page -> tab("web.page", page, page.equals(current())))
                .toList();
    }

    private Tab tab(String key, String path, boolean current) {
        return new Tab(path, say.text(key + path.replace('/', '.')), current);
    }

    /** The page of the sections nearest to this one's address: the longest that it begins with. */
    private String current() {
        String own = path();
        if (own.startsWith("/kpi/")) {
            return "/";
        }
        return SECTIONS.stream()
                .flatMap(List::stream)
                .filter(page -> own.equals(page) || !page.equals("/") && own.startsWith(page + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
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
