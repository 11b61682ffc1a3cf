// SPDX-License-Identifier: Apache-2.0
//
// The parts of a zip, within bounds.
//
//     auto zip = Zip::open(bytes, bounds);
//     auto text = zip->read("word/document.xml");     // office.broken where there is none
#pragma once

#include <heng/office/problem.hpp>
#include <heng/office/tables.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace heng::office {

class Zip {
  public:
    /// The bytes outlive it. Problems: `office.broken`, `office.limit`.
    [[nodiscard]] static Expected<Zip> open(std::string_view bytes, const Bounds& bounds);

    Zip(Zip&& other) noexcept;
    Zip& operator=(Zip&&) = delete;
    Zip(const Zip&) = delete;
    Zip& operator=(const Zip&) = delete;
    ~Zip();

    /// Names of parts are compared without regard to case, as Office does.
    [[nodiscard]] bool has(std::string_view name) const;
    /// Whether a part's name ends so.
    [[nodiscard]] bool has_any(std::string_view ending) const;
    /// What the part unpacks to. It is unpacked as far as it is allowed, whatever size it claims.
    [[nodiscard]] Expected<std::string> read(std::string_view name);

  private:
    struct Source;
    Zip(std::unique_ptr<Source> source, const Bounds& bounds);
    [[nodiscard]] Expected<std::string> unpack(const std::string& name, std::size_t packed);

    std::unique_ptr<Source> source_;
    Bounds bounds_;
    std::size_t unpacked_ = 0;
};

} // namespace heng::office
