package dev.ukur.sources.read;

import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;

/** The one record of a JSON file: its whole tree. */
final class TreeRecord implements Records {

    private final Opened text;
    private boolean given;

    TreeRecord(Opened text) {
        this.text = text;
    }

    @Override
    public @Nullable Item next() {
        if (given) {
            return null;
        }
        given = true;
        try (Reader reader = text.reader()) {
            JsonNode tree = Json.MAPPER.readTree(reader);
            if (tree.isMissingNode()) {
                throw new ProblemException(
                        Problem.error("file-empty", text.stored().at()));
            }
            return new Item(1, tree);
        } catch (JacksonIOException e) {
            throw text.stored().failure(e.getCause());
        } catch (JacksonException e) {
            throw Json.broken(text.stored().input().name(), 1, e);
        } catch (IOException e) {
            throw text.stored().failure(e);
        }
    }

    @Override
    public void close() {
        // the tree is read and its file closed in one step
    }
}
