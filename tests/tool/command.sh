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

# what is wrong is said in both languages, with the nearest name and an example of the same command
refused 2 "$heng" scor
err_has 'there is no command "scor"; did you mean "score"?'
refused 2 "$heng" plan chek --language zh
err_has '没有命令“chek”；是否想写“check”？'
refused 2 "$heng" score -r $id --formt json facts.json
err_has 'heng score has no option --formt; did you mean "--format"?'
err_has 'Example: heng score -r guangzhou-department-2023 facts.json'
err_has 'Try: heng score --help'
refused 2 "$heng" score -r $id --formt json --language zh facts.json
err_has 'heng score 没有选项 --formt；是否想写“--format”？'
err_has '示例：heng score'
refused 2 "$heng" score --language zh facts.json
err_has 'heng score 须有 --rubric'
refused 2 "$heng" lint --language zh
err_has 'heng lint 须有 RUBRIC'
refused 2 "$heng" audit -r $id --language zh -f pdf facts.json
err_has '--format 可取 text、json、html，不能是“pdf”'
refused 2 "$heng" batch -r $id -j 0 --language=zh facts.jsonl
err_has '--threads 取 1 至 256 的整数，不能是“0”'
refused 2 "$heng" score --language zh -r '' facts.json
err_has '--rubric 的值是空的'
refused 2 "$heng" score --language zh -r
err_has '--rubric 须有值'
refused 2 "$heng" score --language zh -f json -f text -r $id facts.json
err_has '--format 只取一个值，却给了 2 个'
refused 2 "$heng" report --language zh -r $id --policy province-thresholds facts.json
err_has '用 --policy 须同时用 --progress'
refused 2 "$heng" rubrics --language zh surplus
err_has 'heng rubrics 不再接受“surplus”'

# the example of each command is its own, and runs
cp "$facts" facts.json
cp facts.json later.json
cp "$source"/examples/guangzhou-2023/{plan,claims,progress}.json .
"$heng" rubric $id >rubric.json
tr -d '\n' <facts.json >facts.jsonl
"$heng" score -r $id -f json facts.json >sheet.json
commands=$("$heng" --help | sed -n 's/^  \([a-z]*\)  .*/\1/p')
for command in $commands "plan check" "plan facts" "library list" "library search" "library check"; do
    example=$("$heng" $command --help | sed -n 's/^Example: //p')
    [[ $example == "heng $command"* ]] || fail "heng $command has an example: $example"
    run bash -c "${example/heng/\"\$0\"}" "$heng"
    if [ "$command" = form ] && [ "$status" = 3 ]; then
        err_has '[office.missing]' # a build without the packages of Excel and Word says so
        continue
    fi
    [ "$status" -le 1 ] || fail "$example runs"
done

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
