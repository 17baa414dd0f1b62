package dev.ukur.delivery.cli;

import java.util.List;
import java.util.Optional;

/** All commands by name. A command's class is loaded when its name is called, not before. */
final class Commands {

    /** In the order of the help: the order in which a newcomer needs them. */
    static final List<String> NAMES = List.of(
            "demo",
            "init",
            "import",
            "lake",
            "source",
            "rejects",
            "loads",
            "doctor",
            "erase",
            "catalog",
            "query",
            "goals",
            "check",
            "explain",
            "scorecard",
            "why",
            "impact",
            "contrast",
            "benchmark",
            "budget",
            "funnel",
            "attribution",
            "clv",
            "cohort",
            "churn",
            "behaviour",
            "compare",
            "review",
            "ledger",
            "serve",
            "users",
            "tokens",
            "stats",
            "schema");

    private Commands() {}

    /** The command of a name, or empty. */
    static Optional<Command> find(String name) {
        return switch (name) {
            case "demo" -> Optional.of(new DemoCommand());
            case "init" -> Optional.of(new InitCommand());
            case "import" -> Optional.of(new ImportCommand());
            case "lake" -> Optional.of(new LakeCommand());
            case "source" -> Optional.of(new SourceCommand());
            case "rejects" -> Optional.of(new RejectsCommand());
            case "loads" -> Optional.of(new LoadsCommand());
            case "doctor" -> Optional.of(new DoctorCommand());
            case "erase" -> Optional.of(new EraseCommand());
            case "catalog" -> Optional.of(new CatalogCommand());
            case "query" -> Optional.of(new QueryCommand());
            case "goals" -> Optional.of(new GoalsCommand());
            case "check" -> Optional.of(new CheckCommand());
            case "explain" -> Optional.of(new ExplainCommand());
            case "scorecard" -> Optional.of(new ScorecardCommand());
            case "why" -> Optional.of(new WhyCommand());
            case "impact" -> Optional.of(new ImpactCommand());
            case "budget" -> Optional.of(new BudgetCommand());
            case "contrast" -> Optional.of(new ContrastCommand());
            case "benchmark" -> Optional.of(new BenchmarkCommand());
            case "funnel" -> Optional.of(new FunnelCommand());
            case "attribution" -> Optional.of(new AttributionCommand());
            case "clv" -> Optional.of(new ClvCommand());
            case "cohort" -> Optional.of(new CohortCommand());
            case "churn" -> Optional.of(new ChurnCommand());
            case "behaviour" -> Optional.of(new BehaviourCommand());
            case "compare" -> Optional.of(new CompareCommand());
            case "review" -> Optional.of(new ReviewCommand());
            case "ledger" -> Optional.of(new LedgerCommand());
            case "serve" -> Optional.of(new ServeCommand());
            case "users" -> Optional.of(new UsersCommand());
            case "tokens" -> Optional.of(new TokensCommand());
            case "stats" -> Optional.of(new StatsCommand());
            case "schema" -> Optional.of(new SchemaCommand());
            default -> Optional.empty();
        };
    }
}
