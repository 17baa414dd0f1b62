#!/bin/sh
# Fifty readers on all pages, first alone, then while another shop's exports are imported. Usage: bench/readers.sh [SECONDS]
# The shops are made once and kept in target/bench; the one that is read is copied, since the import changes it.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$here/..
place=${UKUR_BENCH_PLACE:-$root/target/bench}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
lib=$root/target/dist/lib

"$root/ukur" --version >/dev/null # builds when sources changed
mkdir -p "$place/classes"
for size in small medium; do
    [ -d "$place/shop-$size" ] || "$root/ukur" demo --no-serve --size "$size" --dir "$place/shop-$size" >/dev/null
done
rm -rf "$place/shop-read"
cp -R "$place/shop-small" "$place/shop-read"
"${java}c" -d "$place/classes" -cp "$lib/*" $(find "$here/java" -name '*.java')
"$java" -Djava.library.path="$lib" -Xmx768m -cp "$place/classes:$lib/*" dev.ukur.bench.ReaderBench \
    "$place/shop-read" "$here/pages/pages.sql" "$place/shop-medium/ekspor" "${1:-120}"
