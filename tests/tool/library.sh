#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng library: list, search and check.
source "$(dirname "$0")/check.sh"
plan=$source/examples/guangzhou-2023/plan.json
library=$source/src/builtin/libraries/common-indicators.json

works "$heng" library list
out_like '^common-indicators  '

works "$heng" library search common-indicators 支出进度
out_like '^execution-rate  预算执行率 +budget\.executed / budget\.annual  \[published, active\]$'
works "$heng" library search -f json "$library" 结转
out_has '"code": "carry-over-rate"'
works "$heng" library search common-indicators 没有这个指标
no_out

works "$heng" library check common-indicators
no_out
works "$heng" library check "$library" "$plan"
out_like '^.*plan\.json：10项指标中有0项在指标库中$'
out_like '^未使用：execution-rate, '

sed 's/"预算控制率"/"预算 调整率"/' "$library" >twice.json
run "$heng" library check twice.json
exits 1
out_like '^twice\.json:[0-9]+:[0-9]+: warning: “预算调整率”与条目budget-control-rate“预算 调整率”重名 \[same-name, at /entries/12/name\]$'
run "$heng" library check -f json twice.json "$plan"
exits 1
out_has '"code": "same-name"'
out_has '"unmatched": ['

sed 's/budget\.added \/ budget\.initial/budget.added \/ budget.first/' "$library" >wrong.json
refused 3 "$heng" library check wrong.json
err_like '^wrong\.json:[0-9]+:[0-9]+: error: .*\[library\.expression, at /entries/11/definition\]$'
refused 3 "$heng" library check "$plan"
err_has 'library.heng'
refused 3 "$heng" library check "$library" "$library"
err_has 'plan.heng'
refused 3 "$heng" library check nowhere.json
refused 2 "$heng" library check common-indicator
refused 2 "$heng" library search common-indicators
refused 2 "$heng" library

finish
