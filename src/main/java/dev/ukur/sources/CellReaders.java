package dev.ukur.sources;

import dev.ukur.model.ColumnValue;
import dev.ukur.sources.cell.Dates;

/** The reader of each column type. */
final class CellReaders {

    private CellReaders() {}

    /** @param dates reads the column's dates, if it holds any */
    static CellReader of(ColumnValue.Read column, ReadContext context, Dates dates) {
        NumberCells numbers = new NumberCells(context);
        WordCells words = new WordCells(context);
        TimeCells times = new TimeCells(context, dates, column.form());
        return switch (column.type()) {
            case TEXT -> words.text();
            case JSON -> words.json();
            case SNAKE -> words.snake();
            case ID -> words.id();
            case COUNT -> numbers.count(column.form());
            case DECIMAL, MONEY -> numbers.decimal(column.form());
            case SHARE -> numbers.share(column.form());
            case NUMBER -> numbers.number(column.form());
            case DATE -> times.day();
            case DAYS -> times.days();
            case INSTANT -> times.instant();
            case INSTANT_DAY -> times.dayOfInstant();
            case FLAG -> words.flag();
            case ENUM -> words.word(column.form());
            case CURRENCY -> words.currency();
            case PERSON -> words.person();
            case URL -> words.url();
            case URL_PATH -> words.path();
        };
    }
}
