package dev.ukur.model;

import dev.ukur.time.FiscalCalendar;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code ukur.yaml} says of the whole workspace.
 *
 * @param name the client or shop
 * @param zone the reporting time zone: days, weeks and months are cut here
 * @param currency ISO 4217 code of the reporting currency
 * @param language {@code id} or {@code en}, the default for output
 * @param brandTerms lower-case words that mark a search query as branded
 * @param accounts per source profile (or profile prefix) settings that files do not carry, see {@link AccountSettings}
 * @param intake what holds for all that comes in
 * @param calendar on which day weeks and in which month years begin
 * @param trino the distributed engine, if there is one
 * @param appearance colour and logo of its pages
 */
public record WorkspaceSettings(
        String name,
        ZoneId zone,
        String currency,
        String language,
        List<String> brandTerms,
        Map<String, AccountSettings> accounts,
        IntakeRules intake,
        FiscalCalendar calendar,
        Optional<EngineSettings> trino,
        Appearance appearance) {

    public WorkspaceSettings {
        brandTerms = List.copyOf(brandTerms);
        accounts = Map.copyOf(accounts);
    }

    /** Settings with weeks from Monday and years from January. */
    public WorkspaceSettings(
            String name,
            ZoneId zone,
            String currency,
            String language,
            List<String> brandTerms,
            Map<String, AccountSettings> accounts,
            IntakeRules intake) {
        this(
                name,
                zone,
                currency,
                language,
                brandTerms,
                accounts,
                intake,
                FiscalCalendar.CIVIL,
                Optional.empty(),
                Appearance.PLAIN);
    }

    /** Settings with the usual rules for what comes in, and that calendar. */
    public WorkspaceSettings(
            String name,
            ZoneId zone,
            String currency,
            String language,
            List<String> brandTerms,
            Map<String, AccountSettings> accounts) {
        this(name, zone, currency, language, brandTerms, accounts, IntakeRules.USUAL);
    }

    /** The same with other rules for what comes in. */
    public WorkspaceSettings with(IntakeRules rules) {
        return new WorkspaceSettings(
                name, zone, currency, language, brandTerms, accounts, rules, calendar, trino, appearance);
    }

    /** These settings under another calendar. */
    public WorkspaceSettings with(FiscalCalendar own) {
        return new WorkspaceSettings(
                name, zone, currency, language, brandTerms, accounts, intake, own, trino, appearance);
    }

    /** The settings of a workspace that says nothing: Jakarta time, Rupiah, Indonesian. */
    public static WorkspaceSettings defaults(String name) {
        return new WorkspaceSettings(name, ZoneId.of("Asia/Jakarta"), "IDR", "id", List.of(), Map.of());
    }
}
