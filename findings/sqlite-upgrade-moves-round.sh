#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# SQLite: the same file rounds the same score otherwise after an upgrade, and its index hides the row
#
# Expected: ROUND(score, 2) is a deterministic function (SQLite lets it into an index and a CHECK), so
# its result for a stored number is the same in every release, right or wrong.
#
# What happens: there are three behaviours. On the 100,000 ties 0.005, 0.015 ... 999.995 SQLite 3.28.0
# rounds 55,706 other than half up; 3.39.3 not one, although it has the same doubles; 3.44.2 and 3.54.1
# 48,000. 15 × (2605/3000), exactly 13.025, is 13.02, then 13.03, then 13.02 again. So half-up on doubles
# looks proven by tests on a machine with the middle releases (Debian 12 has 3.40.1), and is lost later.
# Worse, a file made by 3.39.3 with an index on ROUND(score, 2) and opened by 3.54.1 finds the unit under
# 13.03 though it prints 13.02, does not find it under 13.02, and PRAGMA integrity_check reports rows
# missing from the index, in a file that nothing has damaged (by hand: a CHECK on a stored rounding is
# reported as failed too).
#
# Since: changed between 3.28.0 and 3.35.0, and again between 3.39.3 and 3.44.2 (all run by way of sql.js
# 1.0.0, 1.5.0, 1.8.0, 1.9.0, 1.17.0). Users place the turns at 3.29.0 and 3.43.0.
#
# Source: ROUND prints with the library's own printf and reads the text back (func.c), so it moves with
# printf.c. In the middle releases that adds 3e-16 of the value to the rounding half, which lifts every
# such tie over the edge; since 3.43 it renders the double as it is. SQLite forum: "change in round()
# function" (2020-05), "round() doesn't work as expected after 3.42" (2023-12); TryGhost/node-sqlite3
# issue 1837.
#
# For scoring: a total of 13.03 published last year is recomputed as 13.02 from an unchanged file. heng
# rounds exactly and gives SQLite the finished text, so heng's result stands; a host must not ROUND in
# SQL before or after heng, must not index or CHECK a rounding, and runs REINDEX if an older file does.
set -euo pipefail
command -v npm >/dev/null || { echo "needs Node.js and npm (Debian: nodejs, npm)"; exit 1; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
export npm_config_cache=$tmp/cache npm_config_update_notifier=false
npm init -y >init.log
npm install --loglevel=error --no-audit --no-fund a@npm:sql.js@1.0.0 b@npm:sql.js@1.8.0 \
  c@npm:sql.js@1.9.0 d@npm:sql.js@1.17.0 >install.log

cat >run.cjs <<'JS'
const fs = require("fs");
const load = (name) => require(name)({
  wasmBinary: fs.readFileSync(`node_modules/${name}/dist/sql-wasm.wasm`) });
const ties = `WITH RECURSIVE t(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM t WHERE i < 99999)
  SELECT sum(round(CAST(printf('%d.%02d5', i / 100, i % 100) AS REAL), 2)
    <> CAST(printf('%d.%02d', (i + 1) / 100, (i + 1) % 100) AS REAL)) FROM t`;
(async () => {
  const lib = {};
  for (const name of ["a", "b", "c", "d"]) {
    lib[name] = await load(name);
    const db = new lib[name].Database();
    const one = (sql) => db.exec(sql)[0].values[0].join(" ");
    console.log(one("SELECT sqlite_version(), round(15.0 * (2605.0 / 3000), 2), round(1.005, 2)"),
      "other than half up:", one(ties));
  }
  const before = new lib.b.Database();
  before.exec(`CREATE TABLE unit(name TEXT, score REAL);
    INSERT INTO unit VALUES ('甲', 15.0 * (2605.0 / 3000)), ('乙', 12.5);
    CREATE INDEX by_score ON unit(round(score, 2));`);
  const after = new lib.d.Database(before.export());
  const all = (sql) => JSON.stringify(after.exec(sql).map((r) => r.values).flat());
  console.log("under 13.03:", all("SELECT name FROM unit WHERE round(score, 2) = 13.03"));
  console.log("under 13.02:", all("SELECT name FROM unit WHERE round(score, 2) = 13.02"));
  console.log("printed:", all("SELECT round(score, 2) FROM unit WHERE name = '甲'"));
  console.log("check:", all("PRAGMA integrity_check"));
  after.exec("REINDEX");
  console.log("after REINDEX:", all("SELECT name FROM unit WHERE round(score, 2) = 13.02"),
    all("PRAGMA integrity_check"));
})();
JS
node run.cjs >seen

cat >expected <<'TXT'
3.28.0 13.02 1 other than half up: 55706
3.39.3 13.03 1.01 other than half up: 0
3.44.2 13.02 1 other than half up: 48000
3.54.1 13.02 1 other than half up: 48000
under 13.03: [["甲"]]
under 13.02: []
printed: [[13.02]]
check: [["row 1 missing from index by_score"]]
after REINDEX: [["甲"]] [["ok"]]
TXT
if ! diff expected seen; then
  echo "CHANGED: SQLite no longer rounds as described"
  exit 1
fi
cat seen
echo "as described: sql.js 1.0.0, 1.8.0, 1.9.0, 1.17.0"
