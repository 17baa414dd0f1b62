package dev.ukur.delivery.report;

import dev.ukur.i18n.Messages;
import java.util.Optional;

/** The page of one problem code: what it says, why it matters and how it is found, what to do, in Markdown. */
public final class ProblemPage {

    private final Messages say;

    public ProblemPage(Messages say) {
        this.say = say;
    }

    /** Whether there is a problem of this code. */
    public boolean knows(String code) {
        return say.knows("problem." + code);
    }

    /** What it says, its facts in braces. */
    public String sentence(String code) {
        return bare(say.text("problem." + code));
    }

    /** How to mend it. */
    public Optional<String> cure(String code) {
        return text("problem." + code + ".fix");
    }

    /** Why it matters and how it is found; empty for codes that need no more words. */
    public Optional<String> reason(String code) {
        return text("explain." + code);
    }

    /** The page; it ends with a line end. */
    public String markdown(String code) {
        StringBuilder page = new StringBuilder("# " + code + "\n");
        part(page, "explain.says", Optional.of(sentence(code)));
        part(page, "explain.reason", reason(code));
        part(page, "explain.cure", cure(code));
        return page.toString();
    }

    private void part(StringBuilder page, String head, Optional<String> text) {
        text.ifPresent(words -> page.append("\n## ")
                .append(say.text(head))
                .append("\n\n")
                .append(words)
                .append('\n'));
    }

    private Optional<String> text(String key) {
        return say.knows(key) ? Optional.of(bare(say.text(key))) : Optional.empty();
    }

    /** Facts by their names alone: {@code {left:plain}} is {@code {left}}. */
    private static String bare(String text) {
        return text.replaceAll("\\{([A-Za-z0-9_]+):[a-z_]+}", "{$1}");
    }
}
