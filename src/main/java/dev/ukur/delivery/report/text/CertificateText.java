package dev.ukur.delivery.report.text;

import dev.ukur.i18n.Messages;
import dev.ukur.metrics.examples.Certificate;
import java.util.List;
import java.util.Map;

/** What an engine made of the worked examples: a line a metric, then what came out differently. */
final class CertificateText {

    private final Messages say;
    private final Ink ink;

    CertificateText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    String table(Certificate certificate) {
        TextTable table = new TextTable()
                .words(say.text("catalog.name"))
                .words(say.text("catalog.label"))
                .numbers(say.text("catalog.examples"))
                .numbers(say.text("catalog.passed"));
        for (Certificate.Line line : certificate.metrics()) {
            table.row(List.of(
                    line.metric().name(),
                    say.language()
                            .pick(
                                    line.metric().label().id(),
                                    line.metric().label().en()),
                    String.valueOf(line.examples()),
                    String.valueOf(line.passed())));
        }
        return table.draw(ink) + failures(certificate)
                + certificate.beside().map(this::beside).orElse("") + "\n"
                + say.text(
                        certificate.holds() ? "catalog.verified" : "catalog.not-verified",
                        Map.of(
                                "passed", certificate.passed(),
                                "examples", certificate.examples(),
                                "metrics", certificate.metrics().size(),
                                "engine", certificate.engine()))
                + "\n";
    }

    private String beside(Certificate.Comparison other) {
        StringBuilder text = new StringBuilder("\n");
        other.differences()
                .forEach(difference -> text.append(say.text("catalog.differs", Map.of("difference", difference)))
                        .append('\n'));
        return text.append(say.text(
                        "catalog.beside",
                        Map.of(
                                "engine", other.engine(),
                                "cells", other.cells(),
                                "differing", other.differences().size())))
                .toString();
    }

    private String failures(Certificate certificate) {
        StringBuilder text = new StringBuilder();
        for (Certificate.Line line : certificate.metrics()) {
            for (Certificate.Failure failure : line.failures()) {
                text.append('\n')
                        .append(say.text(
                                "catalog.failed",
                                Map.of(
                                        "metric", line.metric().name(),
                                        "at", failure.example().at().toString(),
                                        "expected",
                                                failure.example()
                                                        .expected()
                                                        .map(String::valueOf)
                                                        .orElse("-"),
                                        "answered", failure.answered())))
                        .append('\n')
                        .append("  ")
                        .append(failure.example().arithmetic())
                        .append('\n');
            }
        }
        return text.toString();
    }
}
