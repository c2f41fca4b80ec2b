#!/bin/sh
# Install what pip cannot: Pango and fonts (for the PDF), Chromium (for browser
# tests), Node (to build the viewer).
# Usage: system_packages.sh pdf|browser|viewer...   As root on Debian or Ubuntu it installs what is
# missing; elsewhere it prints the exact command and stops.
set -eu

missing=""
need() { # need PACKAGE COMMAND...: remember PACKAGE if COMMAND fails
  package=$1
  shift
  "$@" >/dev/null 2>&1 || missing="$missing $package"
}
library() { ldconfig -p | grep -q "$1"; }
font() { fc-list 2>/dev/null | grep -qi "$1"; }

for purpose in "$@"; do
  case $purpose in
    pdf)
      need libpango-1.0-0 library libpango-1.0.so.0
      need libpangoft2-1.0-0 library libpangoft2-1.0.so.0
      need libharfbuzz-subset0 library libharfbuzz-subset.so.0
      need fontconfig command -v fc-list
      need fonts-dejavu-core font dejavu
      ;;
    browser)
      need chromium test -x /usr/bin/chromium
      need poppler-utils command -v pdftotext
      need qpdf command -v qpdf
      ;;
    viewer)
      need nodejs command -v node
      need npm command -v npm
      ;;
    *)
      echo "system_packages.sh: unknown purpose $purpose" >&2
      exit 2
      ;;
  esac
done
[ -n "$missing" ] || exit 0

command="apt-get install --yes --no-install-recommends$missing"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing:$missing"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $command >/dev/null
else
  echo "These system packages are missing:$missing" >&2
  echo "On Debian or Ubuntu: sudo apt-get update && sudo $command" >&2
  case "$*" in *pdf*) echo "On macOS: brew install pango fontconfig" >&2 ;; esac
  exit 1
fi
