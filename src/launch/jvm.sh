# What ./kindred and the container's kindred have in common. Read by both: for any POSIX shell.
# shellcheck shell=sh

# Options for the JVM from outside name a collector. Two would be one too many for it.
is_collector_chosen() {
  case "${KINDRED_JAVA_OPTS:-} ${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-} ${_JAVA_OPTIONS:-}" in
    *-XX:+UseSerialGC* | *-XX:+UseParallelGC* | *-XX:+UseG1GC* | *-XX:+UseZGC* | \
      *-XX:+UseShenandoahGC* | *-XX:+UseEpsilonGC*) ;;
    *) return 1 ;;
  esac
}

# What is meant for a server would be wrong for the small JVM that asks whether it is healthy.
forget_options() {
  unset KINDRED_JAVA_OPTS JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
}

# Unpacks ONNX Runtime's native code once; else it would unpack it into a new temporary folder at
# each start, and leave that behind when it is killed. Does without where there is nothing to
# unpack with. Prints the folder. A function in parentheses: its variables are its own.
native_runtime() ( # $1: the cache, $2: the folder of libraries, $3: the jar command
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) platform=linux-x64 ;;
    Linux-aarch64) platform=linux-aarch64 ;;
    Darwin-x86_64) platform=osx-x64 ;;
    Darwin-arm64) platform=osx-aarch64 ;;
    *) return ;;
  esac
  for archive in "$2"/onnxruntime-[0-9]*.jar; do
    unpacked=$1/$(basename "$archive" .jar)-$platform
    if [ ! -d "$unpacked" ]; then
      scratch=$unpacked.$$
      mkdir -p "$scratch" &&
        (cd "$scratch" && "$3" xf "$archive" "ai/onnxruntime/native/$platform") &&
        mv "$scratch/ai/onnxruntime/native/$platform" "$unpacked"
      rm -rf "$scratch"
    fi 2>/dev/null
    [ -d "$unpacked" ] && printf '%s' "$unpacked"
    return
  done
)
