package dev.ukur.model;

import dev.ukur.problem.Location;
import java.util.List;
import java.util.Optional;

/**
 * How one kind of export is read: how it is known, where its table lies, what its columns mean.
 *
 * @param name stable name, for example {@code google_ads.ui.campaign}
 * @param version raised only when the meaning of rows changes
 * @param verified whether its headers were seen in real files
 * @param about what it reads, for people
 * @param account the source account its rows belong to unless the workspace names another; profiles that read parts of
 *     the same whole share one
 * @param targets canonical tables it fills
 * @param detect how a file of this kind is known
 * @param layout where rows lie in the file
 * @param facts where period, currency and zone come from
 * @param locale how numbers and dates are written
 * @param columns what each canonical column is made of, in order of evaluation
 * @param traffic where visits come from, for tables that know source, medium and channel
 * @param load how rows are loaded and checked
 * @param pii source columns that hold personal data and are never kept
 * @param database where its rows come from, when that is no file
 * @param at where it is defined
 */
public record SourceProfile(
        String name,
        int version,
        boolean verified,
        Label about,
        String account,
        List<String> targets,
        DetectRules detect,
        LayoutRules layout,
        FactRules facts,
        LocaleRules locale,
        List<ColumnRule> columns,
        Optional<TrafficRules> traffic,
        LoadRules load,
        List<String> pii,
        Optional<DatabaseRules> database,
        Location at) {

    public SourceProfile {
        targets = List.copyOf(targets);
        columns = List.copyOf(columns);
        pii = List.copyOf(pii);
    }

    /** The rules of one target, in order of evaluation. */
    public List<ColumnRule> columnsOf(String table) {
        return columns.stream().filter(rule -> rule.table().equals(table)).toList();
    }
}
