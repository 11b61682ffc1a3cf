#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# --language on every command: else the rubric's, else the document's, else English.
source "$(dirname "$0")/check.sh"
chinese() { grep -qP '[\x{4e00}-\x{9fff}]' "$1"; }
speaks() { # zh|en out|err
    if [ "$1" = zh ]; then chinese "$2" || fail "$2 is Chinese"; else
        ! chinese "$2" || fail "$2 is English"; fi
}

# another language is wrong usage
for command in score explain lint audit reconcile test batch eval diff verify report monitor \
    decide schema rubric rubrics policies policy "plan check" "plan facts" "library list"; do
    refused 2 "$heng" $command --language de
    err_has '--language'
done

# before any document is read: English, or as the command line says
refused 3 "$heng" score -r $id none.json
speaks en err
refused 3 "$heng" score --language zh -r $id none.json
err_has '无法读取'
refused 2 "$heng" score -r no-such-rubric none.json
err_has 'there is no built-in rubric'
refused 2 "$heng" score --language zh -r no-such-rubric none.json
err_has '没有内置的评分标准'
refused 2 "$heng" explain --language zh -f pdf -r $id none.json
err_has '没有格式“pdf”'

# facts: the rubric's language
echo '{"heng": "facts/1", "data": {}' >open.json
refused 3 "$heng" score -r $id open.json
err_has '文件结束时，第 1 行第 1 列开始的对象还没有结束'
refused 3 "$heng" score --language en -r $id open.json
err_has 'the text ends inside the object that begins at line 1, column 1'
echo '{"heng": "facts/1", "subjct": {}, "data": {}}' >misspelt.json
refused 3 "$heng" score -r $id misspelt.json
err_has '“subjct”不是事实文件的键 (是否想写“subject”？可选：heng、subject、'
refused 3 "$heng" score --language en -r $id misspelt.json
err_has '"subjct" is not a key of a facts document (did you mean "subject"? One of heng, subject,'
echo '{"heng": "facts/1", "unit": "万元", "data": {}}' >missing.json
refused 3 "$heng" score -r $id missing.json
err_has '缺少事实“'
refused 3 "$heng" score --language en -r $id missing.json
err_like 'the fact ".*" .*is missing \(add it to "data"\)'
run "$heng" batch -r $id --language en - < <(tr -d '\n' <missing.json)
out_like '"message":"the fact'

# a rubric: its own language
cat >rubric.json <<'JSON'
{"heng": "rubric/1", "id": "a", "title": "t", "language": "zh", "points": "9",
 "indicators": [{"id": "x", "name": "x", "points": "10", "rule": {"kind": "assessed"}}]}
JSON
refused 3 "$heng" score -r ./rubric.json missing.json
err_has '评分标准为 9 分，而其下各指标合计 10 分'
refused 3 "$heng" score --language en -r ./rubric.json missing.json
err_has 'the rubric has 9 points, but its indicators have 10 together'
sed 's/"zh"/"en"/' rubric.json >english.json
refused 3 "$heng" score -r ./english.json missing.json
speaks en err
run "$heng" lint rubric.json
out_has '评分标准为 9 分'
run "$heng" lint --language en rubric.json
out_has 'the rubric has 9 points'

# what was scored, explained, audited and reconciled
works "$heng" score -r $id "$facts"
speaks zh out
works "$heng" score --language en -r $id -f json "$facts"
out_like '"why": "[^"]*[a-z]+ '
works "$heng" explain --language en -r $id "$facts"
out_like 'point'
form=$source/examples/audit/hubei-ezhou-2019.json
run "$heng" audit -r project-2020 "$form"
out_has '填6分'
run "$heng" audit --language en -r project-2020 "$form"
out_like 'prints|printed'
run "$heng" reconcile --language en "$source/examples/guangzhou-2023/claims.json" "$facts"
out_like 'printed .*gives'
run "$heng" plan check --language en "$source/examples/guangzhou-2023/plan.json"
run "$heng" monitor --language zh --policy province-thresholds \
    "$source/examples/guangzhou-2023/progress.json"
speaks zh out
finish
