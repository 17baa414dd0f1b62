package dev.ukur.delivery.cli;

import dev.ukur.i18n.Messages;
import java.util.ArrayList;
import java.util.List;

/** Help texts, in the language of the call. */
final class Help {

    private static final String INDENT = "  ";
    private static final int GAP = 2;

    private final Messages say;

    Help(Messages say) {
        this.say = say;
    }

    /** The program and its commands. */
    String all() {
        List<Row> commands = new ArrayList<>();
        for (String name : Commands.NAMES) {
            commands.add(new Row(name, say.text("cli." + name + ".about")));
        }
        List<Row> options = rows(Shape.of("").formats("table", "json", "...").global());
        options.add(new Row("--version", say.text("cli.option.version")));
        return say.text("cli.about") + "\n\n"
                + say.text("cli.usage") + "\n" + INDENT + "ukur " + say.text("cli.usage.all") + "\n\n"
                + say.text("cli.commands") + "\n" + table(commands) + "\n"
                + say.text("cli.options") + "\n"
                + table(options) + "\n"
                + say.text("cli.more") + "\n";
    }

    /** One command. */
    String of(Shape shape) {
        String operands = shape.operands().isEmpty() ? "" : " " + shape.operands();
        String own = shape.own().isEmpty() ? "" : table(rows(shape.own())) + "\n";
        return say.text("cli." + shape.name() + ".about") + "\n\n"
                + say.text("cli.usage") + "\n" + INDENT + "ukur " + shape.name() + operands + " "
                + say.text("cli.usage.options") + "\n\n"
                + say.text("cli.options") + "\n" + own + table(rows(shape.global())) + "\n"
                + say.text("cli." + shape.name() + ".example") + "\n";
    }

    private record Row(String left, String right) {}

    private List<Row> rows(List<Shape.Option> options) {
        List<Row> rows = new ArrayList<>();
        for (Shape.Option option : options) {
            String value = option.isSwitch() ? "" : " " + option.value();
            rows.add(new Row(String.join(", ", option.names()) + value, say.text(option.key())));
        }
        return rows;
    }

    private static String table(List<Row> rows) {
        int widest = 0;
        for (Row row : rows) {
            widest = Math.max(widest, row.left().length());
        }
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append(INDENT).append(row.left());
            text.append(" ".repeat(widest - row.left().length() + GAP))
                    .append(row.right())
                    .append('\n');
        }
        return text.toString();
    }
}
