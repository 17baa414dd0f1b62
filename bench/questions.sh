#!/bin/sh
# Twelve questions of a business with many events: SQL by hand against Ukur, answers compared cell by cell.
# Usage: bench/questions.sh [1M | 2M | 20M | 100M] [ROUNDS]     Data are made once and kept in target/bench/SIZE.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$here/..
size=${1:-1M}
rounds=${2:-7}
case "$size" in
    1M) events=1000000 ;;
    2M) events=2000000 ;;
    20M) events=20000000 ;;
    100M) events=100000000 ;;
    *) echo "size is 1M, 2M, 20M or 100M" >&2; exit 2 ;;
esac
place=${UKUR_BENCH_PLACE:-$root/target/bench}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
lib=$root/target/dist/lib

"$root/ukur" --version >/dev/null # builds when sources changed
mkdir -p "$place/classes"
"${java}c" -d "$place/classes" -cp "$lib/*" $(find "$here/java" -name '*.java')

run() { "$java" -Djava.library.path="$lib" -Xmx512m -cp "$place/classes:$lib/*" dev.ukur.bench.Questions "$@"; }

[ -d "$place/$size" ] || run fill "$place/$size" "$events" "$here/data"
run ask "$place/$size" "$here/questions" "$rounds"
run refresh "$place/$size"
