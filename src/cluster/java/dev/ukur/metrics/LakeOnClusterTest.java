package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.cluster.Trino;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.sources.LakePull;
import dev.ukur.store.DistributedEngine;
import dev.ukur.store.LocalLake;
import dev.ukur.store.MappedLake;
import dev.ukur.store.Store;
import dev.ukur.store.StoreSettings;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake's own tables on the cluster give every metric what DuckDB gives of the same rows: asked there, and pulled. */
@Tag("cluster")
class LakeOnClusterTest {

    private static final MappedLake.Reading READING = LocalLake.reading(Rows.CLOCK.instant());

    @Test
    void every_metric_is_the_same_asked_there_pulled_and_from_the_store(@TempDir Path folder) throws Exception {
        List<String> fromStore;
        try (Rows rows = new Rows(folder)) {
            SmallShop.fill(rows);
            fromStore = LakeAnswers.of(rows.metrics());
        }
        String yaml;
        try (LocalLake tables = new LocalLake()) {
            yaml = LakeOfStore.laidOut(tables, folder).replace("from: memory.", "from: lake.");
            ClusterTables.copy(tables, "toko");
        }
        try (DistributedEngine trino = Trino.open(120);
                Store store = Store.open(
                        new StoreSettings(folder.resolve("pulled"), ZoneId.of("Asia/Jakarta"), Rows.CLOCK))) {
            MappedLake lake = MappedLake.over(trino.engine(), LocalLake.mapping(folder, yaml), READING);
            assertThat(LakeAnswers.of(metrics(lake.engine()))).containsExactlyElementsOf(fromStore);

            new LakePull(lake.engine(), store).pull(lake.sources(), Optional.empty(), Optional.empty());
            assertThat(LakeAnswers.of(metrics(store.engine()))).containsExactlyElementsOf(fromStore);
        }
    }

    private static Metrics metrics(dev.ukur.store.QueryEngine engine) {
        return new Metrics(engine, Rows.builtIn(), WorkspaceSettings.defaults("Toko"), Rows.CLOCK);
    }
}
