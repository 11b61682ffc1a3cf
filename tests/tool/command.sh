#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng itself, rubrics and rubric.
source "$(dirname "$0")/check.sh"

works "$heng" --version
[[ $out =~ ^heng\ [0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "--version is like heng 0.1.0"
works "$heng" --help
for subcommand in score explain rubrics rubric eval; do
    out_has "$subcommand"
    works "$heng" $subcommand --help
    works "$heng" --help
done
refused 2 "$heng"
err_has 'heng: error: '
refused 2 "$heng" no-such-command
refused 2 "$heng" --no-such-option

# the built-in rubrics: id and title, the titles aligned
works "$heng" rubrics
[ "$(wc -l <out)" -ge 4 ] || fail "there are four built-in rubrics"
cut -d' ' -f1 out >ids
sort -c ids || fail "ids are in alphabetical order"
column=$(awk '{ match($0, /^[^ ]+ +/); print RLENGTH }' out | sort -u | wc -l)
[ "$column" = 1 ] || fail "titles begin in one column"
refused 2 "$heng" rubrics surplus

# each of them is printed as it is in the source tree, and can be scored with
while read -r each; do
    works "$heng" rubric "$each"
    cmp -s out "$source/src/builtin/rubrics/$each.json" || fail "$each is printed as it is"
done <ids
refused 2 "$heng" rubric
refused 2 "$heng" rubric guangzhou
err_has "$id"

finish
