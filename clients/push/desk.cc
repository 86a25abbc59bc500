#include "clients/push/desk.h"

#include <unistd.h>

#include <filesystem>
#include <string>
#include <thread>
#include <utility>

#include "clients/cli/resource_name.h"
#include "clients/push/answers.h"

namespace waarborg::push {
namespace {

using cli::Fault;

// How long what was sent is heard out when the program has to end.
constexpr absl::Duration kHearOut = absl::Seconds(5);

// Not by opening it: that would be heard at the other end of a pipe.
bool IsReadable(const std::string& file) {
  std::error_code error;
  return file == "-" || (access(file.c_str(), R_OK) == 0 && !std::filesystem::is_directory(file, error));
}

template <class Thing>
std::optional<Fault> Keep(cli::Parsed<std::unique_ptr<Thing>> opened, std::unique_ptr<Thing>& place) {
  if (!opened.ok()) return opened.error();
  place = *std::move(opened);
  return std::nullopt;
}

}  // namespace

std::optional<Fault> Desk::Open() {
  for (const std::string& file : options_.files) {
    if (!IsReadable(file)) return Fault{"FILE_UNREADABLE", {{"file", file}}};
  }
  std::optional<Fault> fault = Keep(Refusals::Open(options_.errors, notices_), refusals_);
  if (!fault.has_value() && !options_.spool.empty()) fault = Keep(Spool::Open(options_.spool), spool_);
  if (!fault.has_value() && !options_.acks.empty()) fault = Keep(AcksFile::Open(options_.acks), acks_);
  return fault;
}

DeliveryOptions Desk::HowToDeliver() const {
  const bool for_ever = spool_ != nullptr && !options_.once;
  return {.member = cli::Expand(options_.member, "regions/*/members/*", options_.region),
          .give_up_after = for_ever ? absl::InfiniteDuration() : options_.give_up_after};
}

void Desk::Read(const Stop& stop) {
  const IntakeOptions reading{.format = options_.format,
                              .reading = {.region = options_.region, .source = options_.source},
                              .once = options_.once};
  Intake intake(reading, acks_.get(), window_, *refusals_, counts_, notices_, stop);
  if (spool_ == nullptr) {
    intake.ReadFiles(options_.files);
  } else {
    intake.ReadSpool(*spool_);
  }
}

Outcome Desk::Deliver(const std::shared_ptr<grpc::Channel>& channel, const Stop& stop) {
  Answers answers(acks_.get(), *refusals_, counts_, notices_);
  Delivery delivery(channel, HowToDeliver(), window_, answers, notices_, stop);
  Stop end_of_reading;
  Stop over;
  std::thread reader([this, &end_of_reading] { Read(end_of_reading); });
  std::thread guard([&] {
    if (stop.WaitUnless(over.file())) return;
    end_of_reading.Ask();
    window_.Close();
    if (!over.WaitFor(kHearOut)) delivery.Cancel();
  });
  const Outcome outcome = delivery.Run();
  error_ = delivery.error();
  over.Ask();
  guard.join();
  end_of_reading.Ask();
  window_.Close();
  reader.join();
  return outcome;
}

}  // namespace waarborg::push
