package dev.ukur.workspace;

import dev.ukur.model.GoalIdea;
import dev.ukur.model.Label;
import dev.ukur.problem.Problems;
import dev.ukur.time.Cadence;
import java.util.ArrayList;
import java.util.List;

/** The goals that the program comes with, the most usual of each kind of business first. */
public final class GoalIdeas {

    private static final String FOLDER = "/dev/ukur/workspace/ideas/";

    private GoalIdeas() {}

    /** All ideas; a mistake in the file is a mistake of the program. */
    public static List<GoalIdea> builtIn() {
        Problems problems = new Problems();
        List<GoalIdea> ideas = YamlFile.builtIn(FOLDER, "goals.yaml", problems)
                .flatMap(file -> file.map("ideas"))
                .map(GoalIdeas::ideas)
                .orElse(List.of());
        problems.throwIfErrors();
        return ideas;
    }

    private static List<GoalIdea> ideas(YamlMap map) {
        List<GoalIdea> ideas = new ArrayList<>();
        map.entries().forEach((name, value) -> value.map().ifPresent(idea -> ideas.add(idea(name, idea))));
        return List.copyOf(ideas);
    }

    private static GoalIdea idea(String name, YamlMap map) {
        return new GoalIdea(
                name,
                map.texts("areas"),
                label(map, "goal"),
                label(map, "why"),
                map.requireText("metric").orElse(""),
                map.texts("factors"),
                map.texts("guardrails"),
                map.text("cadence").flatMap(Cadence::of).orElse(Cadence.MONTHLY),
                label(map, "action"));
    }

    private static Label label(YamlMap map, String key) {
        map.require(key);
        return map.label(key).orElse(Label.same(""));
    }
}
