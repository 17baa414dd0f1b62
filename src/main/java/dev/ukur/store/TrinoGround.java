package dev.ukur.store;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Iceberg tables of a Trino. It takes files over without writing their rows again.
 *
 * @param engine runs statements
 * @param folder where files are laid
 * @param location the same place as it names it
 */
record TrinoGround(TrinoEngine engine, Path folder, String location) implements LakeGround {

    @Override
    public void run(String statement) {
        engine.run(statement);
    }

    @Override
    public int seconds() {
        return engine.seconds();
    }

    @Override
    public void take(String table, Path below) {
        String place = location.replaceAll("/+$", "") + "/" + path(below);
        engine.run("alter table " + table + " execute add_files(location => " + Sql.literal(place)
                + ", format => 'PARQUET')");
    }

    @Override
    public boolean holds(LakeSchema schema, String table, Path below) {
        String standsOn = schema.nameOf(table + "$files");
        return !engine.query(Sql.of("select 1 from " + standsOn + " where strpos(file_path, "
                        + Sql.literal("/" + path(below) + "/") + ") > 0 limit 1"))
                .rows()
                .isEmpty();
    }

    /** As the engine writes it, on any machine. */
    private String path(Path below) {
        return StreamSupport.stream(folder.relativize(below).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
