#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# DuckDB: "//" counts whole steps of integers only; of decimals it is plain division, in double
#
# Expected: DuckDB took "//" from Python, where 7.4 // 2 is 3 and Decimal("7.4") // 2 is 3. "Each full
# 0.5 over 80" is then (rate - 80) // 0.5, and x = (x // y) * y + x % y holds.
#
# What happens: "//" truncates where both sides are integers. With a decimal on either side it has no
# decimal form: both become DOUBLE, and for DOUBLE it is the same as "/". So (97.3 - 80) // 0.5 is 34.6
# steps, not 34, in silence and with no warning in the type but DOUBLE. "%" beside it does have a decimal
# form and leaves a decimal remainder, so quotient and remainder do not fit together: 34.6 and 0.3. The
# manual says so of FLOAT and DOUBLE; of DECIMAL, which it lists beside the integers elsewhere, nothing.
# And of integers it truncates to zero where Python's goes down: -7 // 2 is -3.
# A column that is INTEGER in one year's file and DECIMAL in the next changes the meaning of the query.
#
# Since: "//" came with 0.8.0 (duckdb/duckdb pull request 7082, 2023); 1.1.2 and 1.5.6 run here.
#
# Source: the manual's page of numeric operators; pull request 7082, which names Python as the model.
#
# For scoring: 每超出0.5个百分点扣1分 deducts by full steps; by "//" a department at 97.3 loses 34.6 points,
# not 34. floor(x / y) in double is not the way out either, since an exact hit may fall below its step.
# heng's `step` and `steps` count whole steps exactly; in DuckDB multiply to integers first:
# (973 - 800) // 5.
set -euo pipefail
command -v npm >/dev/null || { echo "needs Node.js and npm (Debian: nodejs, npm)"; exit 1; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
export npm_config_cache=$tmp/cache npm_config_update_notifier=false
npm init -y >init.log
npm install --loglevel=error --no-audit --no-fund \
  old@npm:@duckdb/node-api@1.1.2-alpha.4 new@npm:@duckdb/node-api@1.5.6-r.1 >install.log

cat >run.cjs <<'JS'
const { DuckDBInstance } = require(process.argv[2]);
const ask = [
  ["integers", "SELECT 173 // 5"],
  ["steps", "SELECT ((97.3 - 80) // 0.5)::VARCHAR"],
  ["type of //", "SELECT typeof((97.3 - 80) // 0.5)"],
  ["remainder", "SELECT ((97.3 - 80) % 0.5)::VARCHAR"],
  ["type of %", "SELECT typeof((97.3 - 80) % 0.5)[:7]"],
  ["decimal // integer", "SELECT (7.4 // 2)::VARCHAR"],
  ["integer // decimal", "SELECT (7 // 2.0)::VARCHAR"],
  ["negative integers", "SELECT -7 // 2"],
  ["scaled by ten", "SELECT (973 - 800) // 5"],
];
(async () => {
  const db = await (await DuckDBInstance.create(":memory:")).connect();
  for (const [name, sql] of ask) {
    const rows = (await db.runAndReadAll(sql)).getRows();
    console.log(name + ": " + rows.map(String).join(" "));
  }
})();
JS

cat >expected <<'TXT'
integers: 34
steps: 34.6
type of //: DOUBLE
remainder: 0.3
type of %: DECIMAL
decimal // integer: 3.7
integer // decimal: 3.5
negative integers: -3
scaled by ten: 34
TXT
for version in old new; do
  node run.cjs "$version" >seen
  if ! diff expected seen; then
    echo "CHANGED: DuckDB ($version) no longer answers as described"
    exit 1
  fi
done
cat seen
echo "as described: DuckDB 1.1.2 and 1.5.6"
