package dev.ukur.sources;

import dev.ukur.model.Expression;
import dev.ukur.model.Expression.Operator;
import dev.ukur.model.HeaderName;
import dev.ukur.sources.cell.Bounded;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Profile expressions to code that runs once a row. */
final class Expressions implements Expression.Cases<Expressions.Evaluator> {

    /** A value of a row, or null when a part of it is unknown. */
    @FunctionalInterface
    interface Evaluator {
        @Nullable
        Object value(RowState state);
    }

    private final List<String> slots;
    private final ReadContext context;

    /** @param slots columns that may be named, in order of evaluation */
    Expressions(List<String> slots, ReadContext context) {
        this.slots = slots;
        this.context = context;
    }

    Evaluator compile(Expression expression) {
        return expression.match(this);
    }

    @Override
    public Evaluator constant(Expression.Constant constant) {
        return state -> constant.text();
    }

    @Override
    public Evaluator column(Expression.Column column) {
        FileFacts facts = context.facts();
        return switch (column.name()) {
            case "$line" -> state -> state.row().line();
            case "$group_line" -> RowState::groupLine;
            case "$file" -> state -> facts.name();
            case "$account" -> state -> facts.account();
            case "$currency" -> state -> facts.currency().orElse(null);
            case "$period_start" ->
                state -> facts.period().map(period -> period.first()).orElse(null);
            case "$period_end" ->
                state -> facts.period().map(period -> period.last()).orElse(null);
            default -> slot(column.name());
        };
    }

    private Evaluator slot(String name) {
        int slot = slots.indexOf(name);
        return state -> slot < 0 ? null : state.get(slot);
    }

    @Override
    public Evaluator coalesce(Expression.Coalesce coalesce) {
        List<Evaluator> parts = all(coalesce.parts());
        return state -> {
            for (Evaluator part : parts) {
                Object value = part.value(state);
                if (value != null) {
                    return value;
                }
            }
            return null;
        };
    }

    @Override
    public Evaluator concat(Expression.Concat concat) {
        List<Evaluator> parts = all(concat.parts());
        return state -> {
            StringBuilder text = new StringBuilder();
            for (Evaluator part : parts) {
                Object value = part.value(state);
                if (value == null) {
                    return null;
                }
                text.append(value);
            }
            return text.toString();
        };
    }

    @Override
    public Evaluator arithmetic(Expression.Arithmetic arithmetic) {
        List<Evaluator> parts = all(arithmetic.parts());
        return state -> {
            BigDecimal result = null;
            for (Evaluator part : parts) {
                BigDecimal value = number(part.value(state));
                if (value == null) {
                    return null;
                }
                result = result == null ? value : combine(arithmetic.operator(), result, value);
                if (result == null) {
                    return null;
                }
            }
            return result;
        };
    }

    @Override
    public Evaluator regex(Expression.Regex regex) {
        Evaluator of = compile(regex.of());
        return state -> {
            Object text = of.value(state);
            if (text == null) {
                return null;
            }
            Matcher matcher = regex.find().matcher(text.toString());
            if (!matcher.find()) {
                return null;
            }
            return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
        };
    }

    @Override
    public Evaluator lookup(Expression.Lookup lookup) {
        Evaluator of = compile(lookup.of());
        Map<String, String> words = new HashMap<>();
        lookup.words().forEach((source, canonical) -> words.put(HeaderName.fold(source), canonical));
        @Nullable String otherwise = lookup.otherwise().orElse(null);
        return state -> {
            Object text = of.value(state);
            return text == null ? null : words.getOrDefault(HeaderName.fold(text.toString()), otherwise);
        };
    }

    @Override
    public Evaluator dayOf(Expression.DayOf dayOf) {
        Evaluator of = compile(dayOf.of());
        return state -> {
            Object instant = of.value(state);
            return instant == null
                    ? null
                    : ((Instant) instant).atZone(context.zone()).toLocalDate();
        };
    }

    @Override
    public Evaluator hash(Expression.Hash hash) {
        List<Evaluator> parts = all(hash.parts());
        return state -> {
            StringBuilder text = new StringBuilder();
            for (Evaluator part : parts) {
                text.append(part.value(state)).append('\u001F');
            }
            return Fingerprint.of(text.toString());
        };
    }

    @Override
    public Evaluator dayAfter(Expression.DayAfter dayAfter) {
        Evaluator first = compile(dayAfter.day());
        Evaluator later = compile(dayAfter.days());
        return state -> {
            BigDecimal days = number(later.value(state));
            if (days == null || !isWholeSpan(days)) {
                return null;
            }
            return first.value(state) instanceof LocalDate day ? day.plusDays(days.longValue()) : null;
        };
    }

    /** Whether a number is a count of days within a lifetime. */
    private static boolean isWholeSpan(BigDecimal days) {
        return days.stripTrailingZeros().scale() <= 0 && days.abs().compareTo(BigDecimal.valueOf(40_000)) < 0;
    }

    private List<Evaluator> all(List<Expression> parts) {
        return parts.stream().map(this::compile).toList();
    }

    private static @Nullable BigDecimal combine(Operator operator, BigDecimal left, BigDecimal right) {
        return switch (operator) {
            case ADD -> left.add(right);
            case SUBTRACT -> left.subtract(right);
            case MULTIPLY -> left.multiply(right);
            case DIVIDE -> right.signum() == 0 ? null : left.divide(right, MathContext.DECIMAL128);
        };
    }

    /** A value as a number; a share known only by its limit is no number. */
    private static @Nullable BigDecimal number(@Nullable Object value) {
        if (value instanceof Bounded bounded) {
            return bounded.bound() == Bounded.Bound.EXACT ? bounded.value() : null;
        }
        try {
            return value == null ? null : new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            return null; // a word among numbers: unknown
        }
    }
}
