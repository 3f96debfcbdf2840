#!/usr/bin/env bash
# Puts the function's code and the packages that it imports into build/orders.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rm -rf build/orders
mkdir -p build/orders
cp -R lib/lambda/. build/orders/
python3 -m pip install --target build/orders --requirement lib/lambda/requirements.txt
