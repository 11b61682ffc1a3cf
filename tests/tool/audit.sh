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
[ "$(wc -l <out)" = 4 ] || fail "four findings"

run "$heng" audit -r project-2020 -f json - <"$forms/hubei-ezhou-2019.json"
exits 1
out_has '"code": "weights-not-100"'
out_has '"expected": "5.96"'
out_has '"recomputed"'

# nothing is found, and notes alone are no failure
works "$heng" audit -r project-2020 "$forms/hubei-changjiang-2020.json"
no_out
works "$heng" audit -r "$forms/hubei-project-2020.json" "$forms/hubei-changjiang-2020.json"
no_out
works "$heng" audit -r project-2020 "$forms/xuancheng-narcotics-2021.json"
out_like ' note: .*\[far-above-target'

echo '{' >broken.json
refused 3 "$heng" audit -r project-2020 broken.json
err_has 'json.'
refused 3 "$heng" audit -r project-2020 "$source/src/rubrics/project-2020.json"
err_has 'facts.heng'
refused 3 "$heng" audit -r project-2020 nowhere.json
refused 2 "$heng" audit -r nothing broken.json
refused 2 "$heng" audit -r project-2020 -f xml broken.json
refused 2 "$heng" audit broken.json
refused 2 "$heng" audit -r - -

finish
