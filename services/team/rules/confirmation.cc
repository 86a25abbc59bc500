#include "services/team/rules/confirmation.h"

#include <algorithm>
#include <string>

namespace waarborg::team {
namespace {

google::protobuf::Timestamp Stamp(absl::Time time) {
  google::protobuf::Timestamp stamp;
  const int64_t micros = absl::ToUnixMicros(time);
  stamp.set_seconds(micros / 1'000'000);
  stamp.set_nanos(static_cast<int32_t>(micros % 1'000'000) * 1000);
  return stamp;
}

absl::Time TimeOf(const google::protobuf::Timestamp& stamp) {
  return absl::FromUnixSeconds(stamp.seconds()) + absl::Nanoseconds(stamp.nanos());
}

v1::Confirmation* Find(Confirmations& confirmations, v1::Act act) {
  for (v1::Confirmation& confirmation : confirmations) {
    if (confirmation.act() == act) return &confirmation;
  }
  return nullptr;
}

}  // namespace

void AskConfirmation(Confirmations& confirmations, v1::Act act, v1::FourEyes rule, absl::string_view author,
                     absl::string_view content_digest, absl::Time due) {
  if (rule != v1::FOUR_EYES_LATER && rule != v1::FOUR_EYES_BEFORE) return;
  v1::Confirmation* confirmation = Find(confirmations, act);
  if (confirmation != nullptr && confirmation->content_digest() == content_digest) return;
  if (confirmation == nullptr) confirmation = confirmations.Add();
  confirmation->Clear();
  confirmation->set_act(act);
  confirmation->set_rule(rule);
  confirmation->set_author(std::string(author));
  confirmation->set_content_digest(std::string(content_digest));
  if (rule == v1::FOUR_EYES_LATER) *confirmation->mutable_due_time() = Stamp(due);
}

ConfirmRefusal Confirm(Confirmations& confirmations, v1::Act act, absl::string_view confirmer,
                       absl::string_view content_digest, absl::Time now) {
  v1::Confirmation* confirmation = Find(confirmations, act);
  if (confirmation == nullptr) return ConfirmRefusal::kNothingAsked;
  if (!confirmation->confirmer().empty()) return ConfirmRefusal::kAlreadyConfirmed;
  if (confirmation->author() == confirmer) return ConfirmRefusal::kSamePerson;
  if (confirmation->content_digest() != content_digest) return ConfirmRefusal::kContentChanged;
  confirmation->set_confirmer(std::string(confirmer));
  *confirmation->mutable_confirm_time() = Stamp(now);
  return ConfirmRefusal::kNone;
}

bool MayGoOn(const Confirmations& confirmations, v1::Act act) {
  const v1::Confirmation* confirmation = FindConfirmation(confirmations, act);
  return confirmation == nullptr || confirmation->rule() != v1::FOUR_EYES_BEFORE ||
         !confirmation->confirmer().empty();
}

const v1::Confirmation* FindConfirmation(const Confirmations& confirmations, v1::Act act) {
  const auto found = std::find_if(confirmations.begin(), confirmations.end(),
                                  [act](const v1::Confirmation& each) { return each.act() == act; });
  return found == confirmations.end() ? nullptr : &*found;
}

bool SecondPersonTookPart(const Confirmations& confirmations, const Acts& acts) {
  return std::any_of(confirmations.begin(), confirmations.end(), [&acts](const v1::Confirmation& each) {
    return acts.Contains(each.act()) && !each.confirmer().empty();
  });
}

bool SecondPersonAwaited(const Confirmations& confirmations, const Acts& acts, absl::Time now) {
  return std::any_of(confirmations.begin(), confirmations.end(), [&acts, now](const v1::Confirmation& each) {
    return acts.Contains(each.act()) && each.rule() == v1::FOUR_EYES_LATER && each.confirmer().empty() &&
           !each.overdue() && now < TimeOf(each.due_time());
  });
}

bool LaterConfirmationWaits(const Confirmations& confirmations, const Acts& acts) {
  return std::any_of(confirmations.begin(), confirmations.end(), [&acts](const v1::Confirmation& each) {
    return acts.Contains(each.act()) && each.rule() == v1::FOUR_EYES_LATER && each.confirmer().empty();
  });
}

bool LaterConfirmationWaits(const Confirmations& confirmations) {
  return std::any_of(confirmations.begin(), confirmations.end(), [](const v1::Confirmation& each) {
    return each.rule() == v1::FOUR_EYES_LATER && each.confirmer().empty();
  });
}

}  // namespace waarborg::team
