#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# ZEN: a decimal rules engine whose roots are good to eight digits, so a growth target met is missed
#
# Expected: ZEN computes with 28-digit decimals, to be free of the errors of binary. Its ^ is exact for
# whole exponents (1.06^2 is 1.1236), so 1.1236^(1/2) would be 1.06, or wrong in the last of 28 digits.
#
# What happens: with a fractional exponent some eight digits are right and the others are noise, shown
# as if they counted: 4^0.5 is 1.999999992473416, 1.21^0.5 is 1.0999999989445277. The mean yearly growth
# of a unit that goes from 10,000 to 11,236 in two years is 6 % exactly; "at least 6 %" is false, and the
# whole points in it are 5, not 6. A plain double gets both right.
#
# Since: in all versions tried: 0.21.0 (the oldest of this package), 0.28.0, 0.54.0 (the newest); the
# first and last are run here. Between them only the noise changed: 100000000^0.5 was 9999.995228906988
# and is 9999.999999954405.
#
# Source: the engine hands ^ to the crate rust_decimal, whose powd takes exp(y × ln x) by a series that
# ends at a tolerance of 0.0000002 (maths.rs); paupino/rust-decimal issue 690 (open) has more such values.
#
# For scoring: 年均增长率 over a plan of two, three or five years is an indicator of mid-term evaluations,
# and its target is where the points change: the whole indicator is lost by 0.000000006 %. No tolerance
# is safe either, as a true 5.9999999 % then passes. A rule with a root is to be turned into a product:
# 11236 >= 10000 × 1.06^2, which ZEN, and any exact library, decides rightly. heng takes such a root
# exactly where it comes out even and refuses sqrt(); a host keeps its target rules in this form too.
set -euo pipefail
command -v npm >/dev/null || { echo "needs Node.js and npm (Debian: nodejs, npm)"; exit 1; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
export npm_config_cache=$tmp/cache npm_config_update_notifier=false
npm init -y >init.log
npm install --loglevel=error --no-audit --no-fund old@npm:@gorules/zen-engine@0.21.0 \
  new@npm:@gorules/zen-engine@0.54.0 >install.log

cat >run.cjs <<'JS'
const zen = require(process.argv[2]);
const facts = { first: 10000, last: 11236 };
for (const rule of [
  "1.06^2",
  "4^0.5",
  "1.21^0.5",
  "(last / first)^(1/2) - 1",
  "(last / first)^(1/2) - 1 >= 0.06",
  "floor(((last / first)^(1/2) - 1) * 100)",
  "1.191016^(1/3) - 1 >= 0.06",
  "last >= first * 1.06^2",
  "100000000^0.5",
]) {
  const value = zen.evaluateExpressionSync(rule, facts);
  console.log(rule, "=>", typeof value === "number" ? Number(value.toPrecision(12)) : value);
}
JS
node run.cjs old >seen.old
node run.cjs new >seen.new

cat >expected.new <<'TXT'
1.06^2 => 1.1236
4^0.5 => 1.99999999247
1.21^0.5 => 1.09999999894
(last / first)^(1/2) - 1 => 0.0599999999452
(last / first)^(1/2) - 1 >= 0.06 => false
floor(((last / first)^(1/2) - 1) * 100) => 5
1.191016^(1/3) - 1 >= 0.06 => false
last >= first * 1.06^2 => true
100000000^0.5 => 9999.99999995
TXT
sed 's/9999\.99999995/9999.99522891/' expected.new >expected.old
for version in old new; do
  if ! diff "expected.$version" "seen.$version"; then
    echo "CHANGED: ZEN ($version) no longer takes roots as described"
    exit 1
  fi
done
if [ "$(node -p 'const g = Math.sqrt(11236 / 10000) - 1; [g >= 0.06, Math.floor(g * 100)]+""')" != true,6 ]; then
  echo "CHANGED: a double no longer meets the target"
  exit 1
fi
cat seen.new
echo "as described: ZEN 0.21.0 and 0.54.0"
