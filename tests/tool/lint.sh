#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng lint: what is found, its place, and the exit status.
source "$(dirname "$0")/check.sh"
sound=$source/tests/cases/sound.json

works "$heng" lint "$sound"
out_like '^(核对[0-9]+个指标，有误0处，无法核对0处|checked [0-9]+ indicators, wrong in 0 places, not proved in 0)$'
works "$heng" lint $id
out_like '^(核对[0-9]+个指标，有误0处，无法核对0处|checked [0-9]+ indicators, wrong in 0 places, not proved in 0)$'
works "$heng" lint --all $id
out_like "^$id:[0-9]+:[0-9]+: note: .* \[targets-open, at /indicators/0/.*/rule/rows\]$"
out_like '^    已接受：绩效目标'

# an error with its witness, which heng score refuses just so
sed 's/(1\.\.1\.1\]/(1..1.05]/' "$sound" >gap.json
run "$heng" lint gap.json
exits 1
no_err
out_like '^gap\.json:26:43: error: no band covers \(1\.05\.\.1\.1\]: 1\.1 scores nothing \[band-gap, at /indicators/0/indicators/1/rule/bands\]$'
out_has '    for example where staff.actual is 11 and staff.quota is 10'
"$heng" lint -f json gap.json | python3 -c \
    'import json, sys; json.dump(json.load(sys.stdin)["findings"][0]["witness"], sys.stdout)' >witness.json
refused 3 "$heng" score -r ./gap.json witness.json
err_has 'score.no-band'

run "$heng" lint -f json - <gap.json
exits 1
out_has '"code": "band-gap"'
out_has '"severity": "error"'
out_has '"complete": false'

# what can't be loaded is told as findings, and what is no rubric is refused
sed 's/"points": "100"/"points": "99"/' "$sound" >sum.json
run "$heng" lint sum.json
exits 1
out_like '^sum\.json:3:13: error: .*\[rubric\.points-sum, at /points\]$'
[ "$(wc -l <out)" = 2 ] || fail "one line and the count"
echo '{' >broken.json
refused 3 "$heng" lint broken.json
err_has 'json.'
refused 3 "$heng" lint "$facts"
err_has 'rubric.heng'
refused 3 "$heng" lint nowhere.json
refused 2 "$heng" lint guangzhou
refused 2 "$heng" lint -f xml $id

# a note alone is no failure
sed 's/"if filed and public then .*none\\""/"upper case(if filed then \\"full\\" else \\"part\\")"/' \
    "$sound" >note.json
works "$heng" lint note.json
out_has 'note: '

# the cause and the cure of each code
works "$heng" lint --explain rubric.points-sum
out_has 'Cause: the points of a branch are not those of its parts together'
works "$heng" lint --explain plan.unknown-key --language zh
out_like '^ *改法：'
works "$heng" lint --explain all -f md --language zh
out_has '## rubric.points-sum'
refused 2 "$heng" lint --explain band-gab
err_has 'did you mean "band-gap"?'
refused 2 "$heng" lint -f md "$sound"

finish
