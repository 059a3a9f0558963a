#!/bin/sh
# The container's kindred: ./kindred for a program that is built, in a folder that is never written.
set -u

home=$(dirname "$(dirname "$(readlink -f "$0")")")
export DJL_CACHE_DIR="${DJL_CACHE_DIR:-$home/native}"
export OPT_OUT_TRACKING=true
# shellcheck source=src/launch/jvm.sh
. "$home/launch/jvm.sh"

if [ "${1:-}" = health ]; then
  forget_options
  exec java "@$home/launch/health.flags" -jar "$home/kindred.jar" "$@"
fi
# ONNX Runtime and JNA have temporary files for a moment while they load. In a container that is
# read-only they can have them beside the data only; a store does not mind a name with a dot.
temporary=${TMPDIR:-/tmp}
if [ ! -w "$temporary" ]; then
  temporary=$KINDRED_DATA/.tmp
  mkdir -p "$temporary" || exit 1
fi
runtime=$(native_runtime "$DJL_CACHE_DIR" "$home/lib" jar)
set -- "-Djava.io.tmpdir=$temporary" -jar "$home/kindred.jar" "$@"
# shellcheck disable=SC2086 # several options in one variable
set -- ${KINDRED_JAVA_OPTS:-} "$@"
[ -n "$runtime" ] && set -- "-Donnxruntime.native.path=$runtime" "$@"
is_collector_chosen || set -- "@$home/launch/serial.flags" "$@"
exec java "@$home/launch/program.flags" "$@"
