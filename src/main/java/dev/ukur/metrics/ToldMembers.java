package dev.ukur.metrics;

import dev.ukur.store.Sql;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The members of a dimension that an answer tells by name; all others are one member.
 *
 * @param dimension whose members they are
 * @param names of those told; null stands for rows without a member
 */
record ToldMembers(String dimension, List<@Nullable String> names) {

    /** The name of all others together; no export writes it that way. */
    static final String OTHERS = "(others)";

    /** The member to group a row by. */
    String sql(String column) {
        String known = names.stream()
                .filter(Objects::nonNull)
                .map(name -> Sql.literal(Objects.requireNonNull(name)))
                .collect(Collectors.joining(", "));
        String among = known.isEmpty() ? "false" : column + " in (" + known + ")";
        String unknown = names.contains(null) ? " or " + column + " is null" : "";
        return "case when " + among + unknown + " then " + column + " else '" + OTHERS + "' end";
    }
}
