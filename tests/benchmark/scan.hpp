// SPDX-License-Identifier: Apache-2.0
//
// What reading JSON costs at the least: Boost's parser with a handler that does nothing.
//
//     Scan scan;
//     scan.values(text);        // how many values it has; 0 if it is no JSON
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace heng::benchmarks {

class Scan {
  public:
    Scan();
    Scan(const Scan&) = delete;
    Scan& operator=(const Scan&) = delete;
    ~Scan();

    [[nodiscard]] std::size_t values(std::string_view text);

  private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

} // namespace heng::benchmarks
