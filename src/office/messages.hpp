// SPDX-License-Identifier: Apache-2.0
//
// What is said of files and their cells.
#pragma once

#include "office/said.hpp"

namespace heng::office::say {

// --- places --------------------------------------------------------------------------------------

inline constexpr Sentence table_of{"table {0}", "表{0}"};
inline constexpr Sentence row_of{"row {0}", "第{0}行"};
inline constexpr Sentence column_of{"column {0}", "第{0}列"};

// --- kinds of files ------------------------------------------------------------------------------

inline constexpr Sentence old_workbook{
    "this is a workbook of Excel 97-2003 (.xls) or WPS (.et), which heng does not read",
    "这是 Excel 97-2003（.xls）或 WPS（.et）工作簿，heng 不读取"};
inline constexpr Sentence old_document{
    "this is a document of Word 97-2003 (.doc) or WPS (.wps), which heng does not read",
    "这是 Word 97-2003（.doc）或 WPS（.wps）文档，heng 不读取"};
inline constexpr Sentence encrypted{"this file is protected with a password", "此文件设有打开密码"};
inline constexpr Sentence open_document{
    "this is an OpenDocument file (.ods, .odt), which heng does not read",
    "这是 OpenDocument 文件（.ods、.odt），heng 不读取"};
inline constexpr Sentence binary_workbook{
    "this is a binary workbook (.xlsb), which heng does not read",
    "这是二进制工作簿（.xlsb），heng 不读取"};
inline constexpr Sentence xml_workbook{
    "this is an XML spreadsheet of 2003, which heng does not read",
    "这是“XML 电子表格 2003”，heng 不读取"};
inline constexpr Sentence rich_text{"this is a rich text document (.rtf), which heng does not read",
                                    "这是 RTF 文档（.rtf），heng 不读取"};
inline constexpr Sentence pdf{"this is a PDF, in which there are no tables, only letters in places",
                              "这是 PDF，其中没有表格，只有摆好位置的字"};
inline constexpr Sentence picture{"this is a picture", "这是图片"};
inline constexpr Sentence other_kind{"this is no file that heng reads", "heng 不读取这种文件"};
inline constexpr Sentence save_as_xlsx{"open it in Excel or WPS, and save it as .xlsx",
                                       "请用 Excel 或 WPS 打开，另存为 .xlsx"};
inline constexpr Sentence save_as_docx{"open it in Word or WPS, and save it as .docx",
                                       "请用 Word 或 WPS 打开，另存为 .docx"};
inline constexpr Sentence save_as_either{"open it, and save it as .xlsx or .docx",
                                         "请打开后另存为 .xlsx 或 .docx"};
inline constexpr Sentence without_password{"open it, take the password off, and save it",
                                           "请打开文件，取消密码后保存"};
inline constexpr Sentence ask_for_source{
    "ask for the .docx or .xlsx that it was made from, or have Word or WPS convert it, and compare "
    "the figures",
    "请索取原来的 .docx 或 .xlsx；也可用 Word 或 WPS 转换，并核对数字"};
inline constexpr Sentence known_kinds{"heng reads .json, .xlsx, .docx, .html and .csv",
                                      "heng 读取 .json、.xlsx、.docx、.html 和 .csv"};
inline constexpr Sentence without_office{
    "this heng was built without what reads and writes Excel and Word files",
    "这个 heng 编译时没有带上读写 Excel 和 Word 文件的部分"};
inline constexpr Sentence build_with_office{
    "install the packages of .ci/office-packages and build again, or give facts as .json or .csv",
    "请安装 .ci/office-packages 所列软件包后重新编译，或用 .json、.csv 提供数据"};

// --- broken and hostile files --------------------------------------------------------------------

inline constexpr Sentence broken_zip{"the file is damaged: {0} can't be unpacked",
                                     "文件已损坏：{0} 无法解开"};
inline constexpr Sentence no_directory{"the file is damaged, or was cut short",
                                       "文件已损坏，或不完整"};
inline constexpr Sentence no_part{"the file is damaged: there is no {0} in it",
                                  "文件已损坏：其中没有 {0}"};
inline constexpr Sentence part_twice{"the file is damaged: {0} is in it twice",
                                     "文件已损坏：{0} 出现两次"};
inline constexpr Sentence broken_xml{"the file is damaged: {0} is not well-formed XML",
                                     "文件已损坏：{0} 不是合格的 XML"};
inline constexpr Sentence broken_text{"the text is neither UTF-8 nor GB18030",
                                      "文字编码既不是 UTF-8，也不是 GB18030"};
inline constexpr Sentence broken_cell{"the cell has bytes that are no text",
                                      "单元格中有不是文字的字节"};
inline constexpr Sentence save_again{"open it in the program that wrote it, and save it again",
                                     "请用原来的程序打开，重新保存"};
inline constexpr Sentence macros{"the file has macros, which heng does not accept",
                                 "文件带有宏，heng 不接受"};
inline constexpr Sentence without_macros{"save it as a file without macros (.xlsx or .docx)",
                                         "请另存为不带宏的文件（.xlsx 或 .docx）"};
inline constexpr Sentence entities{"{0} declares a document type, which no Office program writes",
                                   "{0} 含有文档类型声明，办公软件不会写出这种内容"};
inline constexpr Sentence wrong_reference{"\"{0}\" is no place in a sheet", "“{0}”不是单元格位置"};
inline constexpr Sentence cell_twice{"two cells have the same place", "两个单元格位置相同"};
inline constexpr Sentence no_string{"there is no shared text number {0}",
                                    "没有编号为{0}的共享文本"};
inline constexpr Sentence no_date{"{0} is no day of the calendar", "{0}不是日历上的日期"};
inline constexpr Sentence no_number{"\"{0}\" is no number, though the file says that it is one",
                                    "文件标明为数值，但“{0}”不是数"};
inline constexpr Sentence overlap{"merged cells overlap", "合并的单元格互相重叠"};
inline constexpr Sentence too_large{
    "the file is larger than is read, in bytes: {0}, and at most {1}",
    "文件有{0}字节，最多读取{1}字节"};
inline constexpr Sentence unpacks_to{"{0} would unpack to more than is read, in bytes: {1}",
                                     "{0} 解开后超过读取上限（{1}字节）"};
inline constexpr Sentence bomb{
    "{0} would unpack to more than {1} times its size, which no form does",
    "{0} 解开后是原来的{1}倍以上，正常的表格不会如此"};
inline constexpr Sentence too_many_parts{"the file has more parts than are read: {0}",
                                         "文件的部件超过{0}个"};
inline constexpr Sentence too_many_cells{"the file has more cells with content than are read: {0}",
                                         "文件中有内容的单元格超过{0}个"};
inline constexpr Sentence too_many_merges{"merged cells cover more places than are read: {0}",
                                          "合并的单元格占位超过{0}格"};
inline constexpr Sentence too_many_marks{"{0} has more elements and attributes than are read: {1}",
                                         "{0} 的元素和属性超过{1}个"};
inline constexpr Sentence too_many_tables{"the file has more tables than are read: {0}",
                                          "文件中的表格超过{0}个"};
inline constexpr Sentence too_long_cell{"a cell is longer than is read, in bytes: {0}",
                                        "单元格超过{0}字节"};
inline constexpr Sentence too_deep{"tables or elements are nested more than {0} deep",
                                   "表格或元素嵌套超过{0}层"};
inline constexpr Sentence no_temporary_file{
    "the workbook can't be written: there is no room for a temporary file",
    "无法写出工作簿：没有空间存放临时文件"};
inline constexpr Sentence keep_the_form{"leave in it only the form that is to be read",
                                        "请只保留要读取的表格"};

} // namespace heng::office::say
