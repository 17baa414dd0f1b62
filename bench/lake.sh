#!/bin/sh
# The twelve questions on a Trino that this starts: the store of bench/questions.sh is pushed into it, then each question is
# asked as SQL by hand over the lake's tables and through Ukur, answers compared cell by cell.
# Usage: bench/lake.sh [1M | 2M | 20M] [ROUNDS [01 07 ...]]     Nodes get UKUR_TRINO_HEAP (2600M) each; needs a JDK 25 (see CONTRIBUTING).
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$here/..
size=${1:-1M}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- 3
place=${UKUR_BENCH_PLACE:-$root/target/bench}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
lib=$root/target/dist/lib

[ -d "$place/$size" ] || { echo "first: bench/questions.sh $size" >&2; exit 2; }
"$root/ukur" --version >/dev/null # builds when sources changed
mkdir -p "$place/classes"
"${java}c" -d "$place/classes" -cp "$lib/*" $(find "$here/java" -name '*.java')
cd "$root"
UKUR_TRINO_HEAP=${UKUR_TRINO_HEAP:-2600M} src/cluster/cluster run \
    "$java" -Djava.library.path="$lib" -Xmx700m -cp "$place/classes:$lib/*" dev.ukur.bench.LakeQuestions \
    "$place/$size" bench/questions "$@"
