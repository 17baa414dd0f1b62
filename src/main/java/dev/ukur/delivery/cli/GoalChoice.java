package dev.ukur.delivery.cli;

import dev.ukur.GoalWork;
import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.kpis.Suggestion;
import dev.ukur.model.GoalDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goals are proposed; on a terminal some are chosen, their questions asked, and the answers written. */
final class GoalChoice {

    private final Call call;
    private final Ukur ukur;
    private final GoalWork goals;

    GoalChoice(Call call, Ukur ukur) {
        this.call = call;
        this.ukur = ukur;
        this.goals = ukur.goals();
    }

    /** Proposes goals for an area, or for the one the data fit. */
    void suggest(Optional<String> asked, String format) {
        List<Suggestion> suggestions = goals.suggest(asked);
        String area = asked.orElseGet(goals::area);
        if (format.equals("json")) {
            call.printLine(new JsonReports(call.say()).suggestions(area, suggestions));
            return;
        }
        call.print(call.text().suggestions(area, suggestions));
        if (call.in().isPresent() && !suggestions.isEmpty()) {
            chosen(suggestions).forEach(this::write);
        }
    }

    /** In a workspace without data the kind of business is asked first; no answer puts the choice off. */
    void begin() {
        new Questions(call)
                .checked(
                        "area",
                        "",
                        given -> given.map(area -> {
                            goals.suggest(Optional.of(area));
                            return area;
                        }))
                .ifPresent(area -> suggest(Optional.of(area), "table"));
    }

    /** The suggestions whose numbers a person types. */
    private List<Suggestion> chosen(List<Suggestion> suggestions) {
        List<Suggestion> chosen = new ArrayList<>();
        for (String word : new Questions(call).answer("which", "").orElse("").split("[,\\s]+")) {
            if (word.matches("[0-9]{1,3}")
                    && Integer.parseInt(word) >= 1
                    && Integer.parseInt(word) <= suggestions.size()) {
                chosen.add(suggestions.get(Integer.parseInt(word) - 1));
            }
        }
        return chosen;
    }

    private void write(Suggestion chosen) {
        write(new GoalInterview(call, ukur.catalog()).goal(chosen.idea().name(), Optional.of(chosen)));
    }

    /** Writes a goal and says so. */
    void write(GoalDraft draft) {
        goals.add(draft);
        call.printLine(call.say().text("goals.added", "goal", draft.name()));
    }
}
