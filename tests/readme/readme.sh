#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# readme.sh SOURCE HENG WORK PYTHON: the table in README.md is what the command prints, byte for
# byte; the ten-line rubric scores as one would by hand; each example of FEEL gives what it says.
set -euo pipefail
source=$1 heng=$2 work=$3 python=$4
rm -rf "$work"
mkdir -p "$work"

# block LANGUAGE: the text of the first fenced block of that language
block() { awk -v open="\`\`\`$1" '$0 == open { on = 1; next } /^```/ && on { exit } on' "$source/README.md"; }

cd "$source"
block text >"$work/table"
"$heng" score -r guangzhou-department-2023 examples/guangzhou-2023/facts.json | diff "$work/table" - || {
    echo "README.md (<) does not show what the command prints (>)" >&2
    exit 1
}

block json >"$work/rubric.json"
cat >"$work/facts.json" <<'END'
{ "heng": "facts/1", "subject": {"name": "示例单位", "year": 2024}, "unit": "万元",
  "data": {"budget": "200", "executed": "190", "late": 2} }
END
# 60 × 190 ÷ 200 = 57.00, 40 − 2 × 5 = 30.00
"$heng" score -r "$work/rubric.json" -f csv "$work/facts.json" | tee "$work/sheet.csv"
grep -q '57\.00' "$work/sheet.csv"
grep -q '30\.00' "$work/sheet.csv"
"$heng" score -r "$work/rubric.json" "$work/facts.json" | grep -q '87\.00'

"$python" tests/readme/feel.py README.md "$heng"
