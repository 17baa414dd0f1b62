package dev.ukur.sources;

import dev.ukur.model.AccountSettings;
import dev.ukur.sources.cell.DateOrder;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a whole file was read, kept with its load: a few rejected rows alone cannot tell it when they are read again.
 *
 * @param numbers {@code dot} or {@code comma}
 * @param dates {@code dmy} or {@code mdy}, where its date columns agree on one
 * @param period the days it speaks of
 * @param currency where rows do not say
 * @param zone of times without one
 */
record ReadAs(
        Optional<String> numbers,
        Optional<String> dates,
        Optional<Period> period,
        Optional<String> currency,
        Optional<ZoneId> zone) {

    static ReadAs of(FileFacts facts, Evidence evidence) {
        return new ReadAs(
                Optional.of(evidence.numberLocale().word()),
                evidence.soleOrder().map(DateOrder::word),
                facts.period(),
                facts.currency(),
                facts.zone());
    }

    /** As a report kept with a load tells it; nothing where it does not. */
    static ReadAs of(String report) {
        JsonNode node = JsonMapper.shared().readTree(report).path("read_as");
        return new ReadAs(
                text(node, "numbers", word -> word),
                text(node, "dates", word -> word),
                text(node, "first_day", LocalDate::parse)
                        .map(first -> new Period(
                                first, LocalDate.parse(node.path("last_day").asString()))),
                text(node, "currency", word -> word),
                text(node, "zone", ZoneId::of));
    }

    void write(ObjectNode report) {
        ObjectNode node = report.putObject("read_as");
        numbers.ifPresent(word -> node.put("numbers", word));
        dates.ifPresent(word -> node.put("dates", word));
        period.ifPresent(days -> node.put("first_day", days.first().toString())
                .put("last_day", days.last().toString()));
        currency.ifPresent(code -> node.put("currency", code));
        zone.ifPresent(id -> node.put("zone", id.getId()));
    }

    /** What is known of an account now, and of the rest what was known then. */
    AccountSettings fill(AccountSettings now) {
        return new AccountSettings(
                now.account(),
                now.currency().or(() -> currency),
                now.zone().or(() -> zone),
                now.numberLocale().or(() -> numbers),
                now.dateOrder().or(() -> dates));
    }

    private static <T> Optional<T> text(JsonNode node, String name, Function<String, T> reader) {
        JsonNode found = node.path(name);
        return found.isString() ? Optional.of(reader.apply(found.stringValue())) : Optional.empty();
    }
}
