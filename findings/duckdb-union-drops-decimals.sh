#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# DuckDB: a sum beside a score takes the score's last decimals away, and "=" and IN disagree
#
# Expected: two decimals of different scale meet at the wider scale. 89.996 stays 89.996 whether it is
# compared with 90.00, stacked above a total row, or looked up in a list; what does not fit is an error.
#
# What happens: sum() of a column with two decimals is DECIMAL(38,2), as wide as the type gets. Beside it a
# DECIMAL(5,3) would want 36 + 3 = 39 digits, one too many, and DuckDB gives up a digit of the SCALE,
# with no error and no warning. UNION ALL with a total row prints 90.00 for 89.996; coalesce, CASE, a
# list do the same. UNION makes one row of 89.996 and 90.00; EXCEPT and INTERSECT find them the same.
# Plain comparisons keep the scale instead, so the same two numbers are unequal by "=" and by ">=", yet
# equal by IN (SELECT ...), and ">= ALL (SELECT ...)" lets 89.996 pass a limit of 90.
# A cast of the sum back to DECIMAL(18,2) makes every one of these right.
#
# Since: the same in 1.1.2 (the oldest of this npm package), 1.3.2 and 1.5.6 (the newest), all run; this
# script runs the first and the last.
#
# Source: duckdb/duckdb. src/planner/binder/expression/bind_subquery_expression.cpp asks for the general
# common type (TryGetMaxLogicalType) where bind_comparison_expression.cpp has a rule of its own that
# keeps the largest scale. Pull request 25692 (2026-09) adds a warning for VALUES only, and says that
# other places may do it as well.
#
# For scoring: a report "scores, then the total" by UNION ALL shows a mark in the band 优 that is not in
# it, and a check by IN or EXCEPT that published scores are the computed ones passes when they differ in
# the third decimal. heng's own numbers are not touched; a host of heng that keeps scores in DuckDB casts
# each sum() to the width of the scores at once, and lets heng, not IN or EXCEPT, compare.
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
const unit = "(SELECT 89.996::DECIMAL(5,3) AS s)";
const total = "(SELECT sum(x) AS s FROM (VALUES (45.00::DECIMAL(18,2)), (45.00)) v(x))";
const ask = [
  ["type of sum", `SELECT typeof(s) FROM ${total}`],
  ["s >= total", `SELECT u.s >= t.s FROM ${unit} u, ${total} t`],
  ["s >= ALL (total)", `SELECT u.s >= ALL (SELECT s FROM ${total}) FROM ${unit} u`],
  ["s = total", `SELECT u.s = t.s FROM ${unit} u, ${total} t`],
  ["s IN (total)", `SELECT u.s IN (SELECT s FROM ${total}) FROM ${unit} u`],
  ["union all", `SELECT s::VARCHAR FROM (SELECT s FROM ${unit} UNION ALL SELECT s FROM ${total})`],
  ["rows of union", `SELECT count(*) FROM (SELECT s FROM ${unit} UNION SELECT s FROM ${total})`],
  ["rows of except", `SELECT count(*) FROM (SELECT s FROM ${unit} EXCEPT SELECT s FROM ${total})`],
  ["coalesce", `SELECT coalesce(u.s, t.s)::VARCHAR FROM ${unit} u, ${total} t`],
  ["s + total", `SELECT (u.s + t.s)::VARCHAR FROM ${unit} u, ${total} t`],
  ["cast: IN", `SELECT u.s IN (SELECT s::DECIMAL(18,2) FROM ${total}) FROM ${unit} u`],
  ["cast: union all", `SELECT s::VARCHAR FROM (SELECT s FROM ${unit}
    UNION ALL SELECT s::DECIMAL(18,2) FROM ${total})`],
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
type of sum: DECIMAL(38,2)
s >= total: false
s >= ALL (total): true
s = total: false
s IN (total): true
union all: 90.00 90.00
rows of union: 1
rows of except: 0
coalesce: 90.00
s + total: 179.996
cast: IN: false
cast: union all: 89.996 90.000
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
