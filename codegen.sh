#!/usr/bin/env bash
# Writes the code around handlers and endpoints anew. Run it after adding or changing one; a test compares what it writes.
set -euo pipefail
cd "$(dirname "$0")"
rm -rf src/Relations.App/Internal/Generated # it may no longer compile
dotnet build src/Relations.App --verbosity quiet --nologo
output=src/Relations.App/bin/Debug/net10.0
dotnet "$output/Relations.App.dll" codegen write
mkdir -p src/Relations.App/Internal
mv "$output/Internal/Generated" src/Relations.App/Internal/Generated
