package dev.ukur.sources.read;

import dev.ukur.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/** Paths the user named to the files and archive members they stand for. */
public final class Inputs {

    private Inputs() {}

    /**
     * What was found.
     *
     * @param inputs in the order named; folders and archives in sorted order inside
     * @param problems {@code file-not-found}, {@code archive-broken}, {@code archive-nested}, {@code archive-too-large}
     */
    public record Found(List<Input> inputs, List<Problem> problems) {
        public Found {
            inputs = List.copyOf(inputs);
            problems = List.copyOf(problems);
        }
    }

    /**
     * The inputs of files, folders (walked to the bottom) and zip archives (an XLSX is none). Hidden files and folders,
     * also {@code .ukur}, are passed over unless named themselves.
     */
    public static Found find(List<Path> paths) {
        throw new UnsupportedOperationException();
    }
}
