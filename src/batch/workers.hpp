// SPDX-License-Identifier: Apache-2.0
//
// Threads that work on jobs; the jobs are taken back in the order in which they were given.
//
//     Workers<Job> workers{threads, [](Job& job) { … }};
//     workers.give(job);                                      // while it is not full()
//     Job done = workers.take();                              // waits for the oldest
//
// A job may have a weight, such as the memory that it takes: those in work at the same time weigh
// at most so much together, or there is one of them.
//
// With one thread, or where the system gives none, give() does the work itself. What a job throws,
// take() throws. The destructor waits for jobs in work, and drops those that are not begun.
#pragma once

#include "base/threads.hpp"

#include <heng/batch/json_lines.hpp>

#include <algorithm>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <limits>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

namespace heng::detail::batch {

template <class Job>
class Workers {
  public:
    Workers(unsigned threads, std::function<void(Job&)> work,
            std::size_t most_weight = std::numeric_limits<std::size_t>::max())
        : work_(std::move(work)), most_weight_(most_weight) {
        threads = std::min(threads, most_batch_threads);
        threads_.reserve(threads);
        try {
            for (unsigned i = 0; threads > 1 && i < threads; ++i) {
                threads_.emplace_back([this] { run(); });
            }
        } catch (const std::system_error&) { // no more threads: those that there are will do
        } catch (...) { // no memory for one: a thread that is not joined would end the process
            end();
            throw;
        }
    }

    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    ~Workers() { end(); }

    /// How many threads there are besides the caller's.
    [[nodiscard]] std::size_t size() const { return threads_.size(); }

    /// As many jobs are out as keep the threads busy while the oldest is waited for, and some more
    /// for the time that the caller takes to wake.
    [[nodiscard]] bool full() const {
        return tasks_.size() >= (threads_.empty() ? 1 : 2 * threads_.size() + 5);
    }
    [[nodiscard]] bool empty() const { return tasks_.empty(); }

    /// How many jobs were in work at the same time, at most.
    [[nodiscard]] std::size_t most_in_work() {
        const base::Lock lock{mutex_};
        return most_in_work_;
    }

    void give(Job job, std::size_t weight = 0) {
        if (threads_.empty()) {
            tasks_.push_back({std::move(job), State::done, nullptr, weight});
            work_(tasks_.back().job);
            return;
        }
        {
            const base::Lock lock{mutex_};
            tasks_.push_back({std::move(job), State::given, nullptr, weight});
        }
        given_.notify_one();
    }

    Job take() {
        base::Lock lock{mutex_};
        done_.wait(lock, [this] { return tasks_.front().state == State::done; });
        Task task = std::move(tasks_.front());
        tasks_.pop_front();
        lock.unlock();
        if (task.thrown) {
            std::rethrow_exception(task.thrown);
        }
        return std::move(task.job);
    }

  private:
    enum class State : unsigned char { given, begun, done };

    struct Task {
        Job job;
        State state;
        std::exception_ptr thrown;
        std::size_t weight;
    };

    /// The oldest that is not begun; none where it is too heavy besides those in work.
    Task* next() {
        for (Task& task : tasks_) { // few: see full()
            if (task.state == State::given) {
                const bool heavy = weight_ > most_weight_ || task.weight > most_weight_ - weight_;
                if (heavy && in_work_ > 0) {
                    return nullptr;
                }
                task.state = State::begun;
                ++in_work_;
                most_in_work_ = std::max(most_in_work_, in_work_);
                weight_ += task.weight;
                return &task;
            }
        }
        return nullptr;
    }

    void run() {
        base::Lock lock{mutex_};
        for (;;) {
            Task* task = nullptr;
            given_.wait(lock, [&] { return ending_ || (task = next()) != nullptr; });
            if (ending_) {
                return;
            }
            lock.unlock();
            std::exception_ptr thrown;
            try {
                work_(task->job); // a deque's elements stay where they are
            } catch (...) {
                thrown = std::current_exception();
            }
            lock.lock();
            task->thrown = thrown;
            task->state = State::done;
            --in_work_;
            weight_ -= task->weight;
            if (task->weight > 0) {
                given_.notify_all(); // what waited for it may be more than one
            }
            done_.notify_one();
        }
    }

    void end() {
        {
            const base::Lock lock{mutex_};
            ending_ = true;
        }
        given_.notify_all();
        for (base::Thread& each : threads_) {
            each.join();
        }
    }

    std::function<void(Job&)> work_;
    std::size_t most_weight_;
    std::size_t weight_ = 0; ///< of those in work
    std::size_t in_work_ = 0;
    std::size_t most_in_work_ = 0;
    std::deque<Task> tasks_; ///< only the calling thread adds and removes
    base::Mutex mutex_;
    base::Condition given_;
    base::Condition done_;
    bool ending_ = false;
    std::vector<base::Thread> threads_;
};

/// As many things as jobs are in work at once, used again and again: what a job allocates for
/// itself, all threads ask one heap for.
///
///     Spares<Scorer> scorers{[&] { return std::make_unique<Scorer>(plan); }};
///     scorers.lend([&](Scorer& scorer) { scorer.score(job); });
template <class Thing>
class Spares {
  public:
    explicit Spares(std::function<std::unique_ptr<Thing>()> make) : make_(std::move(make)) {}

    /// One that nobody else has while `use` runs. It is dropped where `use` throws.
    template <class Use>
    void lend(const Use& use) {
        std::unique_ptr<Thing> thing = take();
        use(*thing);
        const base::Lock lock{mutex_};
        idle_.push_back(std::move(thing));
    }

  private:
    std::unique_ptr<Thing> take() {
        {
            const base::Lock lock{mutex_};
            if (!idle_.empty()) {
                std::unique_ptr<Thing> thing = std::move(idle_.back());
                idle_.pop_back();
                return thing;
            }
        }
        return make_();
    }

    std::function<std::unique_ptr<Thing>()> make_;
    base::Mutex mutex_;
    std::vector<std::unique_ptr<Thing>> idle_;
};

} // namespace heng::detail::batch
