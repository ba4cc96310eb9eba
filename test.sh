#!/usr/bin/env bash
# Runs every test, after installing what the tests need and this machine lacks: PostgreSQL and, for the pages, Chromium and
# npm, which brings the identity provider that the tests sign in with.
# Ends with the totals of all suites alone on a line.
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Installs Debian packages, as root or through sudo; elsewhere says what is missing and lets the tests say the rest.
install() {
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
    if command -v apt-get > /dev/null; then
        echo "Installing: $*"
        { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq "$@"; } > /tmp/relations-install.log 2>&1 \
            || { echo "Could not install $*; see /tmp/relations-install.log"; return 1; }
    else
        echo "Please install: $*"
        return 1
    fi
}

has_postgres() { command -v postgres > /dev/null || compgen -G '/usr/lib/postgresql/*/bin/postgres' > /dev/null; }
has_chromium() { [ -n "${CHROMIUM:-}" ] || command -v chromium > /dev/null || command -v chromium-browser > /dev/null; }

command -v dotnet > /dev/null || { echo "The .NET SDK 10 is needed: https://dotnet.microsoft.com/download"; exit 1; }
has_postgres || install postgresql postgresql-contrib
has_chromium || install chromium fonts-dejavu-core
command -v npm > /dev/null || install nodejs npm

dotnet build Relations.sln --verbosity quiet --nologo

# Every suite by name, so that none can go dark unnoticed.
passed=0 failed=0 broken=0
for suite in Relations.Domain.Tests Relations.Ledger.Tests Relations.Reading.Tests Relations.App.Tests Relations.Browser.Tests; do
    [ -d "tests/$suite" ] || continue
    log=$(mktemp)
    if ! dotnet test "tests/$suite" --no-build --nologo 2>&1 | tee "$log"; then broken=1; fi
    line=$(grep -E '^(Passed|Failed)! ' "$log" | tail -n 1 || true)
    if [[ $line =~ Failed:[[:space:]]+([0-9]+),[[:space:]]+Passed:[[:space:]]+([0-9]+) ]]; then
        failed=$((failed + BASH_REMATCH[1]))
        passed=$((passed + BASH_REMATCH[2]))
    else
        echo "$suite ran no test."
        failed=$((failed + 1))
    fi
    rm -f "$log"
done

echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$broken" -eq 0 ]
