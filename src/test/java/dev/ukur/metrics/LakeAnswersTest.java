package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.WorkspaceSettings;
import dev.ukur.sources.LakePull;
import dev.ukur.store.LocalLake;
import dev.ukur.store.MappedLake;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Store;
import dev.ukur.store.StoreSettings;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of a lake, mapped, give every metric the number that the same rows give in the store: asked there, and pulled. */
@Tag("slow")
class LakeAnswersTest {

    @Test
    void every_metric_is_the_same_from_the_lake_pulled_and_from_the_store(@TempDir Path folder) {
        List<String> fromStore;
        try (Rows rows = new Rows(folder)) {
            SmallShop.fill(rows);
            fromStore = LakeAnswers.of(rows.metrics());
        }
        assertThat(fromStore.stream().filter(told -> told.matches("(?s).*, -?[0-9].*")))
                .as("metrics of which there is a number at all")
                .hasSizeGreaterThan(80);
        try (LocalLake tables = new LocalLake();
                Store store = Store.open(
                        new StoreSettings(folder.resolve("pulled"), ZoneId.of("Asia/Jakarta"), Rows.CLOCK))) {
            MappedLake lake = tables.mapped(folder, LakeOfStore.laidOut(tables, folder));
            assertThat(LakeAnswers.of(metrics(lake.engine()))).containsExactlyElementsOf(fromStore);

            new LakePull(lake.engine(), store).pull(lake.sources(), Optional.empty(), Optional.empty());
            assertThat(LakeAnswers.of(metrics(store.engine()))).containsExactlyElementsOf(fromStore);
        }
    }

    private static Metrics metrics(QueryEngine engine) {
        return new Metrics(engine, Rows.builtIn(), WorkspaceSettings.defaults("Toko"), Rows.CLOCK);
    }
}
