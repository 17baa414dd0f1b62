#!/bin/sh
# Every page of the dashboard beside the raw query of its main question. Usage: bench/pages.sh [small | medium | large] [ROUNDS]
# The simulated shop is made once and kept in target/bench/shop-SIZE.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$here/..
size=${1:-small}
place=${UKUR_BENCH_PLACE:-$root/target/bench}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
lib=$root/target/dist/lib

"$root/ukur" --version >/dev/null # builds when sources changed
mkdir -p "$place/classes"
[ -d "$place/shop-$size" ] || "$root/ukur" demo --no-serve --size "$size" --dir "$place/shop-$size" >/dev/null
"${java}c" -d "$place/classes" -cp "$lib/*" $(find "$here/java" -name '*.java')
"$java" -Djava.library.path="$lib" -Xmx768m -cp "$place/classes:$lib/*" dev.ukur.bench.PageBench \
    "$place/shop-$size" "$here/pages/pages.sql" "${2:-7}"
