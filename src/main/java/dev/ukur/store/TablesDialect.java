package dev.ukur.store;

import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An engine's spelling, but for its tables.
 *
 * @param own of the engine
 * @param tables what a canonical table is written as
 * @param versions what it is written as with every version of a row
 */
record TablesDialect(Dialect own, UnaryOperator<String> tables, UnaryOperator<String> versions) implements Dialect {

    @Override
    public String name() {
        return own.name();
    }

    @Override
    public String table(String name) {
        return tables.apply(name);
    }

    @Override
    public String versions(String name) {
        return versions.apply(name);
    }

    @Override
    public String type(String canonical) {
        return own.type(canonical);
    }

    @Override
    public String startOf(Grain grain, FiscalCalendar calendar, String dayExpression) {
        return own.startOf(grain, calendar, dayExpression);
    }

    @Override
    public String local(String utcExpression, ZoneId zone) {
        return own.local(utcExpression, zone);
    }

    @Override
    public String utc(String localExpression, ZoneId zone) {
        return own.utc(localExpression, zone);
    }

    @Override
    public String utc(String zonedExpression) {
        return own.utc(zonedExpression);
    }

    @Override
    public String informationSchema(String catalog) {
        return own.informationSchema(catalog);
    }

    @Override
    public String bits(String expression) {
        return own.bits(expression);
    }

    @Override
    public String micros(String timeExpression) {
        return own.micros(timeExpression);
    }

    @Override
    public String key(String textExpression) {
        return own.key(textExpression);
    }

    @Override
    public String days(String firstDay, String lastDay) {
        return own.days(firstDay, lastDay);
    }

    @Override
    public String numbers(int count) {
        return own.numbers(count);
    }

    @Override
    public String nth(String expression, Optional<String> condition, String rank) {
        return own.nth(expression, condition, rank);
    }

    @Override
    public String percentile(String expression, Optional<String> condition, String share) {
        return own.percentile(expression, condition, share);
    }
}
