package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.access.Right;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.model.Appearance;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What stands around every page.
 *
 * @param say the language spoken
 * @param workspace its name
 * @param address of this page, for the switch of language
 * @param token that forms carry
 * @param version of the program
 * @param standing where the reader stands, and what they may do there
 */
public record Shell(Messages say, String workspace, String address, String token, String version, Standing standing) {

    /** The sections by their first page, each with its pages. */
    private static final List<List<String>> SECTIONS = List.of(
            List.of("/", "/review", "/goals"),
            List.of("/acquisition", "/campaigns", "/keywords", "/email", "/brand", "/attribution"),
            List.of("/funnel", "/leads"),
            List.of("/customers", "/customers/churn", "/customers/value", "/customers/behaviour"),
            List.of("/impact"),
            List.of("/explore"),
            List.of("/data", "/glossary"));

    /** Addresses that are the same in every workspace, by how they begin. */
    private static final List<String> OF_SERVER = List.of("/assets/", "/account/", "/w/", "/s/");

    /**
     * Where the reader of a page stands.
     *
     * @param base what the addresses of the workspace's pages begin with; empty when it is the only one
     * @param appearance of the workspace
     * @param inWorkspace whether the page is one of a workspace, or of a server with only one
     * @param name of the reader; empty where nobody signs in
     * @param offers what they may do
     */
    public record Standing(String base, boolean inWorkspace, Appearance appearance, String name, Set<Right> offers) {

        public Standing {
            offers = Set.copyOf(offers);
        }

        /** An address inside a workspace as the browser is to ask it. */
        public static String under(String base, String address) {
            boolean inside = address.startsWith("/") && OF_SERVER.stream().noneMatch(address::startsWith);
            return inside ? base + address : address;
        }
    }

    /** A way to a section or page of the dashboard. */
    public record Tab(String href, String label, boolean current) {}

    /** The sections; the one this page belongs to is marked. */
    public List<Tab> tabs() {
        if (!may(Right.VIEW) || !standing.inWorkspace()) {
            return List.of();
        }
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

    /** Whether the reader may know whose pages these are: of the only workspace everybody may, also who has yet to sign in. */
    public boolean isNamed() {
        return standing.inWorkspace() && (may(Right.VIEW) || standing.base().isEmpty());
    }

    /** Whether the workspace has a colour of its own that the reader may see. */
    public boolean hasColor() {
        return isNamed() && standing.appearance().light().isPresent();
    }

    /** Whether it has a logo. */
    public boolean hasLogo() {
        return isNamed() && standing.appearance().logo().isPresent();
    }

    /** Whether there are numbers here that the reader may ask for. */
    public boolean hasNumbers() {
        return standing.inWorkspace() && may(Right.VIEW);
    }

    /** Whether the reader may bring in data here. */
    public boolean imports() {
        return may(Right.IMPORT);
    }

    /** Whether the reader may write goals and hold reviews here. */
    public boolean decides() {
        return may(Right.DECIDE);
    }

    /** Whether the reader may share this page: where people sign in. */
    public boolean shares() {
        return may(Right.DECIDE) && signedIn() && !path().startsWith("/account/");
    }

    /** Whether the reader may say who may what. */
    public boolean manages() {
        return may(Right.MANAGE) && signedIn();
    }

    /** Whether the reader has signed in, and so can sign out. */
    public boolean signedIn() {
        return may(Right.SIGNED_IN) && !standing.name().isEmpty();
    }

    private boolean may(Right right) {
        return standing.offers().contains(right);
    }

    /** Whether there are other workspaces, so that a page leads to all of them. */
    public boolean hasNeighbours() {
        return (!standing.base().isEmpty() || !standing.inWorkspace()) && may(Right.SIGNED_IN);
    }

    /** Where this page is shared. */
    public String share() {
        return "/share?page=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
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
