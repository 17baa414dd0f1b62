package dev.ukur.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.sources.cell.NumberEvidence.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberEvidenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,234.5 | DOT",
                "1.5 | DOT",
                "0.123 | DOT",
                "1234.567 | DOT",
                "1,234,567 | DOT",
                "12.3456 | DOT",
                "4.62% | DOT",
                "< 1.5 | DOT",
                ".500 | DOT",
                "2.5e-3 | DOT",
                "1'234.50 | DOT",
                "1 234.567 | DOT",
                "1.234,5 | COMMA",
                "0,500 | COMMA",
                "1.234.567 | COMMA",
                "1234,567 | COMMA",
                "Rp 1.250.000 | COMMA",
                "1 234,567 | COMMA",
                "1,2 jt | COMMA",
                "12,5 % | COMMA",
                "150.000 | AMBIGUOUS",
                "150,000 | AMBIGUOUS",
                "Rp 150.000 | AMBIGUOUS",
                "-1.234 | AMBIGUOUS",
                "12.345% | AMBIGUOUS",
                "42 | NEUTRAL",
                "1 234 567 | NEUTRAL",
                "-- | NEUTRAL",
                "1.2.3 | NEUTRAL",
                "1,23,456 | NEUTRAL",
                "2026.09.01 | NEUTRAL",
                "n/a | NEUTRAL",
                "`` | NEUTRAL",
            })
    void one_cell_shows(String text, Verdict expected) {
        assertThat(evidenceOf(text).verdict()).isEqualTo(expected);
    }

    @Test
    void one_clear_cell_decides_for_the_ambiguous_ones() {
        assertThat(evidenceOf("150.000", "42", "6972.27").verdict()).isEqualTo(Verdict.DOT);
        assertThat(evidenceOf("150.000", "42", "1.250.000").verdict()).isEqualTo(Verdict.COMMA);
    }

    @Test
    void both_directions_are_mixed_and_each_has_an_example() {
        NumberEvidence evidence = evidenceOf("1.5", "150.000", "2,5", "3.5");
        assertThat(evidence.verdict()).isEqualTo(Verdict.MIXED);
        assertThat(evidence.example(NumberLocale.DOT)).contains("1.5");
        assertThat(evidence.example(NumberLocale.COMMA)).contains("2,5");
        assertThat(evidence.ambiguousExample()).contains("150.000");
        assertThat(evidence.decide(Optional.of(NumberLocale.DOT), Optional.empty())
                        .rejection())
                .contains(Reject.MIXED_NUMBER_LOCALE);
    }

    @Test
    void ambiguous_cells_are_refused_unless_the_profile_or_the_account_says() {
        NumberEvidence evidence = evidenceOf("150.000", "8.000");
        Optional<NumberLocale> comma = Optional.of(NumberLocale.COMMA);
        assertThat(evidence.decide(Optional.empty(), Optional.empty()).rejection())
                .contains(Reject.AMBIGUOUS_NUMBER_LOCALE);
        assertThat(evidence.decide(comma, Optional.empty()).orNull()).isEqualTo(NumberLocale.COMMA);
        assertThat(evidence.decide(Optional.empty(), comma).orNull()).isEqualTo(NumberLocale.COMMA);
    }

    @Test
    void a_declared_locale_the_cells_contradict_is_refused_but_an_account_setting_gives_way() {
        NumberEvidence evidence = evidenceOf("6972.27");
        Optional<NumberLocale> comma = Optional.of(NumberLocale.COMMA);
        assertThat(evidence.decide(comma, Optional.empty()).rejection()).contains(Reject.DECLARED_LOCALE_CONTRADICTED);
        assertThat(evidence.decide(Optional.empty(), comma).orNull()).isEqualTo(NumberLocale.DOT);
    }

    @Test
    void plain_digits_read_the_same_in_any_locale() {
        assertThat(evidenceOf("1", "22")
                        .decide(Optional.empty(), Optional.empty())
                        .orNull())
                .isEqualTo(NumberLocale.DOT);
    }

    private static NumberEvidence evidenceOf(String... cells) {
        NumberEvidence evidence = new NumberEvidence();
        for (String cell : cells) {
            evidence.add(cell);
        }
        return evidence;
    }
}
