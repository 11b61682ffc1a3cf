#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# fraction.js: the exact library reads most amounts of six digits with cents as some other number
#
# Expected: new Fraction(465202.15) is 9304043/20, or the fraction the double really is (a denominator
# that is a power of two). Version 5 has BigInt inside, so nothing forces a cut.
#
# What happens: it is neither. The number becomes 619606000000/1331907, off by some 4e-8, and from there
# on all is exact, so the error is kept for good. 0.123456789 becomes 10/81. Of 10,000 amounts with cents
# between 100,000 and a million 8,300 are misread, of 30,000 smaller ones none: tests with small figures
# see nothing. Then 418681.89 of 465202.10, exactly 90 %, is below 0.9, where a plain double says 0.9; of
# 10,000 such pairs the exact library puts 4,045 below the edge, plain doubles 3,072, the library with
# texts, new Fraction("465202.15"), none. math.fraction(x) of mathjs is the same code.
#
# Since: the same in 1.2.0, 3.3.1, 4.1.0, 4.3.7, 5.0.3 and 5.3.4 (the newest), all run; 3.3.1 and 5.3.4
# are run here. The step to BigInt (5.0) left it as it was.
#
# Source: rawify/Fraction.js, src/fraction.js, parse(), case "number": the value is scaled below one and
# sought between Farey neighbours with denominators up to 10,000,000; the README (section "Doubles")
# grants a wrong result for large numbers and names one of 14 digits. Issue 10 has met it since 2016.
#
# For scoring: budgets in 万元 have just this shape (the income of the seed's report is 465,202.15), and
# the edge of a band is where a ratio is exact. A host that carries amounts in JSON numbers and scores in
# fraction.js or mathjs must go by text: new Fraction(String(x)). The same goes for its doors to heng:
# heng takes decimals as text, and a fraction.js value is not proof of the document's figure.
set -euo pipefail
command -v npm >/dev/null || { echo "needs Node.js and npm (Debian: nodejs, npm)"; exit 1; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
export npm_config_cache=$tmp/cache npm_config_update_notifier=false
npm init -y >init.log
npm install --loglevel=error --no-audit --no-fund old@npm:fraction.js@3.3.1 \
  new@npm:fraction.js@5.3.4 mathjs@15.2.0 >install.log

cat >run.cjs <<'JS'
const loaded = require(process.argv[2]);
const Fraction = loaded.Fraction || loaded;
const edge = new Fraction("0.9");
console.log("number:", new Fraction(465202.15).toFraction());
console.log("text:", new Fraction("465202.15").toFraction());
console.log("fine:", new Fraction(0.123456789).toFraction());
for (const [low, high] of [[10, 99], [1000, 9999], [10000, 99999], [100000, 999999]]) {
  let wrong = 0;
  for (let i = 0; i < 10000; i++) {
    const cents = low * 100 + Math.floor(((high - low) * 100 * i) / 10000) + (i % 89);
    const text = (cents / 100).toFixed(2);
    wrong += new Fraction(Number(text)).equals(new Fraction(text)) ? 0 : 1;
  }
  console.log(`misread from ${low}.00 to ${high}: ${wrong} of 10000`);
}
const ratio = new Fraction(418681.89).div(465202.1);
console.log("one pair below:", ratio.compare(edge) < 0, "by doubles:", 418681.89 / 465202.1 < 0.9);
let below = 0, doubles = 0, texts = 0;
for (let i = 0; i < 10000; i++) {
  const cents = 10000000 + i * 8990;
  const budget = (cents / 100).toFixed(2), spent = ((cents / 10) * 9 / 100).toFixed(2);
  below += new Fraction(Number(spent)).div(Number(budget)).compare(edge) < 0 ? 1 : 0;
  texts += new Fraction(spent).div(budget).compare(edge) < 0 ? 1 : 0;
  doubles += Number(spent) / Number(budget) < 0.9 ? 1 : 0;
}
console.log(`exactly 90 %, put below: ${below}; from text: ${texts}; by doubles: ${doubles}`);
JS
node run.cjs old >seen.old
node run.cjs new >seen.new
echo "mathjs: $(node -p 'require("mathjs").fraction(465202.15).toFraction()')" | tee -a seen.old >>seen.new

cat >expected <<'TXT'
number: 619606000000/1331907
text: 9304043/20
fine: 10/81
misread from 10.00 to 99: 0 of 10000
misread from 1000.00 to 9999: 0 of 10000
misread from 10000.00 to 99999: 0 of 10000
misread from 100000.00 to 999999: 8300 of 10000
one pair below: true by doubles: false
exactly 90 %, put below: 4045; from text: 0; by doubles: 3072
mathjs: 619606000000/1331907
TXT
for version in old new; do
  if ! diff expected "seen.$version"; then
    echo "CHANGED: fraction.js ($version) no longer reads numbers as described"
    exit 1
  fi
done
cat seen.new
echo "as described: fraction.js 3.3.1 and 5.3.4, mathjs 15.2.0"
