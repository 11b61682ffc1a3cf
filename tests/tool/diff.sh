#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng diff: what changed, and why.
source "$(dirname "$0")/check.sh"

sed 's/"99.97%"/"95%"/; s/"score": "1"/"score": "0.5"/' "$facts" >second.json
cmp -s "$facts" second.json && fail "the second facts differ"
"$heng" score -r $id -f json "$facts" >first.sheet
"$heng" score -r $id -f json second.json >second.sheet

# nothing
works "$heng" diff -r $id "$facts" "$facts"
out_has 没有差异
works "$heng" diff first.sheet first.sheet

# facts against facts: causes, and their sum
run "$heng" diff -r $id "$facts" second.json
exits 1
no_err
out_like '^ *−0\.7455  专项资金支出率  数据　.*special\.execution_rate）：99\.97% → 95%$'
out_like '取整$'
out_like '^总分 +100 +94\.25 +93\.'
cp out text
run "$heng" diff -r $id -f json "$facts" second.json
exits 1
out_has '"heng": "diff/1"'
out_has '"change": "-0.7455"'
cp out json
run "$heng" diff -r $id -f json "$facts" second.json
cmp -s out json || fail "a second run gives the same bytes"
run "$heng" diff -r $id -f md "$facts" second.json
out_like '^\| −0\.7455 \| 专项资金支出率'

# the sheets alone tell the same items
run "$heng" diff first.sheet second.sheet
exits 1
no_err
out_like '^ *−0\.7455  专项资金支出率  数据　special\.execution_rate：99\.97% → 95%$'
sed -n '/^指标/,/^总分/p' out >sheet_items
sed -n '/^指标/,/^总分/p' text >facts_items
cmp -s sheet_items facts_items || fail "sheets and facts tell the same items"
run "$heng" diff - second.sheet <first.sheet
exits 1

# a rubric against another
"$heng" rubric $id >old.json
sed 's/"scale": 2/"scale": 1/' old.json >new.json
run "$heng" diff -r ./old.json -R ./new.json "$facts" "$facts"
exits 1
out_has 取整

# wrong usage, and documents that can't be used
refused 2 "$heng" diff first.sheet
refused 2 "$heng" diff -R $id "$facts" "$facts"
err_has '-R needs -r'
refused 2 "$heng" diff -f csv first.sheet first.sheet
refused 2 "$heng" diff - -
refused 2 "$heng" diff -r no-such-rubric "$facts" "$facts"
refused 3 "$heng" diff first.sheet "$facts"
err_has 'sheet.heng'
refused 3 "$heng" diff -r $id "$facts" first.sheet
err_has 'facts.heng'
refused 3 "$heng" diff first.sheet nowhere.json
err_has 'nowhere.json'
printf '{"heng": "facts/1", "unit": "万元", "data": {}}' >empty.json
refused 3 "$heng" diff -r $id "$facts" empty.json
err_like '^empty\.json:.*error: '

finish
