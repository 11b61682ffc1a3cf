#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng audit: what is found, its place, and the exit status.
source "$(dirname "$0")/check.sh"
forms=$source/examples/audit

run "$heng" audit -r project-2020 "$forms/hubei-ezhou-2019.json"
exits 1
no_err
out_like '^.*hubei-ezhou-2019\.json:[0-9]+:[0-9]+: error: .*60%.*5\.96.* \[score-from-rounded-rate, at /published/scores/execution\]$'
out_like 'error: .*90.*96.*预算执行率.* \[total-mismatch, at /published/total\]$'
out_has '核对10项，有误4项，无法核对0项'
[ "$(wc -l <out)" = 5 ] || fail "four findings and their count"

run "$heng" audit -r project-2020 -f html "$forms/hubei-ezhou-2019.json"
out_like '^<title>.*年度自评表核对</title>'
out_like '<td[^>]*>[^<]*60%[^<]*</td><td[^>]*>错误</td><td[^>]*>[0-9]+</td>'
! grep -q 'json' out || fail "a page for people names no file"
run "$heng" audit -r project-2020 -f json - <"$forms/hubei-ezhou-2019.json"
exits 1
out_has '"code": "weights-not-100"'
out_has '"expected": "5.96"'
out_has '"recomputed"'

# nothing is found, and notes alone are no failure
works "$heng" audit -r project-2020 "$forms/hubei-changjiang-2020.json"
out_is '核对7项，有误0项，无法核对0项'
works "$heng" audit -r "$forms/hubei-project-2020.json" "$forms/hubei-changjiang-2020.json"
out_is '核对7项，有误0项，无法核对0项'
works "$heng" audit -r project-2020 "$forms/xuancheng-narcotics-2021.json"
out_like ' note: .*\[far-above-target'

# units convert, and what can't be compared is said so
row() { # name, target, actual, published
    echo "{\"name\": \"$1\", \"direction\": \">=\", \"target\": \"$2\", \"actual\": \"$3\","
    echo " \"points\": \"10\", \"published\": \"$4\", \"reason\": \"r\"}"
}
{
    echo '{"heng": "facts/1", "unit": "万元", "data": {"budget": {"annual": "5,000",'
    echo '"executed": "3,500万元"}, "targets": ['
    row money 1.2亿元 9000万元 7.5
    echo ,
    row missed 1万元 9000元 10
    echo ,
    row days 8天 1周 8.75
    echo ,
    row kinds 5场 98% 10
    echo ']}, "published": {"scores": {"execution": "7"}, "complete": false}}'
} >units.json
run "$heng" audit -r project-2020 units.json
exits 1
out_like '“kinds”.* \[units-not-comparable, at /data/targets/3/actual\]$'
out_like '“missed”.*\[missed-not-by-rule'
grep -qE '“(money|days)”|/published/scores/execution|actual-not-a-number' out &&
    fail "figures with units and separators are read"
# where nothing at all can be checked, that is no success
echo '{"heng":"facts/1","data":{}}' >silent.json
run "$heng" audit -r project-2020 silent.json
exits 1
out_like 'note: .* \[not-checked\]$'
out_has '核对0项，有误0项，无法核对0项'

# keys that nothing reads are told, with the one that was meant
cat >misspelt.json <<'EOF'
{"heng": "facts/1", "data": {}, "publishd": {},
 "published": {"scors": {"execution": "9"}, "totl": "90"}}
EOF
run "$heng" audit -r project-2020 misspelt.json
exits 1
out_like 'error: .*“publishd”.*“published”.* \[unknown-key, at /publishd\]$'
out_like 'error: .*“scors”.*“scores”.* \[unknown-key, at /published/scors\]$'
out_like 'error: .*“totl”.*“total”.* \[unknown-key, at /published/totl\]$'

echo '{' >broken.json
refused 3 "$heng" audit -r project-2020 broken.json
err_has 'json.'
refused 3 "$heng" audit -r project-2020 "$source/src/builtin/rubrics/project-2020.json"
err_has 'facts.heng'
refused 3 "$heng" audit -r project-2020 nowhere.json
refused 2 "$heng" audit -r nothing broken.json
refused 2 "$heng" audit -r project-2020 -f xml broken.json
refused 2 "$heng" audit broken.json
refused 2 "$heng" audit -r - -

finish
