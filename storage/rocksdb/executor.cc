#include "storage/rocksdb/executor.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "storage/rocksdb/engine_status.h"

namespace waarborg::storage {

Executor::Executor(std::shared_ptr<Engine> engine, std::size_t queue_capacity,
                   std::function<void(absl::string_view)> on_fatal)
    : engine_(std::move(engine)),
      queue_capacity_(queue_capacity),
      on_fatal_(std::move(on_fatal)),
      thread_([this] { Run(); }) {}

Executor::~Executor() {
  {
    const language::MutexLock lock(mutex_);
    stopping_ = true;
    work_.NotifyOne();
  }
  thread_.join();
}

void Executor::Submit(WriteFunction function, WriteDone done) {
  if (Enqueue(function, done)) return;
  done(absl::ResourceExhaustedError(
      absl::StrCat("the store is busy: ", queue_capacity_, " writes are waiting; try again later")));
}

bool Executor::Enqueue(WriteFunction& function, WriteDone& done) {
  const language::MutexLock lock(mutex_);
  if (waiting_.size() >= queue_capacity_) return false;
  waiting_.push_back({.function = std::move(function), .done = std::move(done), .outcome = absl::OkStatus()});
  if (waiting_.size() == 1) work_.NotifyOne();
  return true;
}

void Executor::Run() {
  for (std::vector<Task> tasks = TakeWaiting(); !tasks.empty(); tasks = TakeWaiting()) {
    absl::Span<Task> rest = absl::MakeSpan(tasks);
    while (!rest.empty()) rest.remove_prefix(RunGroup(rest));
  }
}

std::vector<Executor::Task> Executor::TakeWaiting() {
  const language::MutexLock lock(mutex_);
  while (waiting_.empty() && !stopping_) work_.Wait(mutex_);
  const auto count = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), kMaxGroupFunctions));
  std::vector<Task> taken(std::make_move_iterator(waiting_.begin()),
                          std::make_move_iterator(waiting_.begin() + count));
  waiting_.erase(waiting_.begin(), waiting_.begin() + count);
  return taken;
}

std::size_t Executor::RunGroup(absl::Span<Task> tasks) {
  if (!failure_.ok()) {
    for (Task& task : tasks) task.outcome = failure_;
    Answer(tasks);
    return tasks.size();
  }
  Overlay overlay;
  std::size_t count = 0;
  while (count < tasks.size() && overlay.bytes() < kMaxGroupBytes) RunFunction(tasks[count++], overlay);
  const absl::Span<Task> group = tasks.subspan(0, count);
  if (const absl::Status written = WriteGroup(overlay); !written.ok()) {
    Fail(written, group);
  } else {
    // Functions that only read, or that refused, are answered here too: they may have read what an earlier
    // function of the group wrote, and that is durable only now.
    Answer(group);
  }
  return count;
}

void Executor::RunFunction(Task& task, Overlay& group) {
  OverlayTransaction transaction(*engine_->database, group);
  task.outcome = task.function(transaction);
  if (task.outcome.ok()) {
    group.Keep();
  } else {
    group.TakeBack();
  }
}

absl::Status Executor::WriteGroup(const Overlay& group) {
  if (group.IsEmpty()) return absl::OkStatus();
  rocksdb::WriteBatch batch(group.bytes() + group.bytes() / 4);
  group.AppendTo(batch);
  rocksdb::WriteOptions options;
  options.sync = true;
  return ToStatus(engine_->database->Write(options, &batch), "writing to the store");
}

void Executor::Fail(const absl::Status& failure, absl::Span<Task> group) {
  failure_ = absl::UnavailableError(absl::StrCat(
      "a write failed and its outcome is unknown; retry with the same request id (", failure.message(), ")"));
  for (Task& task : group) task.outcome = failure_;
  Answer(group);
  on_fatal_(failure.message());
}

void Executor::Answer(absl::Span<Task> group) {
  for (Task& task : group) {
    // What the function holds is let go before its caller hears the answer.
    task.function = nullptr;
    const WriteDone done = std::move(task.done);
    done(std::move(task.outcome));
  }
}

}  // namespace waarborg::storage
