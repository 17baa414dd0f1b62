package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.report.ScorecardPage;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the templates of the dashboard. */
final class Pages {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, ScorecardPage.TEMPLATES);

    /** An address in a tag; a text never holds one, since its brackets are written as entities. */
    private static final Pattern ADDRESS =
            Pattern.compile("(<(?:a|form|link|button|img)\\b[^>]*?\\s(?:href|action|formaction|src)=\")(/[^\"]*)");

    private Pages() {}

    static String render(String template, Shell shell, Map<String, Object> parts) {
        Map<String, Object> all = new HashMap<>(parts);
        all.put("shell", shell);
        StringOutput page = new StringOutput();
        TEMPLATES.render("web/" + template + ".jte", all, page);
        return moved(page.toString(), shell.standing().base());
    }

    /** Pages lead to addresses inside their workspace; where there are many, those begin with its name. */
    private static String moved(String page, String base) {
        return base.isEmpty()
                ? page
                : ADDRESS.matcher(page)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(found.group(1) + Shell.Standing.under(base, found.group(2))));
    }
}
