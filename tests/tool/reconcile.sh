#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng reconcile: what is found, its place, and the exit status.
source "$(dirname "$0")/check.sh"
claims=$source/examples/guangzhou-2023/claims.json

run "$heng" reconcile "$claims" "$facts"
exits 1
no_err
out_like 'claims\.json:40:17: error: “执行数.*，支出进度99\.81%”：写为 .* \[ratio-mismatch, at /claims/6/printed\]$'
out_like 'facts\.json:[0-9]+:[0-9]+: warning: .*4781\.90 ≠ 135\.50.* \[identity-mismatch, at /data/carry_over/closing\]$'
[ "$(wc -l <out)" = 4 ] || fail "three findings and their count"
run "$heng" reconcile --all "$claims" "$facts"
exits 1
out_has '增长 27.74%：27.74% 相符'

run "$heng" reconcile -f json - "$facts" <"$claims"
exits 1
out_has '"code": "ratio-mismatch"'
out_has '"expected": "99.09%"'
out_has '"figure": "budget.executed"'
out_has '"confirmed": ['

# a consistent report
echo '{"heng":"claims/1","language":"en","claims":[{"id":"a","text":"t","formula":"x / 4","printed":"50%"}]}' >a.json
echo '{"heng":"facts/1","data":{"x":2}}' >x.json
works "$heng" reconcile a.json x.json
out_is 'checked 1, wrong 0, not checked 0'

# figures are called as a rubric labels them
echo '{"heng":"rubric/1","id":"r","title":"r","points":"1","inputs":{"x":{"type":"number","label":"人数"}},"indicators":[{"id":"i","name":"I","points":"1","measure":"x","rule":{"kind":"proportional"}}]}' >labels.json
sed 's/50%/60%/' a.json >differs.json
run "$heng" reconcile differs.json x.json
exits 1
out_has 'printed 60%, and x ÷ 4 gives 50%'
run "$heng" reconcile -r ./labels.json differs.json x.json
exits 1
out_has 'printed 60%, and 人数 ÷ 4 gives 50%'
refused 3 "$heng" reconcile -r ./nowhere.json a.json x.json
refused 2 "$heng" reconcile -r nowhere a.json x.json
refused 3 "$heng" reconcile -r ./labels.json a.json nowhere.json

# what can't be used, with the name of the document it is in
echo '{"heng":"claims/1","claims":[{"id":"a"}]}' >bad.json
refused 3 "$heng" reconcile bad.json x.json
err_like '^bad\.json:1:30: error: .*\[claims\.missing-key, at /claims/0\]$'
refused 3 "$heng" reconcile a.json bad.json
err_like '^bad\.json:1:9: error: .*\[facts\.heng, at /heng\]$'
refused 3 "$heng" reconcile nowhere.json x.json
refused 2 "$heng" reconcile a.json
refused 2 "$heng" reconcile - -
refused 2 "$heng" reconcile -f xml a.json x.json

finish
