#include "clients/cli/audit_verify.h"

#include <algorithm>

#include "absl/strings/escaping.h"
#include "clients/cli/error_text.h"
#include "clients/cli/own_flags.h"
#include "clients/cli/special_commands.h"
#include "clients/cpp/services.h"
#include "nlohmann/json.hpp"

namespace waarborg::cli {
namespace {

using audit::v1::Event;
using audit::v1::Leaf;
using audit::v1::TreeHead;

ExitStatus Report(const Session& session, const TreeHead& head, const std::optional<BadLeaf>& bad) {
  if (session.json()) {
    nlohmann::ordered_json report = {{"region", session.line.region},
                                     {"size", head.size()},
                                     {"root", absl::BytesToHexString(head.root())},
                                     {"verified", !bad.has_value()}};
    if (bad.has_value()) {
      report["first_bad_sequence"] = bad->sequence;
      report["reason"] = bad->reason;
    }
    session.out << report.dump() << "\n";
  } else {
    const Values values = {{"region", session.line.region},
                           {"size", absl::StrCat(head.size())},
                           {"root", absl::BytesToHexString(head.root())},
                           {"sequence", absl::StrCat(bad.value_or(BadLeaf{}).sequence)}};
    session.out << Say(session.line.language, bad.has_value() ? "VERIFY_" + bad->reason : "VERIFY_OK", values)
                << "\n";
  }
  return bad.has_value() ? kVerificationFailed : kOk;
}

// The stream of leaves into a verifier. A server that finds its own journal damaged names the leaf by where
// its stream breaks off.
client::Result<std::optional<BadLeaf>, client::ApiError> Verify(const Session& session,
                                                                const std::string& region,
                                                                const TreeHead& head) {
  LeafVerifier verifier(region, head);
  if (head.size() == 0) return verifier.Finish();
  audit::v1::StreamLeavesRequest request;
  request.set_parent(region);
  request.set_start_sequence(1);
  request.set_tree_size(head.size());
  client::CallOptions options = session.CallAsMember();
  options.timeout = absl::ZeroDuration();
  const std::optional<client::ApiError> error =
      session.client.Stream(*client::FindMethod("StreamLeaves"), request, options,
                            [&verifier](const google::protobuf::Message& message) {
                              return verifier.Add(dynamic_cast<const Leaf&>(message));
                            });
  if (error.has_value() && error->code == grpc::StatusCode::DATA_LOSS) {
    return std::optional<BadLeaf>(BadLeaf{verifier.size() + 1, "NOT_AN_EVENT"});
  }
  if (error.has_value()) return *error;
  return verifier.Finish();
}

}  // namespace

std::string LeafVerifier::FaultOf(const Leaf& leaf) const {
  const std::int64_t expected = size() + 1;
  if (expected > head_.size()) return "TOO_MANY";
  if (leaf.sequence() != expected) return "WRONG_SEQUENCE";
  Event event;
  if (!event.ParseFromString(leaf.content())) return "NOT_AN_EVENT";
  if (event.sequence() != expected) return "WRONG_SEQUENCE";
  if (event.name() != absl::StrCat(region_, "/events/", expected)) return "NOT_AN_EVENT";
  return "";
}

bool LeafVerifier::Add(const Leaf& leaf) {
  const std::string fault = FaultOf(leaf);
  if (!fault.empty()) {
    bad_ = BadLeaf{size() + 1, fault};
    return false;
  }
  frontier_.Append(rules::HashLeaf(leaf.content()), [](int, std::uint64_t, const rules::Hash&) {});
  return true;
}

std::optional<BadLeaf> LeafVerifier::Finish() const {
  if (bad_.has_value()) return bad_;
  if (size() != head_.size()) return BadLeaf{size() + 1, "MISSING"};
  if (rules::Bytes(frontier_.Root()) != head_.root())
    return BadLeaf{std::min<std::int64_t>(1, size()), "ROOT_MISMATCH"};
  return std::nullopt;
}

ExitStatus VerifyAudit(const Session& session) {
  const Parsed<OwnFlags> flags = OwnFlags::Read(session.line, {});
  if (!flags.ok()) return Fail(session, flags.error());
  if (!session.name.empty()) return Fail(session, Fault{"NAME_NOT_EXPECTED", {{"name", session.name}}});
  const std::string region = absl::StrCat("regions/", session.line.region);
  audit::v1::GetTreeHeadRequest request;
  request.set_parent(region);
  const client::CallOptions options = session.CallAsMember();
  const auto head = session.client.Call<TreeHead>("GetTreeHead", request, options.member, options);
  if (!head.ok()) return Fail(session, head.error());
  const auto bad = Verify(session, region, *head);
  return bad.ok() ? Report(session, *head, *bad) : Fail(session, bad.error());
}

}  // namespace waarborg::cli
