#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng verify: a sheet is a receipt.
source "$(dirname "$0")/check.sh"

"$heng" score -r $id -f json "$facts" >sheet.json
works "$heng" verify sheet.json $id "$facts"
out_like '^核对 [0-9]+ 项，有误 0 项，无法核对 0 项$'

# written otherwise, the same; the rubric from a file
"$heng" rubric $id >rubric.json
sed 's/": /" :\t/' "$facts" >same.json
works "$heng" verify sheet.json ./rubric.json same.json
out_like '^核对 [0-9]+ 项，有误 0 项，无法核对 0 项$'

# a score that was changed by hand is told, with its place
sed 's/"24.98"/"24.97"/' sheet.json >changed.json
run "$heng" verify changed.json $id "$facts"
exits 1
out_like '^changed\.json:[0-9]+:[0-9]+: effect\.overall: score: the sheet says "24\.97", and scoring gives "24\.98"$'
out_like '^核对 [0-9]+ 项，有误 1 项，无法核对 0 项$'
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
out_like 'effect\.other: .*scoring gives nothing'
out_like 'effect\.overall: the sheet lacks'

# other facts: the digest says so, and so do the scores
sed 's/"98%"/"97%"/' "$facts" >other.json
run "$heng" verify sheet.json $id other.json
exits 1
out_has 'facts: digest:'
out_like ' total: the sheet says "94\.25", and scoring gives "94\.'

# of many differences the first are told, and how many more there are
{ echo '{"heng": "sheet/1"'; seq -f ',"k%.0f": 1' 2000; echo '}'; } >many.json
run "$heng" verify many.json $id "$facts"
exits 1
out_like '^many\.json: 1[0-9]{3} more differences are not listed$'
[ "$(wc -l <out)" = 1002 ] || fail "a thousand, a line for the rest and the count"

# a newer or older library is no difference
sed 's/"library": "[^"]*"/"library": "heng 9.9.9"/' sheet.json >newer.json
works "$heng" verify newer.json $id "$facts"

refused 3 "$heng" verify "$facts" $id "$facts"
err_has 'sheet.heng'
refused 3 "$heng" verify sheet.json $id sheet.json
err_has 'facts.heng'
refused 3 "$heng" verify nowhere.json $id "$facts"
err_has 'nowhere.json'
refused 2 "$heng" verify - $id -
refused 2 "$heng" verify sheet.json guangzhou "$facts"

finish
