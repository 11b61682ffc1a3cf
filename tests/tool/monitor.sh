#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng monitor, decide, policies and policy: what is warned of and decided, and the exit status.
source "$(dirname "$0")/check.sh"
made_up=$source/examples/cycle
seed=$source/examples/guangzhou-2023

works "$heng" policies
out_like '^guangzhou-2023  '
out_like '^province-thresholds  '
works "$heng" policy province-thresholds
out_has '"heng": "policy/1"'
refused 2 "$heng" policy province
err_has 'policy.not-found'

# what the report prints: its progress is 99.09 %, and no threshold is printed to warn by
works "$heng" monitor --policy "$seed/policy.json" "$seed/progress.json"
out_has '支出进度≈99.0934%'
out_has '红0、黄0、绿1'
works "$heng" decide --policy "$seed/policy.json" --progress "$seed/progress.json"
out_has '部门整体支出：继续执行'

# the made-up example: the average execution rate, and a warning at the end of June
works "$heng" monitor --policy province-thresholds "$made_up/progress.json"
out_has '平均执行率111.63%'
run "$heng" monitor --policy province-thresholds --as-of 2023-06-30 "$made_up/progress.json"
exits 1
out_has '支出进度10%，低于2023-06-30起应达到的40%；再支出30万元即可解除［支出：红］'
run "$heng" monitor --policy province-thresholds --as-of 2023-06-30 -f json "$made_up/progress.json"
exits 1
out_has '"money": "30"'
out_has '"level": "red"'
out_has '"clean": false'

run "$heng" decide --policy guangzhou-2023 --progress "$made_up/progress.json" \
    --scores "$made_up/scores.json" --as-of 2023-06-30
exits 1
out_has '论坛（虚构）：暂缓拨付，项目经费支出进度滞后；尚未支出90万元'
out_has '规则“项目经费支出进度滞后”成立：支出进度为10%、预算数为100万元、支出数为10万元、支出预警为红'
out_has '等级中：适当压减，下年预算不超过80万元'
run "$heng" decide --policy guangzhou-2023 --progress "$made_up/progress.json" -f json \
    --as-of 2023-06-30
exits 1
out_has '"decision": "defer"'
out_has '"rule": "spending-behind"'

# of a project without entries nothing is known: neither green nor "continue"
cat >silent.json <<'END'
{"heng": "progress/1", "subject": {"name": "n", "year": 2023}, "unit": "万元", "as_of": "2023-07-01",
 "projects": [{"id": "p", "name": "p", "budget": "100", "entries": []}]}
END
run "$heng" monitor --policy province-thresholds silent.json
exits 1
out_has '红0、黄0、绿0、无数据1'
out_has '［无数据］p：'
run "$heng" monitor --policy province-thresholds -f json silent.json
exits 1
out_has '"level": "no-data"'
out_has '"no_data": 1'
run "$heng" decide --policy guangzhou-2023 --progress silent.json
exits 1
out_has 'p：未能决定'
out_has '截至2023-07-01进度数据不足'
run "$heng" decide --policy guangzhou-2023 --progress silent.json -f json
out_has '"decision": null'

# what is all but spent at the end of the year is not deferred
works "$heng" decide --policy guangzhou-2023 --progress "$made_up/progress.json"
out_has '平台建设（虚构）：继续执行'

# what may be wrong with a policy is told with what it decides
sed 's/month >= 10/month > 12/' \
    "$source/src/builtin/policies/guangzhou-2023.json" >never.json
run "$heng" decide --policy ./never.json --progress "$made_up/progress.json"
out_like '^guangzhou-2023:[0-9]+:[0-9]+: warning: 规则“未及时启动科研项目或开展科研活动”永远不会成立 \[rule-never, at /decisions/1/when\]$'

# what can't be used
refused 2 "$heng" monitor "$made_up/progress.json"
refused 2 "$heng" monitor --policy nowhere "$made_up/progress.json"
refused 3 "$heng" monitor --policy province-thresholds nowhere.json
refused 3 "$heng" monitor --policy "$made_up/progress.json" "$made_up/progress.json"
err_has 'policy.heng'
refused 2 "$heng" monitor --policy province-thresholds --as-of 2024-01-01 "$made_up/progress.json"
err_has 'progress.as-of'
sed 's/"spent": "400"/"spent": "-400"/' "$made_up/progress.json" >wrong.json
refused 3 "$heng" monitor --policy province-thresholds wrong.json
err_like '^wrong\.json:20:41: error: .*\[progress\.number, at /projects/0/entries/1/spent\]$'
sed 's/, *"priority": [0-9]*//; /"priority": [0-9]*,/d' \
    "$source/src/builtin/policies/guangzhou-2023.json" >conflict.json
refused 3 "$heng" decide --policy ./conflict.json --progress "$made_up/progress.json"
err_has 'policy.conflict'
err_has '同时成立'

finish
