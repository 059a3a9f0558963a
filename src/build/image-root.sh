#!/bin/sh
# Lays out what an image needs of a Linux besides Kindred: a shell, and those system libraries that
# the given native code asks for, with their licences. Arguments: the folder, then native code.
set -eu

root=$1
shift
mkdir -p "$root/bin" "$root/etc" "$root/tmp"
chmod 1777 "$root/tmp"
cp -L /bin/sh "$root/bin/sh"
printf 'root:x:0:0::/:/bin/sh\nkindred:x:10001:10001::/data:/bin/sh\n' >"$root/etc/passwd"
printf 'root:x:0:\nkindred:x:10001:\n' >"$root/etc/group"
printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"
cp /etc/os-release "$root/etc/os-release"

needed() { # by $1: the paths of its libraries, those beside it left out
  ldd "$1" | sed -n 's|.*=> \(/[^ ]*\) .*|\1|p; s|^[[:space:]]*\(/[^ ]*\) (.*|\1|p'
}

for code in /bin/sh "$@"; do
  needed "$code"
done | sort -u | while read -r library; do
  case $library in /opt/*) continue ;; esac
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
  command -v dpkg >/dev/null || continue
  package=$(dpkg -S "*/$(basename "$library")" | sed -n '1s/:.*//p')
  [ -n "$package" ] || continue
  # Where scanners for known weaknesses look in an image without a package manager.
  mkdir -p "$root/var/lib/dpkg/status.d" "$root/usr/share/doc/$package"
  dpkg -s "$package" >"$root/var/lib/dpkg/status.d/$package"
  cp -L "/usr/share/doc/$package/copyright" "$root/usr/share/doc/$package/copyright" || true
done
