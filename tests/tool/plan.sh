#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng plan check: what is found, its place, and the exit status.
source "$(dirname "$0")/check.sh"
plan=$source/examples/guangzhou-2023/plan.json

run "$heng" plan check "$plan"
exits 1
no_err
out_like '^.*/plan\.json:[0-9]+:[0-9]+: warning: 指标“引领产业发展，推动高新技术产业发展，培育壮大科技创新型企业”重复列出：.* \[indicator-twice, at /indicators/4/name\]$'
out_like '^量化指标：科技创新发展专项资金（1级），据声明：9项，其中量化6项，占66\.67%$'

run "$heng" plan check -f json - <"$plan"
exits 1
out_has '"code": "indicator-twice"'
out_has '"share": "66.67%"'
out_has '"exact": "2/3"'

# notes alone are no failure, and a library is matched
cat >small.json <<'END'
{"heng": "plan/1", "id": "p", "title": "t", "subject": {"name": "n", "year": 2023}, "unit": "元", "language": "en",
 "indicators": [{"id": "i", "name": "支出进度", "category": "成本", "direction": ">=", "target": "95%"}],
 "adjustments": [{"id": "a", "date": "2023-09-30", "approved": "2023-10-01", "indicator": "i", "field": "target", "from": "95%", "to": "90%", "reason": "r"}]}
END
works "$heng" plan check --library common-indicators small.json
no_err
run "$heng" plan check --library common-indicators --latest 09-30 small.json
exits 1
out_like '^small\.json:3:64: warning: approved on 2023-10-01, after 2023-09-30, the last day for adjustments \[adjustment-late, at /adjustments/0/approved\]$'
run "$heng" plan check --policy guangzhou-2023 small.json
exits 1
out_has 'approved on 2023-10-01, after 2023-09-30, the last day for adjustments'
works "$heng" plan check --policy guangzhou-2023 --latest 10-01 small.json
refused 2 "$heng" plan check --policy guangzhou small.json
refused 3 "$heng" plan check --policy ./small.json small.json
err_has 'policy.heng'
run "$heng" plan check --outcome-known 2023-10-01 small.json
exits 1
out_has 'adjustment-after-outcome'
sed 's/"支出进度"/"无此指标"/' small.json >unmatched.json
works "$heng" plan check --library common-indicators unmatched.json
out_has 'not-in-library'

# scored by the targets in force on a day
sed 's/"支出进度"/"全市技术合同成交额"/; s/"95%"/"100%"/g; s/"90%"/"98%"/' small.json >goals.json
works "$heng" score -r $id --plan goals.json "$facts"
out_has 'the target in force on 2023-12-31 is 98%, in the place of 100%; approved on 2023-10-01: from 100% to 98% (r)'
out_like '^      全市技术合同成交额 .* 100\.00%'
works "$heng" score -r $id --plan goals.json --at 2023-09-30 "$facts"
out_has 'the target in force on 2023-09-30 is 100%'
out_like '^      全市技术合同成交额 .* 98\.00%'
works "$heng" explain -r $id --plan goals.json -f json "$facts"
out_has '"in_force": ['
works "$heng" plan facts -r $id goals.json "$facts"
cp out in-force.json
works "$heng" score -r $id -f json in-force.json
cp out sheet.json
works "$heng" verify sheet.json $id in-force.json
grep -q '"x-in-force":\["全市技术合同成交额' in-force.json || fail 'the note is in the facts'
refused 2 "$heng" plan facts -r $id --at 31-12 goals.json "$facts"
refused 2 "$heng" score -r $id --at 2023-09-30 "$facts"
refused 2 "$heng" score -r $id --plan goals.json --at 2023-13-01 "$facts"
refused 2 "$heng" score -r $id --plan goals.json --partial "$facts"
refused 3 "$heng" score -r $id --plan "$facts" "$facts"
err_has 'plan.heng'

# a target is counted in the unit of the facts, and another direction is told
cat >units-rubric.json <<'END'
{"heng": "rubric/1", "id": "t", "title": "t", "points": "100", "language": "en",
 "inputs": {"rows": {"type": "list", "of": "target"}},
 "indicators": [{"id": "t", "name": "t", "points": "100",
  "rule": {"kind": "targets", "rows": "rows", "weights": "equal"}}]}
END
cat >units-plan.json <<'END'
{"heng": "plan/1", "id": "p", "title": "t", "subject": {"name": "n", "year": 2023}, "unit": "万元", "language": "en",
 "indicators": [{"id": "i", "name": "成交额", "category": "数量", "direction": ">=", "target": "2600", "unit": "亿元"}]}
END
cat >units-facts.json <<'END'
{"heng": "facts/1", "subject": {"name": "n", "year": 2023},
 "data": {"rows": [{"name": "成交额", "direction": ">=", "target": "26000000", "actual": "13000000", "unit": "万元"}]}}
END
works "$heng" score -r ./units-rubric.json --plan units-plan.json units-facts.json
out_like '^total +100\.00 +50\.00 '
out_has 'the target in force on 2023-12-31 is 2600 亿元 (26000000 万元)'
sed 's/">="/"<="/' units-plan.json >other-way.json
works "$heng" score -r ./units-rubric.json --plan other-way.json units-facts.json
out_like '^total +100\.00 +50\.00 '
out_has 'the direction is <= in the plan and >= in the facts'
sed 's/2023/2022/' units-facts.json >other-year.json
works "$heng" score -r ./units-rubric.json --plan units-plan.json other-year.json
out_has 'the plan is of 2023, and the facts are of 2022'
works "$heng" explain -r ./units-rubric.json --plan units-plan.json other-year.json
out_has 'the plan is of 2023, and the facts are of 2022'

refused 2 "$heng" plan
refused 2 "$heng" plan check
refused 2 "$heng" plan check --latest 31-12 small.json
err_has 'plan.latest'
refused 2 "$heng" plan check --library common-indicator small.json
err_has 'common-indicators'
refused 3 "$heng" plan check nowhere.json
refused 3 "$heng" plan check "$facts"
err_has 'plan.heng'
sed 's/"元"/"千元"/' small.json >unit.json
refused 3 "$heng" plan check unit.json
err_like '^unit\.json:1:[0-9]+: error: unknown unit of money'

finish
