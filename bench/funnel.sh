#!/bin/sh
# A funnel of five steps: one pass over what the engine sorted, against the best exact SQL. Usage: bench/funnel.sh [1M | 20M] [ROUNDS]
# Data are those of bench/questions.sh, which is run first.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$here/..
place=${UKUR_BENCH_PLACE:-$root/target/bench}
lib=$root/target/dist/lib
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Djava.library.path="$lib" -Xmx512m -cp "$place/classes:$lib/*" \
    dev.ukur.insights.funnel.FunnelBench "$place/${1:-1M}" "$here/funnel/chain.sql" "$here/funnel/pass.sql" "${2:-5}"
