// SPDX-License-Identifier: Apache-2.0
//
// Threads, where there are any: no other file includes <thread>, <mutex> or their like.
//
//     base::Lock lock{mutex};
//     ready.wait(lock, [&] { return done; });
//
// In a build without threads (HENG_NO_THREADS) none can be made, as on a system that has none left,
// and all the rest does nothing: the one thread that there is needs no lock.
#pragma once

#ifndef HENG_NO_THREADS
#include <condition_variable>
#include <mutex>
#include <thread>
#else
#include <system_error>
#endif

namespace heng::detail::base {

#ifndef HENG_NO_THREADS
inline constexpr bool has_threads = true;

using Thread = std::thread;
using Mutex = std::mutex;
using Lock = std::unique_lock<std::mutex>;
using Condition = std::condition_variable;
#else
inline constexpr bool has_threads = false;

class Thread {
  public:
    template <class Work>
    explicit Thread(const Work& /*work*/) {
        throw std::system_error{std::make_error_code(std::errc::resource_unavailable_try_again)};
    }
    void join() {}
};

class Mutex {};

class Lock {
  public:
    explicit Lock(Mutex& /*mutex*/) {}
    void lock() {}
    void unlock() {}
};

class Condition {
  public:
    /// Requires that what it waits for is so: nobody else could bring it about.
    template <class Ready>
    void wait(Lock& /*lock*/, const Ready& /*ready*/) {}
    void notify_one() {}
    void notify_all() {}
};
#endif

} // namespace heng::detail::base
