#!/bin/sh
# Paths to a purchase, as `ukur attribution` builds them, against the best SQL. Usage: bench/paths.sh [1M | 20M] [DAYS] [ROUNDS]
# Data are those of bench/questions.sh, which is run first.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$here/..
place=${UKUR_BENCH_PLACE:-$root/target/bench}
lib=$root/target/dist/lib
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Djava.library.path="$lib" -Xmx512m -cp "$place/classes:$lib/*" \
    dev.ukur.insights.attribution.PathBench "$place/${1:-1M}" "$here/paths/paths.sql" "${2:-90}" "${3:-5}"
