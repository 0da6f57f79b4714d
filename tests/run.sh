#!/usr/bin/env bash
# Runs every test of the project, after installing what they need where it is missing:
# Chromium (browser tests), PostgreSQL (services, several servers), LibreOffice (opens the exports), poppler (reads PDFs).
# Ends with a line 'N passed, N failed'; exits with 1 if anything failed.
set -uo pipefail
cd "$(dirname "$0")/.."

need() { # need COMMAND-OR-FILE... -- PACKAGE...
  local probes=() ; while [ "$1" != -- ]; do probes+=("$1"); shift; done; shift
  for probe in "${probes[@]}"; do
    command -v "$probe" > /dev/null 2>&1 && return
    compgen -G "$probe" > /dev/null && return
  done
  missing+=("$@")
}
missing=()
need chromium google-chrome -- chromium
need '/usr/lib/postgresql/*/bin/initdb' -- postgresql
need soffice -- libreoffice-writer-nogui libreoffice-calc-nogui
need pdftotext -- poppler-utils
if [ ${#missing[@]} -gt 0 ]; then
  sudo=$([ "$(id -u)" = 0 ] || echo sudo)
  echo "Installing ${missing[*]}"
  if ! { $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null; }; then
    echo "Please install: ${missing[*]}" >&2
    exit 1
  fi
fi

passed=0 failed=0
count() { passed=$((passed + ${1:-0})); failed=$((failed + ${2:-0})); }
log=$(mktemp)
trap 'rm -f "$log"' EXIT

echo '== Build'
if ! dotnet build Workspace.sln -v q --nologo; then
  echo '0 passed, 1 failed'
  exit 1
fi

echo '== Browser scripts'
(cd wwwroot-assets && npm run --silent check && npm test --silent) 2>&1 | tee "$log"
status=${PIPESTATUS[0]}
count "$(sed -n 's/^[#ℹ] pass \([0-9]*\).*/\1/p' "$log" | tail -1)" "$(sed -n 's/^[#ℹ] fail \([0-9]*\).*/\1/p' "$log" | tail -1)"
[ "$status" = 0 ] || [ "$failed" -gt 0 ] || count 0 1

for project in Workspace.Text.Tests Workspace.Web.Tests Workspace.Browser.Tests; do
  echo "== $project"
  dotnet test "tests/$project" --no-build --nologo --logger 'console;verbosity=minimal' 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  summary=$(grep -E 'Failed: +[0-9]+, Passed: +[0-9]+' "$log" | tail -1)
  count "$(sed -n 's/.*Passed: *\([0-9]*\).*/\1/p' <<< "$summary")" "$(sed -n 's/.*Failed: *\([0-9]*\),.*/\1/p' <<< "$summary")"
  # A run that broke off without a summary, or with one that hides it, has failed.
  [ "$status" = 0 ] || grep -qE 'Failed: +[1-9]' <<< "$summary" || count 0 1
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
