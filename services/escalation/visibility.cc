#include "services/escalation/visibility.h"

namespace waarborg::escalation {

bool IsProviderOnly(const call::Caller& caller) {
  return caller.roles.size() == 1 && caller.Holds(team::v1::ROLE_PROVIDER_USER);
}

bool IsVisibleToProvider(const v1::Step& step) {
  return step.hearing().has_open_time() || step.state() == v1::Step::STATE_DECIDED;
}

bool IsVisibleToProvider(const v1::AcuteCase& acute_case) { return acute_case.has_impose_time(); }

void RedactForProvider(v1::Step& step) {
  step.clear_alignment();
  step.clear_confirmations();
}

void RedactForProvider(v1::AcuteCase& acute_case) {
  acute_case.clear_source();
  acute_case.clear_notices();
  acute_case.clear_confirmations();
}

}  // namespace waarborg::escalation
