#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# heng form, and facts from the files that people have: what is refused, and which cell it names.
source "$(dirname "$0")/check.sh"

# facts from a table, whatever the file is called; the content decides
printf '编码,填报值\n@unit,万元\nstaff.actual,100\nstaff.establishment,100\nthree_public.budget,90\nthree_public.budget_last_year,100\nbudget.carried_in,0\nbudget.initial,"1,000"\nbudget.added,0\nbudget.unspent,0\n' >good.json
works "$heng" score -r hunan-unit-2018 good.json
out_has 32.00
works "$heng" score -r hunan-unit-2018 - <good.json
out_has 32.00
works "$heng" explain -r hunan-unit-2018 good.json

# all that is wrong is said at once, each with its place, in the rubric's language or the one asked
printf '编码,填报值\nstaff.actual,约99\nstaff.establishment,100\nstaff.others,1\nbudget.added,-5\nbudget.added,6\n' >bad.csv
refused 3 "$heng" score -r hunan-unit-2018 bad.csv
err_like '^bad\.csv:第2行第2列: error: .*约99'
err_like '^bad\.csv:第4行第1列: error: 评分标准中没有“staff.others” .*office\.form'
err_like '^bad\.csv:第5行第2列: error: '
err_like '^bad\.csv:第6行第1列: error: “budget.added”在表中出现两次'
refused 3 "$heng" score --language en -r hunan-unit-2018 bad.csv
err_like '^bad\.csv:row 4, column 1: error: the rubric has no figure "staff.others"'

printf '编码,填报值\nbudget.added,5\n' >unit.csv
refused 3 "$heng" score -r hunan-unit-2018 unit.csv
err_like '^unit\.csv:第2行第2列: error: .*@unit'

# a blank cell is asked for where it is needed
printf '编码,填报值\nstaff.actual,100\nstaff.establishment,\n' >blank.csv
refused 3 "$heng" score -r hunan-unit-2018 blank.csv
err_like '^blank\.csv:第3行第2列: error: 缺少.*（编制数） \(请填写此单元格\) \[facts\.missing\]$'

# files that are no forms
printf '%%PDF-1.7\n' >form.xlsx
refused 3 "$heng" score -r hunan-unit-2018 form.xlsx
err_like '^form\.xlsx: error: 这是 PDF.*\[office\.kind\]$'
printf 'a,b\n1,2\n' >other.csv
refused 3 "$heng" score -r hunan-unit-2018 other.csv
err_has 'heng form -r hunan-unit-2018'

# JSON stays JSON, whatever is wrong with it
printf '{"heng": "facts/1",\n' >cut.csv
refused 3 "$heng" score -r hunan-unit-2018 cut.csv
err_has json.

refused 2 "$heng" form -r hunan-unit-2018
err_has -o
if ! "$heng" form -r hunan-unit-2018 -o form.xlsx 2>err; then # a build without Office files
    grep -qF office.missing err || fail "a build without Office files says so"
    finish
    exit
fi

# the same bytes each time; a form of facts scores as they do
works "$heng" form -r $id -o a.xlsx "$facts"
works "$heng" form -r $id -o b.xlsx "$facts"
cmp a.xlsx b.xlsx || fail "the same facts give the same bytes"
works env LC_ALL=de_DE.UTF-8 "$heng" form -r $id -o c.xlsx "$facts"
cmp a.xlsx c.xlsx || fail "no locale is read"
"$heng" form -r $id -o - "$facts" >piped.xlsx
cmp piped.xlsx a.xlsx || fail "- is standard output"
works "$heng" score -r $id a.xlsx
out_has 94.25
works "$heng" form -r $id -o again.xlsx a.xlsx
cmp a.xlsx again.xlsx || fail "a form of a form is the same"
works "$heng" report -r $id a.xlsx
works "$heng" score --partial -r $id a.xlsx

# a blank one asks for its cells, and belongs to its rubric
works "$heng" form -r $id -o blank.xlsx
refused 3 "$heng" score -r $id blank.xlsx
err_like '^blank\.xlsx:填报!B8: error: 缺少'
err_like '^blank\.xlsx:评定!C3: error: .*\[facts\.assessed\]$'
refused 3 "$heng" score -r hunan-unit-2018 blank.xlsx
err_like '^blank\.xlsx:填报!B7: error: 这是评分标准 guangzhou-department-2023 的填报表'
works "$heng" form --language en -r $id -o en.xlsx
refused 3 "$heng" score --language en -r $id en.xlsx
err_like '^en\.xlsx:Fill in!B8: error: .*fill in this cell'

# facts that are wrong make no form
echo '{"heng": "facts/1", "data": {"assets": {"utilisation_rate": "x"}}}' >wrong.json
refused 3 "$heng" form -r $id -o no.xlsx wrong.json
[ ! -e no.xlsx ] || fail "a form that can't be filled is not written"
finish
