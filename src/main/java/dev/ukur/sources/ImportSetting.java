package dev.ukur.sources;

import dev.ukur.model.ChannelRules;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.Contents;
import dev.ukur.sources.read.Grid;
import dev.ukur.sources.read.Input;
import dev.ukur.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What every file of one import shares.
 *
 * @param store where rows go
 * @param channels how traffic becomes channels
 * @param workspace what the workspace says of itself
 * @param persons turns people into keyed hashes
 * @param clock tells what is the future
 * @param inputs all files of this import, among which siblings are found
 * @param smallestForEngine bytes of a file that the engine reads, at least
 */
record ImportSetting(
        Store store,
        ChannelRules channels,
        WorkspaceSettings workspace,
        PersonHash persons,
        Clock clock,
        List<Input> inputs,
        long smallestForEngine) {

    /** The rows of a sheet of the same workbook, or of a table by its name in the same folder of the disk or archive. */
    Optional<Grid> sibling(Content content, String name) {
        String sheet = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        if (content.kind() == Content.Kind.XLSX && content.sheets().contains(sheet)) {
            return Optional.of(content.grid(sheet));
        }
        try {
            return siblingInput(content.input(), name)
                    .map(Contents::open)
                    .filter(beside -> beside.kind() == Content.Kind.CSV)
                    .map(beside -> beside.grid(""));
        } catch (ProblemException e) {
            return Optional.empty(); // it will be refused under its own name
        }
    }

    private Optional<Input> siblingInput(Input of, String name) {
        if (of.member().isPresent()) {
            String member = of.member().get();
            String wanted = member.substring(0, member.lastIndexOf('/') + 1) + name;
            return inputs.stream()
                    .filter(input -> input.path().equals(of.path())
                            && input.member().filter(wanted::equals).isPresent())
                    .findFirst();
        }
        Path path = of.path().resolveSibling(name);
        return Files.isRegularFile(path)
                ? Optional.of(new Input(path.toString(), path, Optional.empty()))
                : Optional.empty();
    }
}
