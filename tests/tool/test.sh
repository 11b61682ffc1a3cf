#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng test: a rubric's own tests, what they reach, and the mutants that they notice.
source "$(dirname "$0")/check.sh"

# a tests document, whose facts stand in a file beside it
works "$heng" test "$source/examples/tests/guangzhou-what-if.json"
out_has '测试：通过 4 个，未通过 0 个'
out_like '^覆盖：'
works "$heng" test --no-coverage "$source/examples/tests/guangzhou-what-if.json"
[ "$(wc -l <out)" = 2 ] || fail "two lines"
works "$heng" test -f json "$source/examples/tests/guangzhou-what-if.json"
out_has '"passed": true'

# a built-in rubric, and a rubric file, by their own tests
works "$heng" test --mutate hunan-unit-2018
out_like '变异：[0-9]+ 个，发现 [0-9]+，存活 0'
"$heng" rubric hunan-unit-2018 >rubric.json
works "$heng" test rubric.json

# one wrong expectation is a finding
sed 's/"total": "16"/"total": "15"/' rubric.json >wrong.json
run "$heng" test wrong.json
exits 1
out_like '^未通过：.*（[0-9]+:[0-9]+）$'
out_has '总分：应为 15，得到 16.00'

# and so is a mutant that no test notices
cat >thin.json <<'END'
{"heng": "tests/1", "rubric": "./rubric.json", "tests": [
 {"name": "no staff", "facts": {"staff.actual": 1}, "expect": {"error": "staff.establishment"}}]}
END
works "$heng" test thin.json
run "$heng" test --mutate thin.json
exits 1
out_like '^存活：'
works "$heng" test - <rubric.json

# what can't be used
sed 's/"like"/"lik"/' rubric.json >misspelt.json
refused 3 "$heng" test misspelt.json
err_like '^misspelt\.json:[0-9]+:[0-9]+: error: .*是否想写“like”？.*tests\.unknown-key, at /tests/1/lik'
refused 3 "$heng" test "$facts"
err_has 'tests.heng'
refused 3 "$heng" test nowhere.json
err_has 'nowhere.json'
refused 2 "$heng" test hunan-unit
err_has 'hunan-unit-2018'
refused 2 "$heng" test -f csv rubric.json
sed 's/rubric\.json/gone.json/' thin.json >gone-rubric.json
refused 3 "$heng" test gone-rubric.json
err_like '^gone-rubric\.json:1:[0-9]+: error: .*gone\.json'
mkdir folder
cp gone-rubric.json folder/tests.json
echo '{' >folder/gone.json
refused 3 "$heng" test folder/tests.json
err_like '^folder/(\./)?gone\.json:2:1: error: '

finish
