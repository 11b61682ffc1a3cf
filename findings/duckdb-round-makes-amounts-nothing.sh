#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# DuckDB: an amount rounded to 万元 (ten thousand) can become 0, and so can the sum of a column
#
# Expected: round(5500.00, -4) is 10000, as it is in PostgreSQL and as DuckDB itself says of 5500 the
# integer and 5500 the double: half a unit or more rounds away from zero.
#
# What happens: for a DECIMAL the answer depends on the width of the type. A decimal literal is as wide
# as it is written, so 5500.00 is DECIMAL(6,2), four digits before the point; asked to round away exactly
# as many digits as the type has there, DuckDB answers 0 for every value, also for those of which half or
# more is left. In a DECIMAL(18,2) the same amount gives 10000. CREATE TABLE AS keeps the narrow type, so
# a table made from literals or from a narrow CSV column carries the fault along. A negative amount
# becomes 0 too. One digit more or less to round away, and all is right.
#
# Since: 1.1.2 (the oldest of this npm package) and 1.5.6 (the newest), both run.
#
# Source: duckdb/duckdb issue 24344 (2026-07), which calls it a regression from commit 0db2708.
#
# For scoring: public accounts are kept in 元 and printed in 万元. A report that rounds in DuckDB prints 0
# where 1 is true, and a rate that divides by it has no divisor. heng takes the amounts as they are,
# converts 元 to 万元 exactly and rounds only where the rubric says; a host that must round in DuckDB casts
# to DECIMAL(38,2) first.
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
  ["literal", "SELECT round(5500.00, -4)::VARCHAR"],
  ["its type", "SELECT typeof(5500.00)"],
  ["integer", "SELECT round(5500, -4)::INTEGER::VARCHAR"],
  ["DECIMAL(18,2)", "SELECT round(5500.00::DECIMAL(18,2), -4)::VARCHAR"],
  ["negative", "SELECT round(-9999.99, -4)::VARCHAR"],
  ["a digit less", "SELECT round(5500.00, -3)::VARCHAR"],
  ["sum of a table", `SELECT sum(round(paid, -4))::VARCHAR
    FROM (SELECT * FROM (VALUES (9800.00), (7600.00), (5500.00)) v(paid))`],
  ["the same, wide", `SELECT sum(round(paid::DECIMAL(38,2), -4))::VARCHAR
    FROM (SELECT * FROM (VALUES (9800.00), (7600.00), (5500.00)) v(paid))`],
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
literal: 0
its type: DECIMAL(6,2)
integer: 10000
DECIMAL(18,2): 10000
negative: 0
a digit less: 6000
sum of a table: 0
the same, wide: 30000
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
