package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.report.ScorecardPage;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;

/** Fills the templates of the dashboard. */
final class Pages {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, ScorecardPage.TEMPLATES);

    private Pages() {}

    static String render(String template, Shell shell, Map<String, Object> parts) {
        Map<String, Object> all = new HashMap<>(parts);
        all.put("shell", shell);
        StringOutput page = new StringOutput();
        TEMPLATES.render("web/" + template + ".jte", all, page);
        return page.toString();
    }
}
