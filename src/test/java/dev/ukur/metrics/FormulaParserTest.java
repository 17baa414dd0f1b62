package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a + b * c           | (a + (cast(b as double) * cast(c as double)))",
                "(a + b) - c - d     | (((a + b) - c) - d)",
                "a / b               | (cast(a as double) / nullif(cast(b as double), 0))",
                "-a - 1.50           | ((-a) - 1.50)",
                "a = 'x' or b <> 'y' and c = 'z' | ((a = 'x') or ((b <> 'y') and (c = 'z')))",
                "not a = 'x' and b != 'y'        | ((not (a = 'x')) and (b <> 'y'))",
                "a in ('x', 'it''s')             | (a in ('x', 'it''s'))",
                "a not in ('x') or b is not null | ((a not in ('x')) or (b is not null))",
                "a is null and b <= 2            | ((a is null) and (b <= 2))",
                "coalesce(a, 0)                  | coalesce(a, 0)",
                "if(a > 0, b, null)              | case when (a > 0) then b else null end"
            })
    void a_formula_becomes_portable_sql(String formula, String sql) {
        assertThat(FormulaSql.render(parse(formula), name -> name)).isEqualTo(sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a +          | formula-ends-early       | 4",
                "a b          | formula-unexpected       | 3",
                "(a + b       | formula-ends-early       | 7",
                "a + * b      | formula-unexpected       | 5",
                "a = 'open    | formula-open-text        | 5",
                "a ; b        | formula-character        | 3",
                "median(a)    | formula-unknown-function | 1",
                "abs(a, b)    | formula-arguments        | 1",
                "a is b       | formula-unexpected       | 6"
            })
    void a_mistake_is_refused_at_its_position(String formula, String code, int position) {
        assertThatThrownBy(() -> parse(formula))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.code()).isEqualTo(code);
                                    assertThat(problem.facts()).containsEntry("position", position);
                                }));
    }

    @Test
    void deep_nesting_is_refused_before_the_stack_ends() {
        assertThatThrownBy(() -> parse("(".repeat(1_900) + "a" + ")".repeat(1_900)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly("formula-too-deep"));
        assertThat(parse("(".repeat(50) + "a" + ")".repeat(50))).isEqualTo(new Formula.Name("a", 51));
    }

    @Test
    void kinds_of_value_are_not_mixed() {
        for (String wrong :
                List.of("channel", "channel = 1", "channel + 1 = 2", "not channel", "channel in ('a', 1)")) {
            FormulaText source = new FormulaText(wrong, Location.nowhere());
            Formula formula = FormulaParser.parse(source);
            assertThatThrownBy(
                            () -> FormulaTypes.check(source, formula, FormulaTypes.Type.TEXT, FormulaTypes.Type.TRUTH))
                    .as(wrong)
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void whatever_is_written_is_read_or_refused_and_nothing_else_happens() {
        String[] pieces = {
            "a",
            "visits",
            "1",
            "2.5",
            "'x'",
            "'",
            "(",
            ")",
            "+",
            "-",
            "*",
            "/",
            "=",
            "<",
            ">",
            "!",
            "<>",
            ",",
            " and ",
            " or ",
            " not ",
            " in ",
            " is ",
            " null ",
            "if(",
            "coalesce(",
            " ",
            "é",
            ";",
            "--",
            "\u0000"
        };
        long seed = 20261123;
        SplittableRandom random = new SplittableRandom(seed);
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(12);
            for (int i = 0; i < length; i++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                String sql = FormulaSql.render(parse(text.toString()), name -> name);
                assertThat(sql.replaceAll("'([^']|'')*'", "''"))
                        .as("seed %d round %d: %s", seed, round, text)
                        .doesNotContain("--", ";");
                read++;
            } catch (ProblemException refused) {
                assertThat(refused.problems())
                        .as("seed %d round %d: %s", seed, round, text)
                        .hasSize(1);
            }
        }
        assertThat(read).as("formulas that could be read").isGreaterThan(300);
    }

    private static Formula parse(String text) {
        return FormulaParser.parse(new FormulaText(text, Location.nowhere()));
    }
}
