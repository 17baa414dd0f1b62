package dev.ukur.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;

/** Who alone may touch what lies outside the house, for a house whose root package is given. */
record Walls(String base) {

    /** One port to the database. */
    ArchRule jdbcInStoreOnly() {
        return only("store", "java.sql..", "javax.sql..", "org.duckdb..");
    }

    /** Numbers are asked through the port, so that another engine can stand behind it. */
    ArchRule storeThroughItsPortOnly() {
        Set<String> port = Set.of(
                "QueryEngine",
                "QueryEngine$BlockVisitor",
                "QueryEngine$RowVisitor",
                "QueryResult",
                "Sql",
                "TableColumns",
                "Dialect",
                "Rollup",
                "Rollup$Kind",
                "Rollup$Aggregate",
                "Rollup$Ratio",
                "KeptFact");
        DescribedPredicate<JavaClass> behindThePort = DescribedPredicate.describe(
                "stand behind the query port",
                type -> type.getPackageName().equals(base + ".store")
                        && !port.contains(type.getName().substring((base + ".store.").length())));
        return noClasses()
                .that()
                .resideInAnyPackage(in("metrics"), in("kpis"), in("insights"))
                .should()
                .dependOnClassesThat(behindThePort)
                .because("they must run on a distributed engine too");
    }

    /** One reader of YAML, so that every mistake has file, line and column. */
    ArchRule yamlInWorkspaceOnly() {
        return only("workspace", "org.snakeyaml..");
    }

    /** One place that knows of options and arguments. */
    ArchRule optionsInCliOnly() {
        return only("delivery.cli", "org.apache.commons.cli..");
    }

    /** Numerics and definitions read and write nothing; but the decreed holidays are a table of the program itself. */
    ArchRule noInputOrOutputInPureParts() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("stats"), in("model"), in("time"), in("problem"))
                .and()
                .doNotHaveSimpleName("OfficialHolidays")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
                .because("they take values and give values")
                .allowEmptyShould(true);
    }

    /** The present is handed in, so that every answer can be asked for again. */
    ArchRule clockAtTheEdgeOnly() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("delivery.cli"), in("delivery.web"), in("delivery.schedule"))
                .should()
                .callMethodWhere(readsTheClock())
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("the present is handed in as a Clock or a date")
                .allowEmptyShould(true);
    }

    /** No two packages use each other, directly or around. */
    ArchRule noCycles() {
        return slices().matching(base + ".(**)").should().beFreeOfCycles();
    }

    private ArchRule only(String part, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in(part))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because("only " + part + " knows them");
    }

    private String in(String part) {
        return base + "." + part + "..";
    }

    private static DescribedPredicate<JavaCall<?>> readsTheClock() {
        Set<String> clocks = Set.of(
                Instant.class.getName(),
                LocalDate.class.getName(),
                LocalDateTime.class.getName(),
                ZonedDateTime.class.getName());
        DescribedPredicate<JavaClass> aClock =
                DescribedPredicate.describe("a date or time", type -> clocks.contains(type.getName()));
        return target(owner(aClock))
                .and(target(name("now")))
                .and(target(rawParameterTypes(new Class<?>[0])))
                .as("the wall clock is read");
    }
}
