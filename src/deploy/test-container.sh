#!/usr/bin/env bash
# Builds the image and tries it, without a Docker engine and without a registry of images: on Debian,
# as root, with a JDK 25 on the machine and Debian's and Maven's packages within reach.
#
#   src/deploy/test-container.sh           everything, some five minutes
#   src/deploy/test-container.sh --smoke   without the second build and the many kills
#
# With KINDRED_CONTAINER_STORE the copy of a store (of some size) is served within 1 GB, too.
# Nothing of it stays, unless KINDRED_CONTAINER_WORK names a folder to keep the base and the layers in,
# which makes the next run shorter.
# The image made here has its base from this machine: it is for this test, not for publishing.
set -euo pipefail
cd "$(dirname "$0")/../.."

smoke=false
case ${1:-} in
  --smoke) smoke=true ;;
  '') ;;
  *) echo "usage: $0 [--smoke]" >&2 && exit 2 ;;
esac

kept=${KINDRED_CONTAINER_WORK:-}
work=${kept:-$(mktemp -d /var/tmp/kindred-container.XXXXXX)}
mkdir -p "$work"
export CONTAINERS_CONF=$work/containers.conf CONTAINERS_STORAGE_CONF=$work/storage.conf
export XDG_RUNTIME_DIR=$work/runtime
name=kindred-test-$$
image=localhost/kindred
samples=src/main/resources/samples/papers.jsonl
papers=$(wc -l <"$samples")
began=$(date +%s)

say() { printf '%4d s  %s\n' "$(($(date +%s) - began))" "$*"; }
fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}

