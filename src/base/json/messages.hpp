// SPDX-License-Identifier: Apache-2.0
//
// The sentences about a text that is no JSON, and about JSON that is not what was wanted.
//
//     problem("type", say::must_be(subject(), wanted, found), say::leave_key_out);
#pragma once

#include "base/text/messages.hpp"

#include <string_view>

namespace heng::detail::json::say {

using text::Sentence;

// --- the text ---------------------------------------------------------------------------------

inline constexpr Sentence byte_order_mark{"the text begins with a byte order mark",
                                          "文件以字节顺序标记（BOM）开头"};
inline constexpr Sentence save_without_mark{"save the document as UTF-8 without a byte order mark",
                                            "请存为不带 BOM 的 UTF-8"};
inline constexpr Sentence is_utf16{"the text is UTF-16", "文件是 UTF-16 编码"};
inline constexpr Sentence save_utf8{"save the document as UTF-8", "请存为 UTF-8"};
inline constexpr Sentence is_empty{"the document is empty", "文件是空的"};
inline constexpr Sentence write_object{"write a JSON object: {…}", "请写一个 JSON 对象：{…}"};
inline constexpr Sentence nul_byte{"the text has a NUL byte (U+0000)", "文件中有空字节（U+0000）"};
inline constexpr Sentence save_without_nul{"save the document as UTF-8 text, without NUL",
                                           "请存为不含空字节的 UTF-8 文本"};
inline constexpr Sentence not_utf8{"the text is not UTF-8 here", "此处不是 UTF-8 编码"};
inline constexpr Sentence save_not_gbk{
    "save the document as UTF-8 (not as GBK, GB 18030 or UTF-16)",
    "请存为 UTF-8（不是 GBK、GB 18030 或 UTF-16）"};
inline constexpr Sentence nul_in_string{"the string has a NUL character (\\u0000)",
                                        "字符串中有空字符（\\u0000）"};
inline constexpr Sentence half_surrogate{"half of a surrogate pair, which is no character",
                                         "只有半个代理对，不是字符"};
inline constexpr Sentence write_character{
    "write the character itself, or both halves, such as \\ud83d\\ude00",
    "请直接写这个字符，或把两半都写上，如 \\ud83d\\ude00"};

// --- limits -----------------------------------------------------------------------------------

inline constexpr Sentence too_many_bytes{"the document has {0} byte{s}, more than {1}",
                                         "文件有 {0} 字节，超过上限 {1}"};
inline constexpr Sentence too_many_values{"the document has more than {0} value{s} and keys",
                                          "文件中的值和键超过 {0} 个"};
inline constexpr Sentence too_many_rows{"the list has more than {0} element{s}", "列表超过 {0} 项"};
inline constexpr Sentence too_many_digits{"the number has {0} digit{s}, more than {1}",
                                          "数有 {0} 位，超过上限 {1} 位"};
inline constexpr Sentence exponent_past{"the number's exponent is past ±{0}", "数的指数超过 ±{0}"};
inline constexpr Sentence exponent_limit{"the number's exponent is past the limit",
                                         "数的指数超过上限"};
inline constexpr Sentence too_deep{"lists and objects stand more than {0} deep in each other",
                                   "列表和对象的嵌套超过 {0} 层"};
inline constexpr Sentence split_document{"split the document, or raise the limit",
                                         "请拆分文件，或调高上限"};
inline constexpr Sentence split_bytes{"split the document, or raise the limit of bytes",
                                      "请拆分文件，或调高字节数上限"};
inline constexpr Sentence fewer_digits{"write fewer digits, or raise the limit",
                                       "请减少位数，或调高上限"};
inline constexpr Sentence no_exponent{"write the number without an exponent", "请不用指数写这个数"};
inline constexpr Sentence write_flatter{"write the document flatter", "请减少嵌套的层数"};

// --- the grammar ------------------------------------------------------------------------------

inline constexpr Sentence key_twice{
    "the key \"{0}\" stands twice in one object; first at line {1}, column {2}",
    "同一对象中键“{0}”出现了两次，前一次在第 {1} 行第 {2} 列"};
inline constexpr Sentence keep_one{"keep one of the two", "请只留一个"};
inline constexpr Sentence found_where{"found {0} where {1} is expected", "此处应为{1}，却遇到{0}"};
inline constexpr Sentence a_value{"a value", "值"};
inline constexpr Sentence a_key{"a key", "键"};
inline constexpr Sentence comma_or{"\",\" or \"{0}\"", "“,”或“{0}”"};
inline constexpr Sentence control_character{"a control character ({0})", "控制字符（{0}）"};
inline constexpr Sentence double_quote{"a double quote", "双引号"};
inline constexpr Sentence single_quote{"a single quote", "单引号"};
inline constexpr Sentence in_quotes{"\"{0}\"", "“{0}”"};
inline constexpr Sentence in_quotes_named{"\"{0}\" ({1})", "“{0}”（{1}）"};
inline constexpr Sentence a_digit{"a digit", "数字"};
inline constexpr Sentence the_word{"the word {0}", "词 {0}"};
inline constexpr Sentence not_json{"the text is not JSON here", "此处不是 JSON"};
inline constexpr Sentence after_document{"found {0} after the end of the document",
                                         "文件结束之后还有{0}"};
inline constexpr Sentence one_document{"one text holds one document", "一个文件只放一份内容"};
inline constexpr Sentence after_key{"found {0} after a key", "键之后遇到{0}"};
inline constexpr Sentence write_colon{"write a colon between a key and its value",
                                      "请在键和值之间写冒号"};
inline constexpr Sentence after_comma{"found \"}\" after a comma", "逗号之后遇到“}”"};
inline constexpr Sentence leave_comma{"leave out the comma before it", "请删去前面的逗号"};
inline constexpr Sentence quote_keys{"put keys in double quotes", "键请加双引号"};
inline constexpr Sentence quote_key{"put keys in double quotes: \"{0}\"", "键请加双引号：\"{0}\""};
inline constexpr Sentence key_unquoted{"the key {0} has no quotes", "键 {0} 没有加引号"};
inline constexpr Sentence key_or_close{
    "write a key in double quotes, or close the object with \"}\"",
    "请写带双引号的键，或以“}”结束对象"};
inline constexpr Sentence no_thousands{"write numbers without separators: 1000, not 1,000",
                                       "数字不加千位分隔符：写 1000，不写 1,000"};
inline constexpr Sentence ends_after_key{"the text ends after a key, before its value",
                                         "文件在键之后、值之前就结束了"};
inline constexpr Sentence ends_in_list{
    "the text ends inside the list that begins at line {0}, column {1}",
    "文件结束时，第 {0} 行第 {1} 列开始的列表还没有结束"};
inline constexpr Sentence ends_in_object{
    "the text ends inside the object that begins at line {0}, column {1}",
    "文件结束时，第 {0} 行第 {1} 列开始的对象还没有结束"};
inline constexpr Sentence ends_in_string{
    "the text ends inside the string that begins at line {0}, column {1}",
    "文件结束时，第 {0} 行第 {1} 列开始的字符串还没有结束"};
inline constexpr Sentence ends_in_word{"the text ends inside the word {0}",
                                       "文件在词 {0} 的中间结束了"};
inline constexpr Sentence ends_in_number{"the text ends inside a number", "文件在数的中间结束了"};
inline constexpr Sentence part_missing{"part of the document is missing", "文件缺了一部分"};
inline constexpr Sentence close_or_restore{
    "close it with \"{0}\", or restore the part that is missing",
    "请以“{0}”结束，或补上缺少的部分"};
inline constexpr Sentence close_string{
    "close it with a double quote, or restore the part that is missing",
    "请以双引号结束，或补上缺少的部分"};
inline constexpr Sentence close_list{"close the list with \"]\"", "请以“]”结束列表"};
inline constexpr Sentence close_object{"close the object with \"}\"", "请以“}”结束对象"};
inline constexpr Sentence comma_before{"write a comma before it", "请在前面写逗号"};
inline constexpr Sentence values_only{"a list has values only; an object with keys stands in {…}",
                                      "列表中只有值；带键的对象写在 {…} 中"};
inline constexpr Sentence leave_out{"leave it out", "请删去"};
inline constexpr Sentence no_comments{"JSON has no comments", "JSON 没有注释"};
inline constexpr Sentence comment_as_key{
    "leave it out, or write it as the value of a key that begins with x-",
    "请删去，或写作以 x- 开头的键的值"};
inline constexpr Sentence no_character{"found {0}, which is not a character of JSON",
                                       "遇到{0}，它不是 JSON 的字符"};
inline constexpr Sentence ascii_quote{"write an ASCII double quote", "请改用半角双引号"};
inline constexpr Sentence ascii_character{"write an ASCII \"{0}\"", "请改用半角的“{0}”"};
inline constexpr Sentence no_such_word{"JSON has no {0}", "JSON 中没有 {0}"};
inline constexpr Sentence write_word{"write {0}", "请写 {0}"};
inline constexpr Sentence write_decimal{"write a decimal number, or leave the key out",
                                        "请写小数，或不写这个键"};
inline constexpr Sentence quote_text{"put text in double quotes", "文本请加双引号"};
inline constexpr Sentence quote_this_text{"put text in double quotes: \"{0}\"",
                                          "文本请加双引号：\"{0}\""};
inline constexpr Sentence plus_sign{"a number does not begin with a plus sign", "数前不写正号"};
inline constexpr Sentence leave_plus{"leave the plus sign out", "请删去正号"};
inline constexpr Sentence begins_with_point{"a number does not begin with a point",
                                            "数不以小数点开头"};
inline constexpr Sentence zero_before_point{"write a 0 before the point", "请在小数点前写 0"};
inline constexpr Sentence value_before_comma{"write a value before the comma", "请在逗号前写值"};
inline constexpr Sentence value_or_no_comma{"write a value, or leave out the comma before it",
                                            "请写值，或删去前面的逗号"};
inline constexpr Sentence what_values_are{
    "a value is an object, a list, text in double quotes, a number, true, false or null",
    "值可以是对象、列表、加双引号的文本、数、true、false 或 null"};
inline constexpr Sentence digit_after{"a digit must follow {0}, found {1}",
                                      "{0}之后应为数字，却遇到{1}"};
inline constexpr Sentence minus_sign{"the minus sign", "负号"};
inline constexpr Sentence decimal_point{"the decimal point", "小数点"};
inline constexpr Sentence exponent_e{"the e of an exponent", "指数的 e "};
inline constexpr Sentence number_such_as{"write a number such as 12, -0.5 or 1.5e3",
                                         "请写 12、-0.5 或 1.5e3 这样的数"};
inline constexpr Sentence leading_zero{"a number does not begin with 0, except 0 itself and 0.…",
                                       "除 0 和 0.… 外，数不以 0 开头"};
inline constexpr Sentence leave_zeros{"leave out the zeros before it, or put it in double quotes",
                                      "请删去前面的 0，或加双引号"};
inline constexpr Sentence two_points{"a number has only one decimal point", "一个数只有一个小数点"};
inline constexpr Sentence inside_number{"found {0} inside a number", "数的中间遇到{0}"};
inline constexpr Sentence decimal_or_text{
    "write a decimal number such as 12.5 or 1.5e3, or put text in double quotes",
    "请写 12.5 或 1.5e3 这样的小数；若是文本，请加双引号"};
inline constexpr Sentence line_in_string{"a line ends inside a string", "字符串中换了行"};
inline constexpr Sentence close_or_escape_line{
    "close the string with a double quote, or write the line break as \\n",
    "请以双引号结束字符串，或把换行写作 \\n"};
inline constexpr Sentence tab_in_string{"a tab stands inside a string", "字符串中有制表符"};
inline constexpr Sentence write_tab{"write it as \\t", "请写作 \\t"};
inline constexpr Sentence found_in_string{"found {0} inside a string", "字符串中遇到{0}"};
inline constexpr Sentence write_escaped{"write it as \\u00XX", "请写作 \\u00XX"};
inline constexpr Sentence no_escape{"a backslash stands before what is no escape",
                                    "反斜杠之后不是转义字符"};
inline constexpr Sentence escapes{
    "write \\\\ for a backslash; escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX",
    "反斜杠本身写作 \\\\；转义有 \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"};
inline constexpr Sentence four_digits{"four hexadecimal digits must follow \\u",
                                      "\\u 之后应为 4 位十六进制数"};
inline constexpr Sentence such_as_4e07{"write such as \\u4e07", "请写如 \\u4e07"};

// --- kinds of values --------------------------------------------------------------------------

inline constexpr Sentence null{"null", " null"};
inline constexpr Sentence boolean{"a boolean", "布尔值"};
inline constexpr Sentence number{"a number", "数"};
inline constexpr Sentence string{"a string", "字符串"};
inline constexpr Sentence list{"a list", "列表"};
inline constexpr Sentence object{"an object", "对象"};
inline constexpr Sentence true_or_false{"true or false", " true 或 false"};
inline constexpr Sentence of_value{"{0} ({1})", "{0}（{1}）"};

// --- what was wanted --------------------------------------------------------------------------

inline constexpr Sentence the_document{"the document", "文件"};
inline constexpr Sentence this_element{"this element", "这一项"};
inline constexpr Sentence record_of{"record {0} of {1}", "{1}第{0}条"};
inline constexpr Sentence titled_record{"record {0} ({2}) of {1}", "{1}第{0}条（{2}）"};
inline constexpr Sentence member_of{"\"{0}\" of {1}", "{1}的“{0}”"};
inline constexpr Sentence lacks{"{0} does not give \"{1}\"", "{0}没有填“{1}”"};
inline constexpr Sentence must_be{"{0} must be {1}, and is {2}", "{0}应为{1}，现为{2}"};
inline constexpr Sentence leave_key_out{"leave the key out where there is no value",
                                        "没有值时请不写这个键"};
inline constexpr Sentence more_digits{"{0} has more than {1} digit{s}", "{0}的位数超过 {1} 位"};
inline constexpr Sentence exponent_of{"{0} has an exponent past ±{1}", "{0}的指数超过 ±{1}"};
inline constexpr Sentence out_of_reach{"{0} is too large or too small to compute with",
                                       "{0}太大或太小，无法计算"};
inline constexpr Sentence no_number{"{0} {1} is not a number", "{0}{1}不是数"};
inline constexpr Sentence whole_from_zero{"{0} must be a whole number from 0, and is {1}",
                                          "{0}应为不小于 0 的整数，现为 {1}"};
inline constexpr Sentence whole_between{"{0} must be a whole number from {1} to {2}, and is {3}",
                                        "{0}应为 {1} 到 {2} 的整数，现为 {3}"};
inline constexpr Sentence no_date{"{0} {1} is not a date", "{0}{1}不是日期"};
inline constexpr Sentence no_word{"{0} can't be {1}", "{0}不能是{1}"};
inline constexpr Sentence one_of{"one of {0}", "可选：{0}"};
inline constexpr Sentence question_or{"{0} One of {1}", "{0}可选：{1}"};
inline constexpr Sentence unknown_key{"{0} is not a key of {1}", "{0}不是{1}的键"};
inline constexpr Sentence needs_key{"{0} needs the key \"{1}\"", "{0}缺少键“{1}”"};
inline constexpr Sentence more_problems{"{0} more problem{s} are not listed",
                                        "另有 {0} 个问题没有列出"};

inline constexpr Sentence write_heng{"write \"heng\": {0}", "请写 \"heng\": {0}"};
inline constexpr Sentence write_heng_on_top{"write \"heng\": {0} as a key of the outermost object",
                                            "请在最外层对象中写 \"heng\": {0}"};
inline constexpr Sentence heng_misspelt{
    "the document does not say what it is: {0} is not the key \"heng\"",
    "文件没有说明自己是什么：{0}不是键“heng”"};
inline constexpr Sentence heng_inside{
    "the document does not say what it is: \"heng\" stands inside {0}",
    "文件没有说明自己是什么：“heng”写在{0}之中"};
inline constexpr Sentence own_document{"give what {0} holds as a document of its own",
                                       "请把{0}中的内容单独存为一份文件"};
inline constexpr Sentence no_heng{"the document does not say what it is", "文件没有说明自己是什么"};
inline constexpr Sentence other_version{"this heng reads {0}/1, and the document is {1}",
                                        "此版本读 {0}/1，而文件是 {1}"};
inline constexpr Sentence other_kind{"this is {0} document, and {1} document is wanted",
                                     "这是{0}文件，需要的是{1}文件"};

// --- what to write instead of a text that looks like a number or a date ------------------------

inline constexpr Sentence write_percent_such_as{"write a number such as 0.966 or \"96.6%\"",
                                                "请写 0.966 或 \"96.6%\" 这样的数"};
inline constexpr Sentence write_number_such_as{"write a number such as 12.5", "请写 12.5 这样的数"};
inline constexpr Sentence or_no_key{"{0}, or leave the key out", "{0}，或不写这个键"};
inline constexpr Sentence which_reading{
    "is {0} or {1} meant? Give it without separators, with a point before the decimals",
    "是 {0} 还是 {1}？请不加分隔符，小数用小数点"};
inline constexpr Sentence which_sign{
    "is the value above or below zero? Give it with its sign alone",
    "是正数还是负数？请只写带正负号的数"};
inline constexpr Sentence which_figure{"give the one figure that is meant", "请只写所指的那一个数"};
inline constexpr Sentence digits_alone{"give the figure alone, in digits", "请只写数字"};
inline constexpr Sentence no_bound{
    "a bound (≥, ≤, >, <) is no exact figure: give the figure itself",
    "带 ≥、≤、>、< 的不是确切的数，请写数本身"};
inline constexpr Sentence no_about{"the figure is given as about: give the exact one",
                                   "这是约数，请写确切的数"};
inline constexpr Sentence write_it{"write {0}", "请写 {0}"};
inline constexpr Sentence write_either{"write {0} or {1}", "请写 {0} 或 {1}"};
inline constexpr Sentence money_without_unit{
    "this is an amount of money: give it without another unit", "这里是金额，请不带别的单位"};
inline constexpr Sentence which_money_unit{
    "which unit of money is it in? Give the amount in the document's unit alone",
    "金额的单位是什么？请按文件的 unit 只写数"};
inline constexpr Sentence share_without_unit{
    "this is a share: give it as a percentage, without another unit",
    "这里是比率，请写成百分数，不带别的单位"};
inline constexpr Sentence which_percent{"is \"{0}\" or \"{1}\" meant? Give it with its % sign",
                                        "是 \"{0}\" 还是 \"{1}\"？请带上 %"};
inline constexpr Sentence no_money_input{
    "the input has no unit of money: give the number alone, in the unit it is meant in",
    "这个输入项不是金额，请按其单位只写数"};
inline constexpr Sentence count_no_percent{"a count is no percentage: give how many there are",
                                           "个数不是百分数，请写有多少个"};
inline constexpr Sentence write_if_counted_in{"write {0} if the input counts in {1}",
                                              "如果输入项以{1}计，请写 {0}"};
inline constexpr Sentence count_whole{
    "a count is whole and not below zero: give how many there are",
    "个数是不小于 0 的整数，请写有多少个"};
inline constexpr Sentence what_does_it_mean{
    "what does \"{0}\" mean? Give the figure alone, without other words",
    "“{0}”是什么意思？请只写数，不带别的文字"};
inline constexpr Sentence measured_number{
    "write what was measured as a number, such as 266 or \"98%\"; the operator belongs to "
    "\"direction\"",
    "请把实际值写成数，如 266 或 \"98%\"；比较符号写在 direction 中"};
inline constexpr Sentence record_unit{
    "the record's unit is {0}: give the figure in it, without other words",
    "记录的单位是{0}，请按此单位只写数"};
inline constexpr Sentence not_given{"not given", "（没有写）"};
inline constexpr Sentence and_direction{"{0}, and \"direction\": \"{1}\"",
                                        "{0}，并写 \"direction\": \"{1}\""};
inline constexpr Sentence serial_day{"a number that looks like the serial number of a day in a "
                                     "spreadsheet: write \"{0}\" if that is "
                                     "the day",
                                     "像是电子表格的日期序号，如果是这一天，请写 \"{0}\""};
inline constexpr Sentence exact_day{
    "that is a month or a time limit: write the exact day, such as \"{0}\"",
    "这是月份或期限，请写确切的日期，如 \"{0}\""};
inline constexpr Sentence no_such_day{"there is no such day", "没有这一天"};
inline constexpr Sentence write_day{"write a day as \"2024-02-01\"", "日期请写作 \"2024-02-01\""};

/// The name of an object, as readers have it in English: "an indicator", "indicator", "\"units\"".
[[nodiscard]] text::Words noun(std::string_view english);

/// A kind of document with its article, such as "a facts"; nothing where there is none of the name.
[[nodiscard]] text::Words document_kind(std::string_view kind);

} // namespace heng::detail::json::say
