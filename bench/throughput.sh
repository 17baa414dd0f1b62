#!/bin/sh
# Imports a file of raw events and lets DuckDB read the same file, in one run: bench/throughput.sh [MEGABYTES]
# Needs the compiled program (./mvnw -Dfast package) and free disk of about five times the file.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/ws/sources"
printf 'name: bench\ntime_zone: Asia/Jakarta\ncurrency: IDR\nlanguage: en\n' > "$scratch/ws/ukur.yaml"
cp "$here/events.profile.yaml" "$scratch/ws/sources/bench.events.yaml"
java "$here/Events.java" "$scratch/events.csv" "${1:-1000}"
"$here/../mvnw" -q -f "$here/../pom.xml" dependency:build-classpath -Dmdep.outputFile="$scratch/classpath"
java ${UKUR_BENCH_JAVA:--Xmx384m} -cp "$here/../target/classes:$(cat "$scratch/classpath")" \
    "$here/Throughput.java" "$scratch/ws" "$scratch/events.csv"
