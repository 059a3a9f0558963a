#!/bin/sh
# The container's kindred: ./kindred for a program that is built, in a folder that is never written.
# The image has a shell and no other command.
set -u

here=$0
[ -L "$here" ] && here=$(readlink -f "$here")
case $here in /*) ;; *) here=$PWD/$here ;; esac
home=${here%/*/*}
export DJL_CACHE_DIR="${DJL_CACHE_DIR:-$home/native}"
export OPT_OUT_TRACKING=true
# shellcheck source=src/launch/jvm.sh
. "$home/launch/jvm.sh"

java=$home/runtime/bin/java
[ -x "$java" ] || java=java

if [ "${1:-}" = health ]; then
  forget_options
  exec "$java" "@$home/launch/health.flags" -jar "$home/kindred.jar" "$@"
fi

# ONNX Runtime has a temporary folder for a moment while it loads.
temporary=${TMPDIR:-/tmp}
[ -w "$temporary" ] || temporary=/dev/shm
if [ ! -w "$temporary" ]; then
  echo "Kindred needs a folder for temporary files: /tmp, or another one in TMPDIR." >&2
  exit 1
fi

set -- "-Djava.io.tmpdir=$temporary" -jar "$home/kindred.jar" "$@"
# shellcheck disable=SC2086 # several options in one variable
set -- ${KINDRED_JAVA_OPTS:-} "$@"
# Libraries look for native code here before they would unpack their own.
native=$home/native
[ -d "$native/jna" ] && set -- "-Djna.boot.library.path=$native/jna" "$@"
for library in "$native"/zstd/*; do
  [ -f "$library" ] && set -- "-DZstdNativePath=$library" "$@"
done
runtime=$native/onnxruntime
[ -d "$runtime" ] || runtime=$(native_runtime "$DJL_CACHE_DIR" "$home/lib" jar)
[ -n "$runtime" ] && set -- "-Donnxruntime.native.path=$runtime" "$@"
if ! is_collector_chosen; then
  # What the JVM learned from a run while the image was built, with this collector.
  [ -f "$home/kindred.aot" ] && set -- "-XX:AOTCache=$home/kindred.aot" "$@"
  set -- "@$home/launch/serial.flags" "$@"
fi
exec "$java" "@$home/launch/program.flags" "$@"
