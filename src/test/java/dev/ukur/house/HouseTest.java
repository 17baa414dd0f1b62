package dev.ukur.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The arrows between packages hold, and the rules that say so bite on a house with planted faults. */
class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.ukur");
    private static final Walls WALLS = new Walls("dev.ukur");

    @Test
    void every_package_uses_only_what_the_table_of_the_house_allows() {
        assertThat(HOUSE).hasSizeGreaterThan(40);
        Arrows.of("dev.ukur").check(HOUSE);
    }

    @Test
    void no_packages_use_each_other_in_a_circle() {
        WALLS.noCycles().check(HOUSE);
    }

    @Test
    void only_the_store_knows_jdbc() {
        WALLS.jdbcInStoreOnly().check(HOUSE);
    }

    @Test
    void numbers_are_asked_through_the_query_port() {
        WALLS.storeThroughItsPortOnly().check(HOUSE);
    }

    @Test
    void only_the_workspace_knows_yaml() {
        WALLS.yamlInWorkspaceOnly().check(HOUSE);
    }

    @Test
    void only_the_commands_know_of_options() {
        WALLS.optionsInCliOnly().check(HOUSE);
    }

    @Test
    void numerics_and_definitions_read_and_write_nothing() {
        WALLS.noInputOrOutputInPureParts().check(HOUSE);
    }

    @Test
    void only_the_edge_reads_the_wall_clock() {
        WALLS.clockAtTheEdgeOnly().check(HOUSE);
    }

    /** The package {@code planted.ukur} breaks each rule once. */
    @Nested
    class On_a_house_with_planted_faults {

        private final JavaClasses planted = new ClassFileImporter().importPackages("planted.ukur");
        private final Walls walls = new Walls("planted.ukur");

        @Test
        void an_arrow_back_from_store_to_cli_is_named() {
            assertThat(faults(Arrows.of("planted.ukur")))
                    .contains("store -> delivery.cli")
                    .contains("AsksTheScreen");
        }

        @Test
        void a_package_that_is_no_part_of_the_house_is_named() {
            assertThat(faults(Arrows.of("planted.ukur")))
                    .contains("planted.ukur.helpers.Stranger belongs to no part of the house");
        }

        @Test
        void a_circle_is_found() {
            assertThat(faults(walls.noCycles())).contains("Cycle detected").contains("delivery.cli");
        }

        @Test
        void jdbc_outside_the_store_is_found() {
            assertThat(faults(walls.jdbcInStoreOnly()))
                    .contains("GoesRoundThePort")
                    .contains("java.sql.Connection");
        }

        @Test
        void a_way_round_the_query_port_is_found() {
            assertThat(faults(walls.storeThroughItsPortOnly()))
                    .contains("GoesRoundThePort")
                    .contains("planted.ukur.store.AsksTheScreen");
        }

        @Test
        void yaml_outside_the_workspace_is_found() {
            assertThat(faults(walls.yamlInWorkspaceOnly())).contains("Stranger").contains("org.snakeyaml");
        }

        @Test
        void options_outside_the_commands_are_found() {
            assertThat(faults(walls.optionsInCliOnly())).contains("Stranger").contains("commons.cli");
        }

        @Test
        void input_in_a_pure_part_is_found() {
            assertThat(faults(walls.noInputOrOutputInPureParts()))
                    .contains("ReadsTheClock")
                    .contains("java.nio.file");
        }

        @Test
        void the_wall_clock_is_found() {
            assertThat(faults(walls.clockAtTheEdgeOnly()))
                    .contains("ReadsTheClock")
                    .contains("LocalDate.now()");
        }

        private String faults(ArchRule rule) {
            return rule.evaluate(planted).getFailureReport().toString();
        }
    }
}
