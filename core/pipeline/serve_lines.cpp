// Lines in, lines out, in order, on several threads.
//
// The reading thread puts each line into a queue; workers take the oldest line
// that nobody works on, and an answer waits in its slot until all before it have
// been written. Whoever finishes the oldest one writes and flushes, so a caller
// who asks one question at a time gets each answer at once. The queue is bounded:
// reading stops while more than kAhead lines a thread are under way.

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/pipeline/json_lines.h"

namespace crosscheck {
namespace {

constexpr size_t kAhead = 4;

struct Slot {
  std::string line;
  bool taken = false;
  std::optional<LineAnswer> answer;
};

class LineServer {
 public:
  LineServer(std::ostream& out, const std::function<LineAnswer(std::string_view)>& answer)
      : out_(out), answer_(answer) {}

  void Push(std::string line, size_t most) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return slots_.size() < most; });
    slots_.push_back({std::move(line), false, std::nullopt});
    work_.notify_one();
  }

  void Finish() {
    const std::lock_guard lock(mutex_);
    finished_ = true;
    work_.notify_all();
  }

  void Work() {
    std::unique_lock lock(mutex_);
    for (;;) {
      Slot* slot = NextSlot();
      if (slot == nullptr) {
        if (finished_) return;
        work_.wait(lock);
        continue;
      }
      slot->taken = true;
      lock.unlock();
      LineAnswer answer = answer_(slot->line);  // a deque keeps the slot's address
      lock.lock();
      slot->answer = std::move(answer);
      WriteReady();
    }
  }

  bool failed() const { return failed_; }

 private:
  Slot* NextSlot() {
    for (Slot& slot : slots_) {
      if (!slot.taken) return &slot;
    }
    return nullptr;
  }

  void WriteReady() {
    bool wrote = false;
    while (!slots_.empty() && slots_.front().answer) {
      failed_ = failed_ || slots_.front().answer->failed;
      out_ << slots_.front().answer->json << '\n';
      slots_.pop_front();
      wrote = true;
    }
    if (wrote) {
      out_.flush();
      room_.notify_all();
    }
  }

  std::ostream& out_;
  const std::function<LineAnswer(std::string_view)>& answer_;
  std::mutex mutex_;
  std::condition_variable work_, room_;
  std::deque<Slot> slots_;
  bool finished_ = false;
  bool failed_ = false;
};

}  // namespace

int ServeLines(std::istream& in, std::ostream& out, unsigned threads,
               const std::function<LineAnswer(std::string_view)>& answer) {
  // std::cin flushes std::cout, which it is tied to, whenever it reads: from this
  // thread, in the middle of what a worker writes. Lines would come out twice.
  std::ostream* const tied = in.tie(nullptr);
  std::string line;
  if (threads <= 1) {
    bool failed = false;
    while (std::getline(in, line)) {
      const LineAnswer result = answer(line);
      failed = failed || result.failed;
      out << result.json << '\n' << std::flush;
    }
    in.tie(tied);
    return failed ? 3 : 0;
  }
  LineServer server(out, answer);
  {
    std::vector<std::jthread> pool;
    for (unsigned i = 0; i < threads; ++i) pool.emplace_back([&] { server.Work(); });
    while (std::getline(in, line)) server.Push(std::move(line), threads * kAhead);
    server.Finish();
  }
  in.tie(tied);
  return server.failed() ? 3 : 0;
}

}  // namespace crosscheck
