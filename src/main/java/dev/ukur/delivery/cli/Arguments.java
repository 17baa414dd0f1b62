package dev.ukur.delivery.cli;

import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The arguments of a call, read by the shape of its command. The shape is built by hand: no annotation is reflected on. */
final class Arguments {

    private final ParseResult parsed;

    private Arguments(ParseResult parsed) {
        this.parsed = parsed;
    }

    /**
     * Reads the arguments of a command.
     *
     * @throws ProblemException naming the option or operand that is wrong
     */
    static Arguments read(Shape shape, List<String> words) {
        CommandLine reader = new CommandLine(spec(shape));
        try {
            Arguments read = new Arguments(reader.parseArgs(words.toArray(new String[0])));
            if (!read.has("--help")) {
                read.count(shape);
            }
            return read;
        } catch (UnmatchedArgumentException e) {
            throw new ProblemException(unknown(shape, e.getUnmatched().get(0)));
        } catch (MissingParameterException e) {
            throw new ProblemException(problem("option-needs-value")
                    .with("option", words.get(words.size() - 1))
                    .with("command", shape.name()));
        } catch (OverwrittenOptionException e) {
            throw new ProblemException(problem("option-twice")
                    .with("option", ((OptionSpec) e.getOverwritten()).longestName())
                    .with("command", shape.name()));
        } catch (ParameterException e) {
            throw new ProblemException(problem("call-unclear").with("command", shape.name()));
        }
    }

    /** The value of an option, or empty. */
    Optional<String> value(String option) {
        return Optional.ofNullable(parsed.matchedOptionValue(option, (String) null));
    }

    /** Whether a switch was given. */
    boolean has(String option) {
        return parsed.hasMatchedOption(option);
    }

    /** What stands outside of options, in order. */
    List<String> operands() {
        return parsed.matchedPositionalValue(0, List.<String>of());
    }

    private void count(Shape shape) {
        int given = operands().size();
        if (given < shape.least()) {
            throw new ProblemException(problem("operand-missing")
                    .with("operands", shape.operands())
                    .with("command", shape.name()));
        }
        if (given > shape.most()) {
            throw new ProblemException(problem("operand-unwanted")
                    .with("operand", operands().get(shape.most()))
                    .with("command", shape.name()));
        }
    }

    private static CommandSpec spec(Shape shape) {
        CommandSpec spec = CommandSpec.create().name(shape.name());
        for (Shape.Option option : all(shape)) {
            OptionSpec.Builder builder = OptionSpec.builder(option.names().toArray(new String[0]));
            spec.addOption(
                    option.isSwitch()
                            ? builder.type(boolean.class).arity("0").build()
                            : builder.type(String.class).arity("1").build());
        }
        return spec.addPositional(PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .build());
    }

    private static Problem unknown(Shape shape, String word) {
        int end = word.indexOf('=');
        String option = end < 0 ? word : word.substring(0, end);
        List<String> known = all(shape).stream().map(Shape.Option::longName).toList();
        Problem problem = problem(Nearest.to(option, known).isPresent() ? "unknown-option-maybe" : "unknown-option")
                .with("option", option)
                .with("command", shape.name());
        return Nearest.to(option, known)
                .map(near -> problem.with("maybe", near))
                .orElse(problem);
    }

    private static List<Shape.Option> all(Shape shape) {
        List<Shape.Option> all = new ArrayList<>(shape.own());
        all.addAll(shape.global());
        return all;
    }

    private static Problem problem(String code) {
        return Problem.error(code, Location.nowhere());
    }
}
