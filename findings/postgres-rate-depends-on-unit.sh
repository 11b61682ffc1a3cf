#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# PostgreSQL: one rate has other digits in another unit of money, and is not equal to itself
#
# Expected: numeric division has to be cut somewhere, but the same rate is cut at the same place: 1550 of
# 1200 in 万元 and 15500 of 12000 in 千元 give the same digits and compare equal.
#
# What happens: the first is 1.2916666666666667, the second 1.29166666666666666667. So "not below last
# year's rate" is false for an unchanged rate, count(DISTINCT rate) is 2, and rank() puts one unit before
# the other. Of 58,578 pairs of whole numbers up to 3000 with a rate of 1 or more, 12,879 get another
# rate when both are multiplied by 10, 4,566 when both are divided by 100, 171 by 1,000, none by 10,000:
# 元 beside 万元 is safe by luck, 千元 beside either is not. Rates below 1 do not differ there.
#
# Since: the same in PostgreSQL 15 (PGlite 0.1.5, an early one), 17.5 (0.3.16) and 18.7 (0.5.17, the
# newest), all run; the last is run here.
#
# Source: postgres/postgres, src/backend/utils/adt/numeric.c, select_div_scale(): it wants 16 significant
# digits and guesses the size of the quotient from the first base-10000 digit of each side. Where these
# are equal (15500 and 12000 both begin with 1) it takes the quotient to be below one, and adds four
# decimals; in 万元 (1550 and 1200) it does not. The scale follows the spelling, not the value.
#
# For scoring: growth rates, completion before its cap at 100 %, and control rates over budget are above
# 1. Units that report in different units of money, with one rate, get different ranks and can fall on
# two sides of an edge that is itself a quotient. Compare by products (a × d = c × b), as heng does; a
# host of heng hands over both amounts and never a rate divided in SQL, and does not use a quotient as a
# key of GROUP BY, DISTINCT or a join.
set -euo pipefail
command -v npm >/dev/null || { echo "needs Node.js and npm (Debian: nodejs, npm)"; exit 1; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
export npm_config_cache=$tmp/cache npm_config_update_notifier=false
npm init -y >init.log
npm install --loglevel=error --no-audit --no-fund @electric-sql/pglite@0.5.17 >install.log

cat >run.mjs <<'JS'
import { PGlite } from "@electric-sql/pglite";
const db = new PGlite();
const show = async (name, sql) => {
  const rows = (await db.query(sql)).rows;
  console.log(name + ": " + rows.map((r) => Object.values(r).join(" ")).join(", "));
};
await show("version", "SELECT split_part(version(), ' ', 2)");
await db.exec(`CREATE TABLE unit(year text, spent numeric, planned numeric);
  INSERT INTO unit VALUES ('last', 1550, 1200), ('this', 15500, 12000)`);
await show("rate", "SELECT year, (spent / planned)::text FROM unit ORDER BY year");
await show("equal, not below, equal by products", `SELECT
  a.spent / a.planned = b.spent / b.planned AS e, a.spent / a.planned >= b.spent / b.planned AS n,
  a.spent * b.planned = b.spent * a.planned AS p
  FROM unit a, unit b WHERE a.year = 'this' AND b.year = 'last'`);
await show("distinct", "SELECT count(DISTINCT spent / planned)::int FROM unit");
await show("rank", `SELECT year, rank() OVER (ORDER BY spent / planned DESC)::int
  FROM unit ORDER BY year`);
for (const rates of ["a >= b", "a < b"]) await show(rates, `SELECT count(*)::int AS pairs,
  count(*) FILTER (WHERE (a * 10) / (b * 10) <> a / b)::int AS by_10,
  count(*) FILTER (WHERE (a / 100) / (b / 100) <> a / b)::int AS by_100,
  count(*) FILTER (WHERE (a * 1000) / (b * 1000) <> a / b)::int AS by_1000,
  count(*) FILTER (WHERE (a * 10000) / (b * 10000) <> a / b)::int AS by_10000
  FROM generate_series(1::numeric, 3000, 7) a, generate_series(3::numeric, 3000, 11) b
  WHERE ${rates}`);
JS
node run.mjs >seen

cat >expected <<'TXT'
version: 18.7
rate: last 1.2916666666666667, this 1.29166666666666666667
equal, not below, equal by products: false false true
distinct: 2
rank: last 1, this 2
a >= b: 58578 12879 4566 171 0
a < b: 58539 0 0 0 0
TXT
if ! diff expected seen; then
  echo "CHANGED: PostgreSQL no longer divides as described"
  exit 1
fi
cat seen
echo "as described: PGlite 0.5.17"
