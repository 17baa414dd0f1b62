package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import java.nio.file.Path;

/** {@code ukur init DIR}: a commented starter workspace; on a terminal also the first goals. */
final class InitCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("init").operands("DIR", 1, 1);
    }

    @Override
    public boolean asksWorkspace() {
        return false;
    }

    @Override
    public int run(Call call) {
        Path folder = call.path(call.arguments().operands().get(0));
        for (Path file : call.program().init(folder, call.say().language())) {
            call.printLine(file.toString());
        }
        call.progress(call.say().text("init.next", "folder", folder));
        if (call.in().isPresent()) {
            try (Ukur ukur = call.open(folder)) {
                new GoalChoice(call, ukur).begin();
            }
        }
        return Exit.DONE;
    }
}
