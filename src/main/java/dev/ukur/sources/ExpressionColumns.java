package dev.ukur.sources;

import dev.ukur.model.Expression;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns an expression reads, with {@code $line} and its like. */
final class ExpressionColumns implements Expression.Cases<Set<String>> {

    static Set<String> of(Expression expression) {
        return expression.match(new ExpressionColumns());
    }

    @Override
    public Set<String> constant(Expression.Constant constant) {
        return Set.of();
    }

    @Override
    public Set<String> column(Expression.Column column) {
        return Set.of(column.name());
    }

    @Override
    public Set<String> coalesce(Expression.Coalesce coalesce) {
        return all(coalesce.parts());
    }

    @Override
    public Set<String> concat(Expression.Concat concat) {
        return all(concat.parts());
    }

    @Override
    public Set<String> arithmetic(Expression.Arithmetic arithmetic) {
        return all(arithmetic.parts());
    }

    @Override
    public Set<String> regex(Expression.Regex regex) {
        return of(regex.of());
    }

    @Override
    public Set<String> lookup(Expression.Lookup lookup) {
        return of(lookup.of());
    }

    @Override
    public Set<String> dayOf(Expression.DayOf dayOf) {
        return of(dayOf.of());
    }

    @Override
    public Set<String> hash(Expression.Hash hash) {
        return all(hash.parts());
    }

    @Override
    public Set<String> dayAfter(Expression.DayAfter dayAfter) {
        return all(List.of(dayAfter.day(), dayAfter.days()));
    }

    private static Set<String> all(List<Expression> parts) {
        Set<String> columns = new HashSet<>();
        parts.forEach(part -> columns.addAll(of(part)));
        return columns;
    }
}
