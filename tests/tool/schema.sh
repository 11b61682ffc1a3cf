#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng schema: the schema and the reference page of each kind, and what there is none of.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

works "$heng" schema
mapfile -t kinds <out
[ "${#kinds[@]}" = "8" ] || fail "a line a kind"

for kind in "${kinds[@]}"; do
    works "$heng" schema "$kind"
    out_has "\"urn:heng:schema:${kind/\//:}\""
    cp out whole
    works "$heng" schema "${kind%/1}"
    cmp -s out whole || fail "$kind by its shorter name"
done

works "$heng" schema -f md claims
out_like '^# claims/1$'
out_has '| **claims** | yes | list of: object claim | Claims (数字) |'
out_has 'Unless "kind" is "identity": needs "printed".'

refused 2 "$heng" schema rubrc
err_has 'there is no schema of "rubrc"'
err_has 'did you mean "rubric"?'
refused 2 "$heng" schema -f md rubrc
err_has 'did you mean "rubric"?'
refused 2 "$heng" schema rubric/2
refused 2 "$heng" schema rubric facts

finish
