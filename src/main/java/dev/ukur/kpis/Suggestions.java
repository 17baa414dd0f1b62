package dev.ukur.kpis;

import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.model.Goal;
import dev.ukur.model.GoalIdea;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proposes goals for the kind of business, those first whose KPI the data can give. */
public final class Suggestions {

    /** The kinds of business; of two that the data fit alike, the first is taken. */
    public static final List<String> AREAS = List.of("shop", "leads", "subscription", "content");

    private static final int MOST = 5;
    private static final int LEAST = 3;

    private final List<GoalIdea> ideas;
    private final StartingPoint starts;
    private final Map<String, CatalogueEntry> catalog = new HashMap<>();

    /**
     * Proposals over some metrics.
     *
     * @param ideas in the order of preference
     * @param today when due days are counted from
     */
    public Suggestions(List<GoalIdea> ideas, KpiMetrics metrics, LocalDate today) {
        this.ideas = List.copyOf(ideas);
        this.starts = new StartingPoint(metrics, today);
        metrics.catalog().forEach(entry -> catalog.put(entry.metric().name(), entry));
    }

    /**
     * Three to five goals, fewer where others stand already. Of the area asked for come also those the data cannot give
     * yet, when there are no others.
     *
     * @param area one of {@link #AREAS}; the one the data fit best when empty
     * @param standing goals that are there already
     */
    public List<Suggestion> of(Optional<String> area, List<Goal> standing) {
        String kind = area.orElseGet(this::area);
        Set<String> measured =
                standing.stream().map(goal -> goal.kpi().metric()).collect(Collectors.toSet());
        List<GoalIdea> open =
                ideas.stream().filter(idea -> !measured.contains(idea.metric())).toList();
        List<GoalIdea> here =
                open.stream().filter(idea -> idea.areas().contains(kind)).toList();
        List<GoalIdea> chosen = new ArrayList<>(
                here.stream().filter(this::computable).limit(MOST).toList());
        fill(chosen, here.stream().filter(idea -> !computable(idea)));
        if (area.isEmpty()) {
            fill(chosen, open.stream().filter(this::computable));
        }
        return chosen.stream().map(this::suggestion).toList();
    }

    /** The kind of business that most of the computable ideas belong to. */
    public String area() {
        String best = AREAS.get(0);
        for (String area : AREAS) {
            best = fit(area) > fit(best) ? area : best;
        }
        return best;
    }

    private long fit(String area) {
        return ideas.stream()
                .filter(idea -> idea.areas().get(0).equals(area))
                .filter(this::computable)
                .count();
    }

    private static void fill(List<GoalIdea> chosen, Stream<GoalIdea> more) {
        more.filter(idea -> !chosen.contains(idea))
                .limit(Math.max(0, LEAST - chosen.size()))
                .toList()
                .forEach(chosen::add);
    }

    private boolean computable(GoalIdea idea) {
        return computable(idea.metric());
    }

    private boolean computable(String metric) {
        return entry(metric).filter(CatalogueEntry::computable).isPresent();
    }

    private Optional<CatalogueEntry> entry(String metric) {
        return Optional.ofNullable(catalog.get(metric));
    }

    private Suggestion suggestion(GoalIdea idea) {
        CatalogueEntry entry = entry(idea.metric()).orElseThrow();
        return new Suggestion(
                idea,
                entry.metric(),
                entry.computable() ? List.of() : entry.missing(),
                idea.factors().stream().filter(this::computable).toList(),
                idea.guardrails().stream().filter(this::computable).toList(),
                entry.computable() ? starts.of(idea) : Optional.empty());
    }
}
