package dev.ukur.sources;

import dev.ukur.model.AccountSettings;
import dev.ukur.model.FactRules;
import dev.ukur.model.SourceProfile;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.cell.DateOrder;
import dev.ukur.sources.cell.Dates;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.Grid;
import dev.ukur.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Period, currency and zone of a whole file: from above its table, its name, a file beside it, its headers, its account. */
final class FactFinder {

    private final SourceProfile profile;
    private final Table table;
    private final AccountSettings account;
    private final WorkspaceSettings workspace;

    FactFinder(SourceProfile profile, Table table, WorkspaceSettings workspace) {
        this.profile = profile;
        this.table = table;
        this.workspace = workspace;
        this.account = settings(profile.name(), workspace);
    }

    /** What the workspace says of a profile's account: under its name, or the longest prefix of it that is named. */
    static AccountSettings settings(String profile, WorkspaceSettings workspace) {
        String prefix = profile;
        while (!prefix.isEmpty()) {
            AccountSettings found = workspace.accounts().get(prefix);
            if (found != null) {
                return found;
            }
            prefix = prefix.contains(".") ? prefix.substring(0, prefix.lastIndexOf('.')) : "";
        }
        return AccountSettings.none();
    }

    AccountSettings account() {
        return account;
    }

    /**
     * The facts.
     *
     * @param content the file
     * @param stated the days the user says it speaks of
     * @param siblings opens the rows of a file beside it, or of a sheet of its own, by name
     * @throws ProblemException {@code mixed-currency} when headers name several
     */
    FileFacts find(Content content, Optional<Period> stated, Function<String, Optional<Grid>> siblings) {
        String name = baseName(content.input().name());
        Dates dates = account.dateOrder()
                .or(() -> profile.locale().date())
                .flatMap(DateOrder::of)
                .map(Dates::in)
                .orElse(Dates.withoutOrder());
        PeriodFinder periods = new PeriodFinder(table, name, dates, siblings);
        Optional<Period> period = profile.facts().period().stream()
                .map(rule -> rule.match(periods))
                .flatMap(Optional::stream)
                .findFirst();
        return new FileFacts(
                name,
                account.account().orElse(profile.account()),
                period.or(() -> stated),
                currency(content.input().name()),
                zone(),
                setting(period.isPresent() ? Optional.empty() : stated));
    }

    /** What is said of the file from outside. */
    private String setting(Optional<Period> stated) {
        List<String> said = new ArrayList<>();
        stated.ifPresent(days -> said.add("period " + days.first() + ".." + days.last()));
        account.currency().ifPresent(currency -> said.add("currency " + currency));
        account.zone().ifPresent(zone -> said.add("zone " + zone));
        account.numberLocale().ifPresent(locale -> said.add("numbers " + locale));
        account.dateOrder().ifPresent(order -> said.add("dates " + order));
        return String.join(", ", said);
    }

    private Optional<String> currency(String file) {
        Set<String> named = new TreeSet<>();
        FactRules facts = profile.facts();
        facts.currencySuffix().ifPresent(suffix -> {
            for (int field = 0; field < table.fields().count(); field++) {
                Matcher matcher = suffix.matcher(table.fields().name(field));
                if (matcher.find() && matcher.groupCount() > 0) {
                    WordCells.currencyOf(matcher.group(1)).ifPresent(named::add);
                }
            }
        });
        if (named.size() > 1) {
            throw new ProblemException(
                    Problem.error("mixed-currency", Location.of(file)).with("currencies", String.join(", ", named)));
        }
        if (!named.isEmpty()) {
            return named.stream().findFirst();
        }
        Optional<String> above = inPreamble(facts.currencyPreamble()).flatMap(WordCells::currencyOf);
        if (above.isPresent()) {
            return above;
        }
        String otherwise = facts.currency().orElse("account");
        return switch (otherwise) {
            case "account" -> account.currency();
            case "workspace" -> account.currency().or(() -> Optional.of(workspace.currency()));
            default -> Optional.of(otherwise);
        };
    }

    private Optional<String> inPreamble(Optional<Pattern> pattern) {
        return pattern.flatMap(regex -> table.preamble().stream()
                .map(regex::matcher)
                .filter(found -> found.find() && found.groupCount() > 0)
                .map(found -> found.group(1))
                .findFirst());
    }

    private Optional<ZoneId> zone() {
        Optional<ZoneId> above = inPreamble(profile.facts().zonePreamble()).flatMap(FactFinder::zoneOf);
        if (above.isPresent()) {
            return above;
        }
        String word = profile.facts().zone().orElse("account");
        return switch (word) {
            case "account" -> account.zone();
            case "workspace" -> account.zone().or(() -> Optional.of(workspace.zone()));
            default -> Optional.of(ZoneId.of(word));
        };
    }

    private static Optional<ZoneId> zoneOf(String text) {
        try {
            return Optional.of(ZoneId.of(text.strip()));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A file's or archive member's own name. */
    static String baseName(String name) {
        String plain = name.replace('\\', '/');
        return plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('!')) + 1);
    }
}
