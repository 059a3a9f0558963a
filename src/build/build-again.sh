#!/usr/bin/env bash
# Builds this source once more in another folder, and compares: what is distributed must be the
# same, byte by byte. After mvn package: bash src/build/build-again.sh
set -euo pipefail
cd "$(dirname "$0")/../.."

distributed() { # in the folder $1, each file with its hash
  (cd "$1" && find target/kindred.jar target/lib target/legal models/*/model.onnx -type f \
    -exec sha256sum {} + | sort -k 2)
}

[ -d target/legal ] || { echo "There is no build to compare with: mvn package" >&2; exit 1; }
again=$(mktemp -d)
trap 'rm -rf "$again"' EXIT
cp -R pom.xml src models "$again"
rm -rf "$again"/src/test
# The weights, which are unpacked and not made; the graphs are made from them anew.
rm -f "$again"/models/*/model.onnx
(cd "$again" && mvn -B -ntp -q package -Dmaven.test.skip=true)
diff <(distributed .) <(distributed "$again") || {
  echo "Two builds of the same source differ." >&2
  exit 1
}
distributed . | grep -F target/kindred.jar
echo "Two builds of the same source are the same, byte by byte."