clean_up() {
  local status=$?
  trap - EXIT INT TERM
  if command -v podman >/dev/null && [ -f "$CONTAINERS_STORAGE_CONF" ]; then
    if [ "$status" -ne 0 ]; then podman logs --tail 30 "$name" 2>&1 | sed 's/^/  log: /' >&2 || true; fi
    podman rm --all --force --time 1 >/dev/null 2>&1 || true
    podman volume rm --all --force >/dev/null 2>&1 || true
    buildah rm --all >/dev/null 2>&1 || true
    podman image unmount --all >/dev/null 2>&1 || true
    umount "$work/graph/overlay" 2>/dev/null || true
  fi
  [ -n "$kept" ] || rm -rf "$work"
  exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

install_tools() {
  [ "$(id -u)" = 0 ] || fail "this needs root: it makes a base image and containers"
  local missing=() pair
  for pair in buildah:buildah podman:podman runc:runc mmdebstrap:mmdebstrap curl:curl jq:jq zstd:zstd \
    nsenter:util-linux; do
    command -v "${pair%:*}" >/dev/null || missing+=("${pair#*:}")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    say "apt-get install ${missing[*]}"
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$work/apt.log" 2>&1 ||
      { cat "$work/apt.log" >&2 && fail "what this test needs cannot be installed"; }
  fi
}

configure() {
  mkdir -p "$XDG_RUNTIME_DIR"
  cat >"$CONTAINERS_CONF" <<EOF
[containers]
default_ulimits = ["nofile=16384:16384", "nproc=4096:4096"]
netns = "host"
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "none"
volume_path = "$work/volumes"
static_dir = "$work/libpod"
tmp_dir = "$work/runtime/libpod"
EOF
  cat >"$CONTAINERS_STORAGE_CONF" <<EOF
[storage]
driver = "overlay"
graphroot = "$work/graph"
runroot = "$work/run"
EOF
}

# In the place of eclipse-temurin: this system's packages, this machine's JDK.
make_base() {
  local release container jdk
  podman image exists localhost/build-base && return
  release=$(. /etc/os-release && echo "$VERSION_CODENAME")
  jdk=$(bash src/build/find-jdk.sh)
  say "a base of Debian $release and $jdk"
  mmdebstrap --quiet --variant=minbase --include=ca-certificates,maven "$release" "$work/base.tar" \
    >"$work/base.log" 2>&1 || { cat "$work/base.log" >&2 && fail "no base image"; }
  podman import --quiet "$work/base.tar" localhost/base >/dev/null
  rm "$work/base.tar"
  container=$(buildah from localhost/base)
  buildah copy --quiet "$container" "$jdk" /opt/jdk >/dev/null
  buildah config --env JAVA_HOME=/opt/jdk \
    --env PATH=/opt/jdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$container"
  buildah commit --quiet --rm "$container" localhost/build-base >/dev/null
}

build_image() { # $1: its name; further: options
  local tag=$1 log=$work/build.log epoch
  shift
  epoch=$(date -d "$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</.*|\1|p' pom.xml)" +%s)
  mkdir -p "$HOME/.m2"
  buildah bud --isolation chroot --format docker --timestamp "$epoch" \
    --build-arg BUILD_IMAGE=localhost/build-base --build-arg "SOURCE_DATE_EPOCH=$epoch" \
    --volume "$HOME/.m2:/root/.m2" --volume /etc/ssl/certs:/etc/ssl/certs:ro \
    "$@" --tag "$tag" . >"$log" 2>&1 || { tail -40 "$log" >&2 && fail "the image cannot be built"; }
}

run() { # podman, without its remarks on timers for health checks, which need systemd
  podman "$@" 2> >(grep -v 'systemd connection' >&2)
}

process() { podman inspect --format '{{.State.Pid}}' "$name"; }

ask() { # curl in the container's network, which has no other way in
  local path=$1
  shift
  nsenter --target "$(process)" --net curl -sS --max-time 10 "$@" "http://127.0.0.1:8080$path"
}

await_ready() {
  local deadline=$(($(date +%s) + 60))
  until ask /readyz -f -o /dev/null 2>/dev/null; do
    [ "$(date +%s)" -lt "$deadline" ] || fail "not ready after a minute"
    sleep 0.02
  done
}

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

start() { # $1: run or start; $2: the volume, unless its own; prints the milliseconds until it is ready
  local at
  at=$(milliseconds)
  if [ "$1" = run ]; then
    run run --detach --name "$name" --network none --read-only --cap-drop ALL \
      --security-opt no-new-privileges --memory 1g --memory-swap 1g --cpus 2 \
      --volume "${2:-$name}:/data" "$image" >/dev/null
  else
    run start "$name" >/dev/null
  fi
  await_ready
  echo $(($(milliseconds) - at))
}

status() { ask /v1/status | jq -r "$1"; }

await_embedded() { # $1: papers
  local deadline=$(($(date +%s) + 120))
  until [ "$(status .embedded)" = "$1" ]; do
    [ "$(date +%s)" -lt "$deadline" ] || fail "$(status .embedded) after two minutes, not $1, embedded"
    sleep 0.2
  done
}

expect_papers() { # $1: how many; $2: when
  [ "$(status .papers)" = "$1" ] || fail "$2: $(status .papers), not $1 papers"
}

check_contained() {
  local pid limit
  pid=$(process)
  grep -q '^Uid:.10001.10001.10001' "/proc/$pid/status" || fail "not user 10001"
  grep -q '^CapEff:.0*$' "/proc/$pid/status" || fail "it has capabilities"
  grep -q '^NoNewPrivs:.1$' "/proc/$pid/status" || fail "it may gain privileges"
  [ "$(tail -n +3 "/proc/$pid/net/dev" | cut -d: -f1 | tr -d ' ')" = lo ] || fail "it has a network"
  run exec "$name" sh -c ': 2>/dev/null >/opt/kindred/x' 2>/dev/null && fail "its root can be written"
  limit=$(cat "$(memory_group limit_in_bytes max)")
  [ "$limit" = $((1 << 30)) ] || fail "its memory is limited to $limit bytes, not 1 GB"
}

memory_group() { # $1: a file of version 1, $2: of version 2
  local group
  group=$(sed -n 's/^[0-9]*:memory://p' "/proc/$(process)/cgroup")
  if [ -n "$group" ]; then
    echo "/sys/fs/cgroup/memory$group/memory.$1"
  else
    echo "/sys/fs/cgroup$(sed -n 's/^0:://p' "/proc/$(process)/cgroup")/memory.$2"
  fi
}

check_image() {
  local mounted foreign
  mounted=$(podman image mount "$image")
  foreign=$(find "$mounted" -name '*.dll' -o -name '*.dylib' -o -name '*.jnilib' -o -name '*.pdb')
  [ -z "$foreign" ] || fail "it has native code of other platforms: $foreign"
  [ -s "$mounted/opt/kindred/legal/NOTICES.txt" ] || fail "it has no notices"
  say "the image, $(podman image inspect --format '{{.Size}}' "$image" | awk '{ print $1 / 1e6 }') MB:"
  (cd "$mounted" && du -s --apparent-size --block-size=1 opt/kindred/* bin lib lib64 usr var etc) |
    sort -rn | awk '{ printf "          %6.1f MB  %s\n", $1 / 1e6, $2 }'
  podman image unmount "$image" >/dev/null
}

check_trained() {
  local said
  said=$(run exec --env KINDRED_JAVA_OPTS=-XX:AOTMode=on "$name" kindred --version 2>&1) ||
    fail "its start is not trained: $said"
  case $said in *'AOT cache'*) fail "its start is not trained: $said" ;; esac
}

search() {
  run exec "$name" kindred search -n 1 "why do glaciers suddenly speed up" 2>/dev/null
}

expect_found() { # $1: when
  local found
  found=$(search)
  case $found in *sample-glacier-surge*) ;; *) fail "$1: the paper that answers is not found: $found" ;; esac
}

check_health() { # $1: when
  run healthcheck run "$name" >/dev/null || fail "$1: the health check says it is ill"
}

# Each request that the server took (told by its "100 Continue") is answered in full. Later ones find
# the door closed (curl's code 7) or, when only the system had taken the connection, are reset (56).
check_stop() {
  local pid codes=$work/codes asking at took answered
  pid=$(process)
  : >"$codes"
  seq 2000 | xargs -P 40 -I N nsenter --target "$pid" --net curl -s -o /dev/null --max-time 10 \
    -w '%{http_code} %{exitcode}\n' -H 'Expect: 100-continue' -H 'Content-Type: application/json' \
    -d '{"q": "how do plants sense drought N"}' http://127.0.0.1:8080/v1/search \
    >>"$codes" 2>/dev/null &
  asking=$!
  until [ "$(grep -c '^200 0$' "$codes")" -ge 20 ]; do sleep 0.02; done
  at=$(milliseconds)
  run stop --time 10 "$name" >/dev/null
  took=$(($(milliseconds) - at))
  wait "$asking" || true
  [ "$took" -lt 5000 ] || fail "it took $took ms to stop"
  [ "$(podman inspect --format '{{.State.ExitCode}}' "$name")" = 143 ] || fail "it did not end by itself"
  answered=$(grep -c '^200 0$' "$codes")
  grep -qvE '^(200 0|503 0|000 7|000 56)$' "$codes" && fail "at the stop: $(sort "$codes" | uniq -c)"
  say "stopped in $took ms under load; of the requests it took, $answered were answered, none cut off"
}

made_up_papers() { # $1: of which round
  awk -v round="$1" 'BEGIN { for (i = 0; i < 5000; i++) printf \
    "{\"id\":\"kill-%d-%d\",\"title\":\"Paper %d of %d\",\"abstract\":\"A text.\"}\n", round, i, i, round }'
}

check_kills() { # $1: how often
  local round before told total importing deadline
  total=$papers
  for round in $(seq "$1"); do
    before=$total
    made_up_papers "$round" | run exec -i "$name" kindred import --words-first - >/dev/null 2>&1 &
    importing=$!
    deadline=$(($(date +%s) + 30))
    until told=$(status .papers) && [ "$told" -gt "$before" ]; do
      [ "$(date +%s)" -lt "$deadline" ] || fail "import $round has stored nothing in 30 seconds"
    done
    sleep "0.$((RANDOM % 6))"
    told=$(status .papers)
    run kill --signal KILL "$name" >/dev/null
    wait "$importing" || true
    start start >/dev/null
    total=$(status .papers)
    [ "$total" -ge "$told" ] || fail "kill $round: $total papers, but $told were there before"
  done
  expect_found "after $1 kills"
  say "$1 times killed while importing, nothing lost that was told; now $total papers"
}

memory() {
  echo "resident $(awk '/VmRSS/ { print $2 / 1000 }' "/proc/$(process)/status") MB," \
    "at most $(awk '{ print $1 / 1e6 }' "$(memory_group max_usage_in_bytes peak)") MB with its files' cache"
}

check_store() {
  local ready query
  run rm --force "$name" >/dev/null
  cp -R "$KINDRED_CONTAINER_STORE" "$work/store"
  chown -R 10001:10001 "$work/store"
  # Out of the system's cache, so that what is read counts as the container's memory.
  sync -f "$work/store"
  find "$work/store" -type f -exec dd if={} iflag=nocache count=0 status=none \;
  ready=$(start run "$work/store")
  for query in $(seq 1000); do
    ask "/v1/search?q=learning+$query+papers+about+$((query * 7))" -f -o /dev/null || fail "query $query"
  done
  say "$(status .papers) papers: ready after $ready ms; after 1,000 searches $(memory)"
  run rm --force "$name" >/dev/null
  rm -rf "$work/store"
}

check_reproducible() {
  say "building once more, to compare"
  build_image localhost/kindred-again --no-cache
  local folder
  for folder in kindred kindred-again; do
    (cd "$(podman image mount "localhost/$folder")" && find . -type f ! -name kindred.aot \
      -exec sha256sum {} + | sort -k 2) >"$work/$folder.sums"
    podman image unmount "localhost/$folder" >/dev/null
  done
  diff "$work/kindred.sums" "$work/kindred-again.sums" || fail "two builds differ"
  say "two builds have the same files, the trained start apart"
}

install_tools
configure
make_base
say "the image"
build_image "$image" --layers
check_image

say "running: no network, read-only, no capabilities, 1 GB"
echo "          ready $(start run) ms after podman run, with a new store"
check_contained
check_trained
check_health "new"

run exec -i "$name" kindred import --words-first - < <(zstd -q -c "$samples") >/dev/null 2>&1 ||
  fail "the sample papers cannot be imported"
run kill --signal KILL "$name" >/dev/null
ready=$(start start)
expect_papers "$papers" "after kill -9"
say "killed after the import: $papers papers again, ready after $ready ms"
await_embedded "$papers"
expect_found "embedded"
check_health "embedded"
say "searched; $(memory)"
check_stop
start start >/dev/null
expect_papers "$papers" "after a stop"
expect_found "after a stop"
if ! $smoke; then
  check_kills 10
  [ -z "${KINDRED_CONTAINER_STORE:-}" ] || check_store
  check_reproducible
fi
say "the container does what it promises"
