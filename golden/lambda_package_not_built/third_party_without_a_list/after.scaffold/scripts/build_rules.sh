#!/usr/bin/env bash
# Puts the function's code and the packages that it imports into build/rules.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rm -rf build/rules
mkdir -p build/rules
cp -R lambda/. build/rules/
python3 -m pip install --target build/rules PyYAML
