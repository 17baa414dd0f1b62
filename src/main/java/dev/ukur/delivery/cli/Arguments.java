package dev.ukur.delivery.cli;

import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, read by the shape of its command. */
final class Arguments {

    private final CommandLine parsed;

    private Arguments(CommandLine parsed) {
        this.parsed = parsed;
    }

    /**
     * Reads the arguments of a command.
     *
     * @throws ProblemException naming the option or operand that is wrong
     */
    static Arguments read(Shape shape, List<String> words) {
        DefaultParser parser = DefaultParser.builder()
                .setAllowPartialMatching(false)
                .setStripLeadingAndTrailingQuotes(false)
                .get();
        try {
            Arguments read = new Arguments(parser.parse(options(shape), words.toArray(new String[0])));
            if (!read.has("--help")) {
                read.refuseTwice(shape);
                read.count(shape);
            }
            return read;
        } catch (UnrecognizedOptionException e) {
            throw new ProblemException(unknown(shape, e.getOption()));
        } catch (MissingArgumentException e) {
            throw new ProblemException(problem("option-needs-value")
                    .with("option", "--" + e.getOption().getLongOpt())
                    .with("command", shape.name()));
        } catch (ParseException e) {
            throw new ProblemException(problem("call-unclear").with("command", shape.name()));
        }
    }

    /** The value of an option, or empty. */
    Optional<String> value(String option) {
        return Optional.ofNullable(parsed.getOptionValue(bare(option)));
    }

    /** Whether a switch was given. */
    boolean has(String option) {
        return parsed.hasOption(bare(option));
    }

    /** What stands outside of options, in order. */
    List<String> operands() {
        return parsed.getArgList();
    }

    private void refuseTwice(Shape shape) {
        Set<String> seen = new HashSet<>();
        for (Option option : parsed.getOptions()) {
            if (!seen.add(option.getLongOpt())) {
                throw new ProblemException(problem("option-twice")
                        .with("option", "--" + option.getLongOpt())
                        .with("command", shape.name()));
            }
        }
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

    private static Options options(Shape shape) {
        Options options = new Options();
        for (Shape.Option option : all(shape)) {
            options.addOption(Option.builder(letter(option))
                    .longOpt(bare(option.longName()))
                    .hasArg(!option.isSwitch())
                    .get());
        }
        return options;
    }

    /** The spelling of one letter, if there is one. */
    private static @Nullable String letter(Shape.Option option) {
        return option.names().stream()
                .filter(name -> !name.startsWith("--"))
                .map(Arguments::bare)
                .findFirst()
                .orElse(null);
    }

    private static String bare(String option) {
        return option.startsWith("--") ? option.substring(2) : option.substring(1);
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
