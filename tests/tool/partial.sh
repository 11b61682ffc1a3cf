#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng score --partial: what unknown facts leave open.
source "$(dirname "$0")/check.sh"

# nothing unknown: the score
works "$heng" score --partial -r $id "$facts"
out_like '^总分 +100\.00 +94\.25$'

# "?", null and an absent assessment
sed 's/"execution_rate": "99.97%"/"execution_rate": "?"/' "$facts" >one.json
works "$heng" score --partial -r $id one.json
out_like '^ *专项资金支出率 +15\.00 +\[0\.00, 15\.00\]$'
out_like '^总分 +100\.00 +\[79\.2[0-9], 94\.2[0-9]\]$'
out_like '^ +15  专项资金支出执行率（special\.execution_rate）$'
works "$heng" score --partial -f json -r $id one.json
out_has '"heng": "partial/1"'
out_has '"special.execution_rate": "0"'
cp out json
works "$heng" score --partial -f json -r $id - <one.json
cmp -s out json || fail "the same bytes from standard input"
works "$heng" score --partial -f md -r $id one.json
out_like '专项资金支出率 \| 15\.00 \| \\\[0\.00, 15\.00\\\]'

# without --partial a fact that is not known is an error
refused 3 "$heng" score -r $id one.json

# nothing known at all
printf '{"heng": "facts/1", "unit": "万元", "data": {}}' >empty.json
works "$heng" score --partial -r $id empty.json
out_like '^总分 +100\.00 +\[0\.00, 100\.00\]$'
out_like '^可能等级 优、良、中、差$'

# what is wrong is still wrong
sed 's/"99.97%"/"most"/' "$facts" >wrong.json
refused 3 "$heng" score --partial -r $id wrong.json
err_like '^wrong\.json:[0-9]+:[0-9]+: error: '
refused 2 "$heng" score --partial -f csv -r $id one.json
refused 3 "$heng" score --partial -r $id nowhere.json
sed 's/"data": {/"data": {"weather": "fine",/' one.json >more.json
refused 3 "$heng" score --partial --strict -r $id more.json
err_has weather

finish
