package dev.ukur.delivery.cli;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.benchmark.Benchmark;

/** {@code ukur benchmark KPI}: whether it is high or low. */
final class BenchmarkCommand extends FindingCommand {

    @Override
    public Shape shape() {
        return Shape.of("benchmark")
                .operands("KPI", 1, 1)
                .option("--as-of", "D")
                .option(AskedEngine.OPTION, "E")
                .formats(FORMATS);
    }

    @Override
    Analysis question(Call call) {
        return new Benchmark(call.arguments().operands().get(0), asOf(call));
    }
}
