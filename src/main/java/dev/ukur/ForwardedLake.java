package dev.ukur;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Finding;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.sources.LakeReport;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The lake of a workspace that is asked through another front door.
 *
 * @param door asks and changes
 */
record ForwardedLake(ForwardingUkur door) implements LakeWork {

    @Override
    public Answer query(MetricQuery query) {
        return door.ask(ukur -> ukur.lake().query(query));
    }

    @Override
    public Finding find(Analysis question) {
        return door.ask(ukur -> ukur.lake().find(question));
    }

    @Override
    public LakeReport pull(Optional<LocalDate> from, Optional<LocalDate> to) {
        return door.change(ukur -> ukur.lake().pull(from, to));
    }

    @Override
    public PushReport push() {
        return door.change(ukur -> ukur.lake().push());
    }
}
