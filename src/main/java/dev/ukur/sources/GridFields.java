package dev.ukur.sources;

import dev.ukur.model.HeaderMatch;
import dev.ukur.model.HeaderName;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Header cells by name. A currency at a header's end belongs to the money, not to the name. */
final class GridFields implements Fields {

    private final String file;
    private final List<String> names;
    private final List<String> folded = new ArrayList<>();
    private final List<String> bare = new ArrayList<>();

    /**
     * @param file for messages
     * @param names header cells in order, then added fields such as {@code $value}
     * @param suffix what is taken off a header before it is compared
     */
    GridFields(String file, List<String> names, Optional<Pattern> suffix) {
        this.file = file;
        this.names = List.copyOf(names);
        for (String name : names) {
            String plain = HeaderName.fold(name);
            folded.add(plain);
            bare.add(suffix.map(regex -> withoutSuffix(regex, plain)).orElse(plain));
        }
    }

    @Override
    public OptionalInt find(HeaderMatch match) {
        for (String name : match.names()) {
            String wanted = HeaderName.fold(name);
            OptionalInt exact = only(folded, wanted);
            if (exact.isPresent()) {
                return exact;
            }
            OptionalInt stripped = only(bare, wanted);
            if (stripped.isPresent()) {
                return stripped;
            }
        }
        return match.pattern().isPresent() ? byPattern(match.pattern().get()) : OptionalInt.empty();
    }

    @Override
    public int count() {
        return names.size();
    }

    @Override
    public String name(int field) {
        return names.get(field);
    }

    private OptionalInt byPattern(Pattern pattern) {
        OptionalInt found = OptionalInt.empty();
        for (int i = 0; i < folded.size(); i++) {
            if (pattern.matcher(folded.get(i)).find()) {
                if (found.isPresent()) {
                    throw duplicate(names.get(i));
                }
                found = OptionalInt.of(i);
            }
        }
        return found;
    }

    private OptionalInt only(List<String> headers, String wanted) {
        int first = headers.indexOf(wanted);
        if (first < 0) {
            return OptionalInt.empty();
        }
        if (headers.lastIndexOf(wanted) != first) {
            throw duplicate(names.get(first));
        }
        return OptionalInt.of(first);
    }

    private ProblemException duplicate(String header) {
        return new ProblemException(
                Problem.error("duplicate-header", Location.of(file)).with("header", header));
    }

    private static String withoutSuffix(Pattern suffix, String name) {
        Matcher matcher = suffix.matcher(name);
        return matcher.find() ? name.substring(0, matcher.start()).strip() : name;
    }
}
