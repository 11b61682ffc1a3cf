// SPDX-License-Identifier: Apache-2.0
//
// Office files as tests write them: a zip of the parts that they are about.
//
//     const std::string bytes = xlsx_of("<row><c t=\"inlineStr\"><is><t>甲</t></is></c></row>");
//     const std::string bomb = zip_of({{"xl/workbook.xml", std::string(1 << 24, ' ')}}, true);
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <zlib.h>

namespace heng::office {

using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::string little_endian(std::size_t number, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) {
        text += static_cast<char>(number >> (8 * i) & 0xFF);
    }
    return text;
}

inline std::string deflated(std::string_view text) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

/// A zip with these parts; `packed`: as programs write it, else each as it is.
inline std::string zip_of(const Parts& parts, bool packed = false) {
    std::string zip;
    std::string directory;
    for (const auto& [name, text] : parts) {
        const std::string data = packed ? deflated(text) : text;
        const auto crc = static_cast<std::size_t>(
            crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
        const std::string common =
            little_endian(20, 2) + little_endian(0x0800, 2) + little_endian(packed ? 8 : 0, 2) +
            little_endian(0x21, 4) + little_endian(crc, 4) + little_endian(data.size(), 4) +
            little_endian(text.size(), 4) + little_endian(name.size(), 2) + little_endian(0, 2);
        directory += "PK\x01\x02" + little_endian(20, 2) + common + little_endian(0, 2) +
                     little_endian(0, 2) + little_endian(0, 2) + little_endian(0, 4) +
                     little_endian(zip.size(), 4) + name;
        zip += "PK\x03\x04" + common + name + data;
    }
    const std::size_t start = zip.size();
    return zip + directory + "PK\x05\x06" + little_endian(0, 4) + little_endian(parts.size(), 2) +
           little_endian(parts.size(), 2) + little_endian(directory.size(), 4) +
           little_endian(start, 4) + little_endian(0, 2);
}

/// What a workbook with one sheet "表" has; `more` replaces parts of the same name.
inline std::string workbook_of(std::string_view sheet_body, const Parts& more = {}) {
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    Parts parts = {
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"" + types +
                            "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml",
         "<workbook><sheets><sheet name=\"表\" r:id=\"s1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id=\"s1\" Type=\"" + types +
             "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"s2\" Type=\"" +
             types +
             "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"s3\" Type=\"" +
             types + "/styles\" Target=\"/xl/styles.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet>" + std::string{sheet_body} + "</worksheet>"}};
    for (const auto& [name, text] : more) {
        bool replaced = false;
        for (auto& part : parts) {
            if (part.first == name) {
                part.second = text;
                replaced = true;
            }
        }
        if (!replaced) {
            parts.emplace_back(name, text);
        }
    }
    return zip_of(parts);
}

inline std::string xlsx_of(std::string_view rows, const Parts& more = {}) {
    return workbook_of("<sheetData>" + std::string{rows} + "</sheetData>", more);
}

inline std::string docx_of(std::string_view body) {
    return zip_of({{"word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + std::string{body} +
                                             "</w:body></w:document>"}});
}

} // namespace heng::office
