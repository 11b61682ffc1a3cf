#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng verify: a sheet is a receipt.
source "$(dirname "$0")/check.sh"

"$heng" score -r $id -f json "$facts" >sheet.json
works "$heng" verify sheet.json $id "$facts"
out_like '^核对[0-9]+项，有误0项，无法核对0项$'

# written otherwise, the same; the rubric from a file
"$heng" rubric $id >rubric.json
sed 's/": /" :\t/' "$facts" >same.json
works "$heng" verify sheet.json ./rubric.json same.json
out_like '^核对[0-9]+项，有误0项，无法核对0项$'

# a score that was changed by hand is told, with its place
sed 's/"24.98"/"24.97"/' sheet.json >changed.json
run "$heng" verify changed.json $id "$facts"
exits 1
out_like '^changed\.json:[0-9]+:[0-9]+: effect\.overall：得分：评分表写 "24\.97"，重评为 "24\.98"$'
out_like '^核对[0-9]+项，有误1项，无法核对0项$'
[ "$(wc -l <out)" = 2 ] || fail "one line and the count"

run "$heng" verify -f json changed.json $id "$facts"
exits 1
out_has '"heng": "verify/1"'
out_has '"pointer": "/items/1/score"'
out_has '"expected": "\"24.98\""'

# an item too many, and one too few
sed 's/"id": "effect\.overall",/"id": "effect.other",/' sheet.json >renamed.json
run "$heng" verify renamed.json $id "$facts"
exits 1
out_like 'effect\.other：.*重评没有这一项'
out_like 'effect\.overall：评分表中没有'

# other facts: the digest says so, and so do the scores
sed 's/"98%"/"97%"/' "$facts" >other.json
run "$heng" verify sheet.json $id other.json
exits 1
out_like '^sheet\.json: 评分表写出之后，事实改动过$'
[ "$(head -1 out)" = 'sheet.json: 评分表写出之后，事实改动过' ] || fail 'what explains the rest comes first'
out_has '事实：校验值：'
out_like ' 总分：评分表写 "94\.25"，重评为 "94\.'

# of many differences the first are told, and how many more there are
{ echo '{"heng": "sheet/1"'; seq -f ',"k%.0f": 1' 2000; echo '}'; } >many.json
run "$heng" verify many.json $id "$facts"
exits 1
out_like '^many\.json: 另有 1[0-9]{3} 处不同未列出$'
[ "$(wc -l <out)" = 1002 ] || fail "a thousand, a line for the rest and the count"

# a newer or older library is no difference
sed 's/"library": "[^"]*"/"library": "heng 9.9.9"/' sheet.json >newer.json
works "$heng" verify newer.json $id "$facts"

# the language of its sentences is no difference; that of the report is asked for
works "$heng" verify --language en sheet.json $id "$facts"
out_like '^checked [0-9]+, wrong 0, '
"$heng" score --language en -r $id -f json "$facts" >english.json
works "$heng" verify english.json $id "$facts"
run "$heng" verify --language en changed.json $id "$facts"
out_like 'effect\.overall: score: the sheet says "24\.97", and scoring gives "24\.98"$'

# another rubric is said before what follows from it
"$heng" rubric $id | sed 's/"id": "guangzhou-department-2023"/"id": "another"/' >another.json
run "$heng" verify sheet.json ./another.json "$facts"
exits 1
[ "$(head -1 out)" = 'sheet.json: 评分表用的是另一份评分标准："guangzhou-department-2023"，不是 "another"' ] ||
    fail "another rubric is said first"

refused 3 "$heng" verify "$facts" $id "$facts"
err_has 'sheet.heng'
refused 3 "$heng" verify sheet.json $id sheet.json
err_has 'facts.heng'
refused 3 "$heng" verify nowhere.json $id "$facts"
err_has 'nowhere.json'
refused 2 "$heng" verify - $id -
refused 2 "$heng" verify sheet.json guangzhou "$facts"

finish
