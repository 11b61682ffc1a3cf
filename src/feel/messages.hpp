// SPDX-License-Identifier: Apache-2.0
//
// All that is said of an expression that can't be used, in English and in Chinese.
//
//     refuse(codes::type, place, say::due(type.phrase(), say::a_number), say::hint_aggregate);
//
// A sentence says what was found and what is due, without a full stop; a hint what to write. The
// blanks {0}, {1} … are names, pieces of the expression, or phrases from here. Why a function is
// not evaluated stands in builtin.cpp, with its name.
#pragma once

#include "base/text/messages.hpp"

namespace heng::detail::feel::say {

using text::Sentence;

// --- what stands where: "{found} where {expected} is expected"
// ------------------------------------

inline constexpr Sentence stands{"{0} stands where {1} is expected", "此处应为{1}，却遇到{0}"};
inline constexpr Sentence ends{"the expression ends where {0} is expected",
                               "表达式到此结束，此处还应有{0}"};
inline constexpr Sentence number_found{"the number {0}", "数 {0}"};
inline constexpr Sentence text_found{"the text {0}", "文本 {0}"};
inline constexpr Sentence word_found{"the word '{0}'", "词“{0}”"};
inline constexpr Sentence sign_found{"'{0}'", "“{0}”"};

inline constexpr Sentence value{"a value", "值"};
inline constexpr Sentence name{"a name", "名称"};
inline constexpr Sentence word{"'{0}'", "“{0}”"};
inline constexpr Sentence or_word{"'{0}' or '{1}'", "“{0}”或“{1}”"};
inline constexpr Sentence operator_or_end{"an operator or the end of the expression",
                                          "运算符或表达式的结尾"};
inline constexpr Sentence comma_or_end{"',' or the end of the tests", "“,”或条件的结尾"};
inline constexpr Sentence range_end{"']', ')' or '[' (the end of the range)",
                                    "“]”、“)”或“[”（区间的结尾）"};
inline constexpr Sentence variable_in{"the name of a variable, then 'in'", "变量名，其后写 in"};
inline constexpr Sentence entry_name{"the name of an entry, then ':'", "条目名，其后写“:”"};
inline constexpr Sentence date_in_quotes{"a date or duration in \"…\"",
                                         "写在 \"…\" 中的日期或时长"};
inline constexpr Sentence unnamed_argument{"a value: either all arguments are named or none",
                                           "值：参数要么全部写名，要么全不写名"};
inline constexpr Sentence named_argument{"a name and ':': either all arguments are named or none",
                                         "参数名和“:”：参数要么全部写名，要么全不写名"};

inline constexpr Sentence empty{"the expression is empty", "表达式是空的"};
inline constexpr Sentence hint_empty{"write a value, such as 1, or the name of an input",
                                     "请写一个值，如 1，或某个输入项的名称"};
inline constexpr Sentence no_else{"the 'if' has no 'else'", "if 缺少 else"};
inline constexpr Sentence hint_else{"write 'else' and a value here, such as else 0",
                                    "请在此处补上 else 和值，如 else 0"};
inline constexpr Sentence hint_close{"the '{1}' of '{0}' is not closed", "“{0}”中的“{1}”没有闭合"};
inline constexpr Sentence closes_nothing{"this '{0}' closes nothing", "这个“{0}”没有配对的左括号"};
inline constexpr Sentence hint_surplus{"leave it out, or write '{0}' where it should begin",
                                       "请删去，或在应开始处补上“{0}”"};
inline constexpr Sentence hint_close_first{"close the '{0}' before it with '{1}'",
                                           "请先用“{1}”闭合前面的“{0}”"};
inline constexpr Sentence foreign{"there is no '{0}' in an expression", "表达式中没有“{0}”"};
inline constexpr Sentence foreign_quote{"a text does not begin with {0}", "文本不以 {0} 开头"};
inline constexpr Sentence separated{"a number has no separators: {0}", "数字中不加分隔符：{0}"};

// --- what to write instead -------------------------------------------------------------------

inline constexpr Sentence write{"write {0}", "请写 {0}"};
inline constexpr Sentence write_or{"write {0} or {1}", "请写 {0} 或 {1}"};
inline constexpr Sentence write_word{"write '{0}'", "请写 {0}"};
inline constexpr Sentence write_ascii{"write the ASCII character {0}", "请改用半角的 {0}"};
inline constexpr Sentence no_percent_sign{
    "write a rate as a decimal, 0.9 for 90 percent; the rest of a division is modulo(a, b)",
    "比率请写成小数，如 90% 写作 0.9；求余数请写 modulo(a, b)"};
inline constexpr Sentence no_thousands{"write numbers without separators: {0}",
                                       "数字不加千位分隔符，请写 {0}"};
inline constexpr Sentence double_quotes{"write a double quote, in a JSON document \\\"",
                                        "请用半角双引号，在 JSON 中写作 \\\""};
inline constexpr Sentence leave_out{"leave it out", "请删去"};
inline constexpr Sentence comment{"write a comment as // …", "注释请写作 // …"};
inline constexpr Sentence before_operator{"a value must stand before '{0}', or leave it out",
                                          "“{0}”之前须有值，否则请删去"};
inline constexpr Sentence hint_both_tests{"write a range, such as [0.8..0.9); a comma means 'or'",
                                          "请写区间，如 [0.8..0.9)；逗号表示“或”"};
inline constexpr Sentence decimal_point{"the decimal sign is a point: write {0}",
                                        "小数点用半角句点，请写 {0}"};
inline constexpr Sentence range_brackets{"write a range in brackets: [{0}..{1}] with its end, "
                                         "[{0}..{1}) without",
                                         "区间请加括号：[{0}..{1}] 含上限，[{0}..{1}) 不含上限"};
inline constexpr Sentence after_operator{"a value must follow '{0}', or leave it out",
                                         "“{0}”之后须有值，否则请删去"};
inline constexpr Sentence no_plus{"leave it out: a number has no plus sign",
                                  "请删去：数前不写正号"};
inline constexpr Sentence is_keyword{"'{0}' is a word of the language, and no name",
                                     "“{0}”是表达式的保留词，不能作名称"};
inline constexpr Sentence not_brackets{"write not(…)", "请写 not(…)"};
inline constexpr Sentence between_names{"a name with a space in it must be declared with it; "
                                        "between two names there must be an operator",
                                        "两个名称之间须有运算符；含空格的名称须按原样声明"};
inline constexpr Sentence did_you_mean{"did you mean \"{0}\"?", "是否想写“{0}”？"};
inline constexpr Sentence hint_split{"split it with named values", "请拆成几个命名值（values）"};

// --- words and forms ----------------------------------------------------------------------------

inline constexpr Sentence not_utf8{"the text is not valid UTF-8 here", "此处不是有效的 UTF-8 文字"};
inline constexpr Sentence nul{"the character NUL (U+0000) can't stand in an expression",
                              "表达式中不能有空字符（U+0000）"};
inline constexpr Sentence hint_nul{"leave it out", "请去掉"};
inline constexpr Sentence comment_open{"the comment that starts here does not end",
                                       "从这里开始的注释没有结束"};
inline constexpr Sentence text_open{"the text that starts here does not end on its line",
                                    "从这里开始的文本没有在本行内结束"};
inline constexpr Sentence hint_text_open{"end it with \", in a JSON document \\\"",
                                         "请以 \" 结束，在 JSON 中写作 \\\""};
inline constexpr Sentence bad_escape{"the escape is not the number of a character",
                                     "转义中的数字不是字符的编号"};
inline constexpr Sentence hint_escape{
    R"(write four digits after \u or six after \U, in hexadecimal)",
    R"(\u 后写 4 位、\U 后写 6 位十六进制数)"};
inline constexpr Sentence chained_comparison{"a comparison stands after a comparison",
                                             "一个比较之后又是比较"};
inline constexpr Sentence hint_chained{"write a < b and b < c, or b between a and c",
                                       "请写 a < b and b < c，或 b between a and c"};
inline constexpr Sentence form_inside{"'{0}' stands inside an operation", "{0} 写在了运算之中"};
inline constexpr Sentence hint_form{"put the whole '{0} …' in brackets ( )",
                                    "请把整个 {0} … 放进括号 ( ) 中"};
inline constexpr Sentence entry_twice{"the entry {0} stands in the context twice",
                                      "条目 {0} 出现了两次"};
inline constexpr Sentence only_built_in{"only built-in functions can be called",
                                        "只能调用内置函数"};
inline constexpr Sentence hint_operator{"write an operator between the value and '('",
                                        "请在值与“(”之间写运算符"};
inline constexpr Sentence no_functions{"heng has no functions as values", "不支持把函数作为值"};
inline constexpr Sentence hint_no_functions{"write the expression itself, or a named value",
                                            "请直接写表达式，或用命名值（values）"};

inline constexpr Sentence hint_functions{
    "only sort and list replace are given a function, as the second argument",
    "只有 sort 和 list replace 的第二个参数是函数"};
inline constexpr Sentence parameter_names{"'(' and the names of the parameters", "“(”和参数的名称"};
inline constexpr Sentence parameter_name{"the name of a parameter", "参数的名称"};
inline constexpr Sentence parameter_types{"heng does not evaluate the types of parameters",
                                          "不支持参数的类型"};
inline constexpr Sentence hint_parameter_types{
    "write the names alone: they have the type of the list's items",
    "请只写参数名：其类型就是列表各项的类型"};
inline constexpr Sentence unknown_type{"there is no type named {0}", "没有名为 {0} 的类型"};
inline constexpr Sentence hint_types{
    "write number, string, boolean, date, days and time duration, list<…>, range<…>, context<…> "
    "or Any",
    "请写 number、string、boolean、date、days and time duration、list<…>、range<…>、context<…> 或 "
    "Any"};
inline constexpr Sentence type_of_items{"'<' and the type of what it holds", "“<”和其中各项的类型"};
inline constexpr Sentence types_of_entries{"'<' and the types of its entries",
                                           "“<”和其中各条目的类型"};
inline constexpr Sentence types_of_parameters{"'<' and the types of its parameters",
                                              "“<”和各参数的类型"};
inline constexpr Sentence arrow{"'->'", "“->”"};

// --- limits -------------------------------------------------------------------------------------

inline constexpr Sentence too_long{"the expression is longer than 64 KiB", "表达式超过 64 KiB"};
inline constexpr Sentence too_nested{"the expression is nested more than 64 levels deep",
                                     "表达式的嵌套超过 64 层"};
inline constexpr Sentence type_nested{"the type nests more than 64 levels", "类型的嵌套超过 64 层"};
inline constexpr Sentence too_chained{"the expression nests or chains more than 256 operations",
                                      "表达式连续或嵌套的运算超过 256 个"};
inline constexpr Sentence hint_chain{"split it with named values, or write sum([…])",
                                     "请拆成几个命名值（values），或写 sum([…])"};
inline constexpr Sentence too_many_variables{"there are more than 16 variables", "变量超过 16 个"};
inline constexpr Sentence exponent_limit{"the exponent of the number is past 1,000",
                                         "数的指数超过 1000"};
inline constexpr Sentence digits_limit{"the number has more than 1,000 digits",
                                       "数的位数超过 1000 位"};
inline constexpr Sentence values_chain{"more than 64 named values refer to one another in a chain",
                                       "命名值的连环引用超过 64 层"};
inline constexpr Sentence values_deep{
    "the expression is nested more than 300 deep, with the named values that it refers to",
    "表达式连同所引用的命名值嵌套超过 300 层"};
inline constexpr Sentence hint_values_chain{"write some of them out", "请把其中几个直接写出"};
inline constexpr Sentence cycle{"the value is defined by itself: {0}",
                                "命名值的定义用到了它自己：{0}"};
inline constexpr Sentence hint_cycle{"a value may refer only to values that do not need it",
                                     "命名值只能引用不依赖它的命名值"};
inline constexpr Sentence steps_limit{"evaluating takes more steps than its limit",
                                      "计算步数超过上限"};
inline constexpr Sentence call_limit{"all evaluations together take more steps than their limit",
                                     "各次计算合计的步数超过上限"};
inline constexpr Sentence elements_limit{"evaluating makes more list elements than its limit",
                                         "计算产生的列表元素超过上限"};
inline constexpr Sentence text_limit{"evaluating makes more text than its limit",
                                     "计算产生的文本超过上限"};
inline constexpr Sentence depth_limit{"evaluating nests lists more than 1,000 deep",
                                      "计算产生的列表嵌套超过 1000 层"};
inline constexpr Sentence number_limit{"a number grows past 65,536 bits, or an exponent past 1,000",
                                       "计算中的数超过 65536 个二进制位，或指数超过 1000"};
inline constexpr Sentence hint_limit{"compute less in one document, or raise the limit",
                                     "请减少一份文件中的计算，或调高上限"};
inline constexpr Sentence part_unsupported{"heng does not evaluate this part of FEEL",
                                           "不支持 FEEL 的这一部分"};
inline constexpr Sentence hint_part_unsupported{
    "times, zones, durations of months and irrational powers are not there",
    "没有时刻、时区、按月计的时长和无理数的幂"};

// --- names --------------------------------------------------------------------------------------

inline constexpr Sentence unknown_name{"there is no input or value named {0}",
                                       "没有名为 {0} 的输入项或命名值"};
inline constexpr Sentence unknown_entry_or_name{
    "the records have no entry {0}, and there is no input or value of this name",
    "记录中没有 {0}，也没有名为 {0} 的输入项或命名值"};
inline constexpr Sentence hint_declare{
    "declare it in \"inputs\" or \"values\"; a text stands in double quotes",
    "请在 inputs 或 values 中声明；若是文本，请加双引号"};
inline constexpr Sentence unknown_entry{"the record has no entry {0}", "记录中没有 {0}"};
inline constexpr Sentence hint_entries{"its entries are {0}", "记录中有 {0}"};
inline constexpr Sentence no_entries{"{0} has no entry {1}", "{0}没有 {1} 这一项"};
inline constexpr Sentence hint_parts{"it has {0}", "它有 {0}"};
inline constexpr Sentence a_group{"{0} is a group of inputs, not an input",
                                  "{0} 是一组输入项，不是输入项"};
inline constexpr Sentence hint_group{"write the input's whole path, such as {0}",
                                     "请写完整路径，如 {0}"};
inline constexpr Sentence unknown_function{"there is no function named {0}", "没有名为 {0} 的函数"};
inline constexpr Sentence refused_function{"heng does not evaluate the function {0}",
                                           "不支持函数 {0}"};
inline constexpr Sentence not_a_function{"{0} is a value and can't be called",
                                         "{0} 是值，不能当函数调用"};
inline constexpr Sentence hint_not_a_function{"write an operator between it and '('",
                                              "请在它与“(”之间写运算符"};
inline constexpr Sentence constants_only{"a constant number is due, and {0} is a name",
                                         "此处应为常数，而 {0} 是名称"};

// --- calls --------------------------------------------------------------------------------------

inline constexpr Sentence one_argument{"{0} does not take 1 argument", "{0} 不接受 1 个参数"};
inline constexpr Sentence arguments{"{0} does not take {1} argument{s}", "{0} 不接受 {1} 个参数"};
inline constexpr Sentence argument_names{"{0} does not take arguments of these names",
                                         "{0} 没有这些名称的参数"};
inline constexpr Sentence argument_missing{"the argument {0} is missing", "缺少参数 {0}"};
inline constexpr Sentence argument_twice{"an argument is given twice", "有参数重复给出"};
inline constexpr Sentence given{"{0} is given {1} where {2} is due", "{0} 的参数应为{2}，现为{1}"};
inline constexpr Sentence given_many{"{0} is given {1} where {2} are due",
                                     "{0} 的参数应为{2}，现为{1}"};
inline constexpr Sentence given_mixed{"{0} is given {1} beside {2}", "{0} 的参数中既有{2}又有{1}"};
inline constexpr Sentence numbers{"numbers", "数"};
inline constexpr Sentence booleans{"booleans", "布尔值"};
inline constexpr Sentence hint_whole_list{
    "give it a list, such as {0}(contracts.amount), or leave out {0}",
    "请给出列表，如 {0}(contracts.amount)，否则请去掉 {0}"};
inline constexpr Sentence hint_field{"name the entry of the records, such as {0}",
                                     "请写出记录中的项，如 {0}"};

inline constexpr Sentence a_function{"a function", "函数"};
inline constexpr Sentence in_function{"in the function", "函数中"};
inline constexpr Sentence hint_function{"write function(x, y) and a condition, such as x < y",
                                        "请写 function(x, y) 和条件，如 x < y"};
inline constexpr Sentence parameter_count{"the function must have two parameters, and has {0}",
                                          "函数应有 2 个参数，现有 {0} 个"};
inline constexpr Sentence hint_sort_function{"write function(x, y) and when x comes before y",
                                             "请写 function(x, y) 和 x 排在 y 前的条件"};
inline constexpr Sentence hint_replace_function{
    "write function(item, newItem) and when the item is replaced",
    "请写 function(item, newItem) 和替换的条件"};
inline constexpr Sentence ordered{"numbers, texts, dates or durations", "数、文本、日期或时长"};
inline constexpr Sentence hint_sort{
    "write the order as well: sort(list, function(x, y) x.amount < y.amount)",
    "请写出次序：sort(list, function(x, y) x.amount < y.amount)"};

// --- dates --------------------------------------------------------------------------------------

inline constexpr Sentence no_date{"the text {0} is no date", "文本 {0} 不是日期"};
inline constexpr Sentence no_duration{"the text {0} is no duration", "文本 {0} 不是时长"};
inline constexpr Sentence hint_date_text{
    "write year, month and day with their zeros, such as \"2024-01-31\"",
    "请写四位年、两位月、两位日，如 \"2024-01-31\""};
inline constexpr Sentence hint_duration_text{"write days, such as \"P30D\"",
                                             "请写天数，如 \"P30D\""};
inline constexpr Sentence no_date_or_duration{"the text after '@' is no date and no duration",
                                              "@ 后的文本既不是日期，也不是时长"};
inline constexpr Sentence no_times{"heng does not evaluate times, zones and durations of months",
                                   "不支持时刻、时区和按月计的时长"};
inline constexpr Sentence hint_times{"write a date such as \"2024-01-31\" or days such as \"P30D\"",
                                     "请写日期，如 \"2024-01-31\"，或天数，如 \"P30D\""};
inline constexpr Sentence hint_at{"write a date such as @\"2024-01-31\" or days such as @\"P30D\"",
                                  "请写日期，如 @\"2024-01-31\"，或天数，如 @\"P30D\""};

// --- types --------------------------------------------------------------------------------------

inline constexpr Sentence due{"this is {0} where {1} is due", "此处应为{1}，现为{0}"};
inline constexpr Sentence boolean_due{"this is {0} {1}, where a boolean is due",
                                      "{1}应为布尔值，现为{0}"};
inline constexpr Sentence after_if{"after 'if'", "if 之后"};
inline constexpr Sentence after_satisfies{"after 'satisfies'", "satisfies 之后"};
inline constexpr Sentence beside_and{"beside 'and'", "and 两边"};
inline constexpr Sentence beside_or{"beside 'or'", "or 两边"};
inline constexpr Sentence in_not{"in 'not'", "not(…) 中"};
inline constexpr Sentence in_test{"in a test that uses '?'", "用到“?”的条件"};

inline constexpr Sentence added{"{1} is added to {0}", "{0}不能加上{1}"};
inline constexpr Sentence subtracted{"{1} is subtracted from {0}", "{0}不能减去{1}"};
inline constexpr Sentence multiplied{"{0} is multiplied by {1}", "{0}不能乘以{1}"};
inline constexpr Sentence divided{"{0} is divided by {1}", "{0}不能除以{1}"};
inline constexpr Sentence compared{"{0} is compared with {1}", "{0}不能与{1}比较"};
inline constexpr Sentence no_order{"{0} is neither less nor greater than {1}",
                                   "{0}与{1}没有大小之分"};
inline constexpr Sentence negated{"'-' stands before {0} where a number is due",
                                  "“-”之后应为数，现为{0}"};
inline constexpr Sentence powered{"'**' stands beside {0} where a number is due",
                                  "“**”两边应为数，现为{0}"};
inline constexpr Sentence fractional_power{
    "heng does not evaluate powers whose exponent is not whole", "不支持指数不是整数的幂"};
inline constexpr Sentence hint_irrational{"their results are irrational, and heng's numbers are "
                                          "exact",
                                          "其结果是无理数，而 heng 的数都是精确的"};
inline constexpr Sentence alternatives{"'else' gives {1}, and 'then' {0}",
                                       "else 给出{1}，then 给出{0}"};
inline constexpr Sentence hint_alternatives{"both must be of one kind", "两者须为同一类"};
inline constexpr Sentence condition_due{
    "the brackets hold {0} where a condition or an index is due",
    "方括号中应为条件或序号，现为{0}"};
inline constexpr Sentence whole_or_date_due{"this is {0} where a whole number or a date is due",
                                            "此处应为整数或日期，现为{0}"};
inline constexpr Sentence list_due{"this is {0} where a list is due after 'in'",
                                   "in 之后应为列表，现为{0}"};
inline constexpr Sentence range_falls{"the range ends below its start", "区间的上限低于下限"};
inline constexpr Sentence hint_range_falls{"write the lower end first", "请先写下限"};
inline constexpr Sentence constant_due{"{0} stands where a constant number is due",
                                       "此处应为常数，现为{0}"};
inline constexpr Sentence hint_constant{"write numbers, as in >= 0.9 or [0.8..0.9)",
                                        "请写数，如 >= 0.9 或 [0.8..0.9)"};
inline constexpr Sentence a_difference{"this test is the difference of two numbers, {0}",
                                       "这个条件是两数之差，即 {0}"};

inline constexpr Sentence hint_money_sum{
    "money takes only money; multiply it by a rate, as in budget * 0.1",
    "金额只能与金额加减；可先乘以比率，如 budget * 0.1"};
inline constexpr Sentence hint_money_product{"one of the two must be a plain number or a rate",
                                             "其中之一须为数或比率"};
inline constexpr Sentence hint_money_quotient{"divide money by money for a rate",
                                              "金额除以金额才得到比率"};
inline constexpr Sentence hint_money_compare{
    "divide the money by money first: a rate can be compared with a number",
    "请先用金额除以金额，得到的比率才能与数比较"};
inline constexpr Sentence hint_days{"write the days as a duration, such as @\"P30D\"",
                                    "天数请写成时长，如 @\"P30D\""};
inline constexpr Sentence hint_duration_number{
    "write a duration, such as @\"P30D\", or take its days, as in (a - b).days",
    "请写时长，如 @\"P30D\"，或取天数，如 (a - b).days"};
inline constexpr Sentence hint_days_of{"its days are a number, as in (a - b).days",
                                       "它的天数才是数，写作 (a - b).days"};
inline constexpr Sentence hint_date_difference{"the days between two dates are (a - b).days",
                                               "两个日期相差的天数写作 (a - b).days"};
inline constexpr Sentence hint_date{"write a date such as date(\"2024-01-31\")",
                                    "日期请写成 date(\"2024-01-31\")"};
inline constexpr Sentence hint_text_number{"write a text in \"…\" and a number without",
                                           "文本写在 \"…\" 中，数不加引号"};
inline constexpr Sentence hint_reads_number{"number(…) reads a number from a text",
                                            "number(…) 可把文本读成数"};
inline constexpr Sentence hint_string{"string(…) makes a text of it", "string(…) 可把它变成文本"};
inline constexpr Sentence hint_boolean_alone{"write it alone, or not(…): it is true or false",
                                             "它本身就是真或假：请直接写，或写 not(…)"};
inline constexpr Sentence hint_one_or_nothing{"make a number of it: if … then 1 else 0",
                                              "要作为数，请写 if … then 1 else 0"};
inline constexpr Sentence hint_equal{"compare with = or !=", "请用 = 或 != 比较"};
inline constexpr Sentence hint_as_number{"write if … then 1 else 0, or use the rule 'condition'",
                                         "请写 if … then 1 else 0，或用 condition 规则"};
inline constexpr Sentence hint_compare{"compare it, as in {0} > 0", "请与数比较，如 {0} > 0"};
inline constexpr Sentence hint_compare_text{"compare it, as in {0} = \"…\"",
                                            "请与文本比较，如 {0} = \"…\""};
inline constexpr Sentence hint_compare_date{"compare it, as in {0} <= date(\"2024-12-31\")",
                                            "请与日期比较，如 {0} <= date(\"2024-12-31\")"};
inline constexpr Sentence hint_some{"write some x in {0} satisfies x.{1}, or every x in …",
                                    "有一项即可请写 some x in {0} satisfies x.{1}，须每项都是请写 "
                                    "every x in …"};
inline constexpr Sentence hint_number_of{"compare their number, as in count(…) > 0",
                                         "请比较个数，如 count(…) > 0"};
inline constexpr Sentence hint_items{
    "choose items with {0}[{1} {2} …], or make one number of the list: sum({0}.{1})",
    "选出若干项请写 {0}[{1} {2} …]，汇总成一个数请写 sum({0}.{1})"};
inline constexpr Sentence hint_aggregate{
    "make one number of the list: sum({0}), max({0}) or count({0})",
    "请把列表汇总成一个数，如 sum({0})、max({0})、count({0})"};
inline constexpr Sentence hint_count{"make one number of the list: count({0})",
                                     "请把列表汇总成一个数，如 count({0})"};
inline constexpr Sentence hint_count_or_sum{"make one number of the list: count({0}) or sum({1})",
                                            "请把列表汇总成一个数，如 count({0})、sum({1})"};

// --- what a value is ----------------------------------------------------------------------------

inline constexpr Sentence any{"a value", "值"};
inline constexpr Sentence null{"null", "null"};
inline constexpr Sentence a_boolean{"a boolean", "布尔值"};
inline constexpr Sentence a_number{"a number", "数"};
inline constexpr Sentence money{"money", "金额"};
inline constexpr Sentence a_percentage{"a percentage", "百分比"};
inline constexpr Sentence a_count{"a count", "计数"};
inline constexpr Sentence a_text{"a text", "文本"};
inline constexpr Sentence a_date{"a date", "日期"};
inline constexpr Sentence a_duration{"a duration", "时长"};
inline constexpr Sentence a_list{"a list", "列表"};
inline constexpr Sentence a_list_of{"a list of {0}", "{0}列表"};
inline constexpr Sentence a_record{"a record", "记录"};
inline constexpr Sentence a_context{"a context", "上下文"};
inline constexpr Sentence a_range{"a range", "区间"};
inline constexpr Sentence an_expression{"an expression", "表达式"};

inline constexpr Sentence plain_numbers{"numbers", "数字"};
inline constexpr Sentence percentages{"percentages", "百分比"};
inline constexpr Sentence counts{"counts", "计数"};
inline constexpr Sentence texts{"texts", "文本"};
inline constexpr Sentence dates{"dates", "日期"};
inline constexpr Sentence durations{"durations", "时长"};
inline constexpr Sentence lists{"lists", "列表的"};
inline constexpr Sentence records{"records", "记录"};
inline constexpr Sentence ranges{"ranges", "区间"};

} // namespace heng::detail::feel::say
