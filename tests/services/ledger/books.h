#ifndef WAARBORG_TESTS_SERVICES_LEDGER_BOOKS_H_
#define WAARBORG_TESTS_SERVICES_LEDGER_BOOKS_H_

// The ledger alone, without any noun: members as records under a table of the tests' own, on a disk in memory that
// outlives the store.

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "services/call/call.h"
#include "services/language/die.h"
#include "services/ledger/journal.h"
#include "services/ledger/ledger.h"
#include "services/ledger/unit_of_work.h"
#include "storage/keys.h"
#include "storage/rocksdb/rocksdb_store.h"
#include "storage/schema.h"
#include "tests/support/desk.h"
#include "waarborg/team/v1/team.pb.h"

namespace waarborg::ledger {

using team::v1::CreateMemberRequest;
using team::v1::Member;

// Members by provider.
inline std::string MemberByProvider(absl::string_view key, const Member& member) {
  if (member.provider().empty()) return "";
  return storage::KeyBuilder().Text(member.provider()).Text(key).Take();
}

inline constexpr RecordTable<Member> kPeople{storage::tables::kMember, storage::tables::kProviderByKvk,
                                             MemberByProvider};

inline std::string KeyOf(absl::string_view id) { return storage::KeyBuilder().Text("nmd").Text(id).Take(); }

inline Fact FactOf(absl::string_view kind, absl::string_view resource) {
  return {.kind = std::string(kind), .resource = std::string(resource), .role = team::v1::ROLE_ADMINISTRATOR};
}

inline CreateMemberRequest Hire(absl::string_view id, absl::string_view display_name = "Anna") {
  CreateMemberRequest request;
  request.set_parent("regions/nmd");
  request.set_member_id(std::string(id));
  request.mutable_member()->set_display_name(std::string(display_name));
  return request;
}

// Stores a member; refuses one that exists, so that a second execution shows.
inline absl::StatusOr<Member> HireMember(UnitOfWork& unit, const CreateMemberRequest& request) {
  const std::string key = KeyOf(request.member_id());
  ASSIGN_OR_RETURN(const std::optional<Member> old, unit.Get(kPeople, key));
  if (old.has_value()) return call::error::Exists("MEMBER", request.member_id());
  Member member = request.member();
  member.set_name(absl::StrCat("regions/nmd/members/", request.member_id()));
  RETURN_IF_ERROR(unit.Put(kPeople, key, member));
  unit.Record(FactOf("MemberCreated", member.name()));
  return member;
}

class Books {
 public:
  Books() { Open(); }

  // Closes the store and opens it again on the same disk.
  void Reopen() {
    store.reset();
    Open();
  }

  call::Call CallBy(absl::string_view member, absl::string_view request_id = "") {
    return {.caller = testing::Desk::As(member, {team::v1::ROLE_ADMINISTRATOR}),
            .region = "nmd",
            .method = "test/Hire",
            .request_id = std::string(request_id),
            .traceparent = "",
            .now = clock.Now(),
            .deadline = absl::InfiniteFuture(),
            .entropy = entropy};
  }

  template <class Request, class Response>
  absl::StatusOr<Response> Run(absl::StatusOr<Response> (*command)(UnitOfWork&, const Request&), const call::Call& call,
                               const Request& request) {
    std::promise<absl::StatusOr<Response>> answer;
    ledger->Command(command)(call, request, [&answer](absl::StatusOr<Response> result) {
      answer.set_value(std::move(result));
    });
    return answer.get_future().get();
  }

  // A unit of work of region nmd that the call "test/Write" asks for.
  absl::Status Write(const std::function<absl::Status(UnitOfWork&)>& work, absl::string_view region = "nmd") {
    call::Call call = CallBy("anna");
    call.region = std::string(region);
    return ledger->RunAndWait(call, work);
  }

  // A unit that says something and changes no record.
  absl::Status Say(absl::string_view kind, absl::string_view region = "nmd") {
    return Write(
        [kind](UnitOfWork& unit) {
          unit.Record(FactOf(kind, "regions/nmd"));
          return absl::OkStatus();
        },
        region);
  }

  std::vector<audit::v1::Event> Events(absl::string_view region = "nmd") const {
    std::vector<audit::v1::Event> events;
    const std::unique_ptr<const storage::Snapshot> snapshot = store->Read();
    for (std::uint64_t sequence = 1;; ++sequence) {
      absl::StatusOr<std::optional<audit::v1::Event>> event = ReadEvent(*snapshot, region, sequence);
      if (!event.ok()) language::Die(event.status().ToString());
      if (!event->has_value()) return events;
      events.push_back(**std::move(event));
    }
  }

  std::vector<std::string> Leaves(absl::string_view region = "nmd") const {
    std::vector<std::string> leaves;
    const std::unique_ptr<const storage::Snapshot> snapshot = store->Read();
    for (std::uint64_t sequence = 1;; ++sequence) {
      absl::StatusOr<std::optional<std::string>> leaf = ReadLeaf(*snapshot, region, sequence);
      if (!leaf.ok()) language::Die(leaf.status().ToString());
      if (!leaf->has_value()) return leaves;
      leaves.push_back(**std::move(leaf));
    }
  }

  std::optional<Member> Find(absl::string_view id) const {
    return storage::Table<Member>(kPeople.id).Get(*store->Read(), KeyOf(id)).value();
  }

  // Every entry of a table: key and value.
  std::vector<std::pair<std::string, std::string>> Scan(storage::TableId table) const {
    std::vector<std::pair<std::string, std::string>> rows;
    const absl::Status read = store->Read()->Scan(table, {.limit = storage::kMaxScanEntries},
                                                  [&rows](absl::string_view key, absl::string_view value) {
                                                    rows.emplace_back(std::string(key), std::string(value));
                                                    return true;
                                                  });
    if (!read.ok()) language::Die(read.ToString());
    return rows;
  }

  testing::FakeClock clock;
  call::Entropy entropy = testing::FakeEntropy();
  std::unique_ptr<storage::Store> store;
  std::unique_ptr<Ledger> ledger;

 private:
  void Open() {
    absl::StatusOr<std::unique_ptr<storage::Store>> opened =
        storage::Open({.directory = "/books", .in_memory = true, .memory_disk = disk_});
    if (!opened.ok()) language::Die(opened.status().ToString());
    store = *std::move(opened);
    ledger = std::make_unique<Ledger>(*store, [this] { return clock.Now(); });
  }

  std::shared_ptr<storage::MemoryDisk> disk_ = storage::NewMemoryDisk();
};

}  // namespace waarborg::ledger

#endif  // WAARBORG_TESTS_SERVICES_LEDGER_BOOKS_H_
