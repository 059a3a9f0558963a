#!/usr/bin/env bash
# Prints the home of a JDK of the wanted version or newer, or says plainly what to install.
# The build and the launcher both use it: bash src/build/find-jdk.sh
set -u
wanted=25

version_of() { # the feature version of the JDK at $1, or nothing
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

candidates() {
  [ -n "${KINDRED_JAVA_HOME:-}" ] && printf '%s\n' "$KINDRED_JAVA_HOME"
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
  local on_path
  on_path=$(command -v javac) && dirname "$(dirname "$(readlink -f "$on_path")")"
  # The folders that installers, Maven's toolchain discovery, SDKMAN!, asdf and IDEs use.
  for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
    "${HOME:-/nonexistent}"/.asdf/installs/java/* \
    "${HOME:-/nonexistent}"/.jdks/* "${HOME:-/nonexistent}"/.m2/jdks/*; do
    [ -d "$home" ] && printf '%s\n' "$home"
  done
}

seen=""
while IFS= read -r home; do
  version=$(version_of "$home")
  [ -n "$version" ] || continue
  if [ "$version" -ge "$wanted" ]; then
    printf '%s\n' "$home"
    exit 0
  fi
  seen="$seen
    JDK $version at $home"
done < <(candidates)

cat >&2 <<EOF
Kindred needs a JDK $wanted or newer, and none was found in JAVA_HOME, on the PATH
or in the usual folders (/usr/lib/jvm, ~/.sdkman, ~/.jdks, ...).
  Found:${seen:- no JDK at all}
  Install one, for example Eclipse Temurin $wanted (package temurin-$wanted-jdk),
  or set JAVA_HOME to the one you have.
EOF
exit 1
