#!/usr/bin/env bash
# Puts the function's code and the packages that it imports into build/validation.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rm -rf build/validation
mkdir -p build/validation
cp -R lib/lambda/. build/validation/
python3 -m pip install --target build/validation --requirement lib/lambda/requirements.txt
