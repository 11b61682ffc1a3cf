#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng schema: the schemas as they stand in the source, and what there is none of.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"

schemas=("$source"/src/schemas/*.schema.json)
works "$heng" schema
[ "$(wc -l <out)" = "${#schemas[@]}" ] || fail "a line a schema"
for file in "${schemas[@]}"; do
    out_like "^$(basename "$file" .schema.json)/1\$"
done

for file in "${schemas[@]}"; do
    kind=$(basename "$file" .schema.json)
    for name in "$kind" "$kind/1"; do
        works "$heng" schema "$name"
        cmp -s out "$file" || fail "it prints $file"
    done
done

refused 2 "$heng" schema rubrc
err_has 'there is no schema of "rubrc"'
err_has 'did you mean "rubric"?'
refused 2 "$heng" schema rubric/2
refused 2 "$heng" schema rubric facts

finish
