#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng score and heng explain of a department with units.
source "$(dirname "$0")/check.sh"
rubric=$source/examples/units/rubric.json
department=$source/examples/units/facts.json

works "$heng" score -r "$rubric" "$department"
out_like '^总分 +100\.00 +76\.96 '
out_like '^单位失分$'
out_like '^  本级 +600 +60\.00% +≈2\.6416 '
out_like '^  乙研究院（虚构） +100 +10\.00% +0\.15 '
out_like '^  合计 +1000 +23\.04$'

# exact for machines, and the same bytes again
works "$heng" score -r "$rubric" -f json "$department"
out_has '"lost": "24831/9400"'
cp out sheet.json
works "$heng" verify sheet.json "$rubric" "$department"
sed 's|24831/9400|24831/9401|' sheet.json >wrong.json
run "$heng" verify wrong.json "$rubric" "$department"
exits 1
out_has '24831/9400'

works "$heng" explain -r "$rubric" "$department"
out_like '^单位失分$'
works "$heng" explain -r "$rubric" -f json "$department"
out_has '"standing": "left"'
works "$heng" explain -r "$rubric" -f md "$department"
out_like '^\| 合计 \| 1000 \|'

# what changed is told, and adds up
sed 's/"97%"/"90%"/; s/"255"/"285"/' "$department" >later.json
run "$heng" diff -r "$rubric" -f json "$department" later.json
exits 1
out_has '"where": "units"'
out_has '"where": "budget.executed"'
works "$heng" score -r "$rubric" -f json later.json
cp out later-sheet.json
run "$heng" diff sheet.json later-sheet.json
exits 1
out_like '^  预算执行率 '

# a test of a rubric may be a department
cat >tests.json <<END
{"heng": "tests/1", "rubric": "$rubric",
 "tests": [{"name": "made up", "facts_file": "$department", "expect": {"total": "76.96"}}]}
END
works "$heng" test tests.json
out_has '通过 1 个'

# a mistake in a unit has its place
sed 's/"72%"/"72 percent"/' "$department" >wrong.json
refused 3 "$heng" score -r "$rubric" wrong.json
err_like '^wrong\.json:[0-9]+:[0-9]+: error: .*at /units/0/data/assets/in_use'
refused 3 "$heng" score --partial -r "$rubric" "$department"
err_has '/units'
works "$heng" lint "$rubric"

# a rubric that says nothing of units scores the department's own, and says so
sed 's/"subject": {"name": "广州/"units": [{}], "subject": {"name": "广州/' "$facts" >units.json
run "$heng" score -r $id units.json
exits 0
out_has '所属单位的数据未汇总'

finish
