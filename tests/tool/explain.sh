#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng explain: the report, its formats, one indicator, and what is refused.
source "$(dirname "$0")/check.sh"

works "$heng" explain -r $id "$facts"
cmp -s out "$source/tests/cases/guangzhou-explain.txt" || fail "this is guangzhou-explain.txt"
cp out text
works "$heng" explain -r $id -f text - <"$facts"
cmp -s out text || fail "- is standard input, and text is what is meant without -f"
works "$heng" explain -r $id -f json "$facts"
out_has '"heng": "explanation/1"'
out_has '"lost": "5.75"'
out_has '"to": "100.00%"'
works "$heng" explain -r $id -f md "$facts"
out_like '^## 采购管理 › 采购政策效能'

# one indicator, and those below it
works "$heng" explain -r $id -i management.procurement.policy "$facts"
out_has 采购政策效能
grep -q 合同备案时效性 out && fail "others are left out"
works "$heng" explain -r $id -f json -i effect.overall.targets "$facts"
[ "$(grep -c '"id": ' out)" = 10 ] || fail "the leaf and its nine rows"

# wrong usage
refused 2 "$heng" explain "$facts"
refused 2 "$heng" explain -r $id -f csv "$facts"
err_has 'text, json, md or html'
refused 2 "$heng" explain -r $id -i management.procurement.polic "$facts"
err_has management.procurement.policy
refused 2 "$heng" explain -r - -
refused 2 "$heng" explain -r guangzhou-departement-2023 "$facts"

# documents that can't be used
refused 3 "$heng" explain -r $id missing.json
printf '{"heng": "facts/1", "unit": "万元", "data": {}}' >facts.json
refused 3 "$heng" explain -r $id facts.json
err_like '^facts\.json:.*error: '

finish
