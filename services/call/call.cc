#include "services/call/call.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"

namespace waarborg::call {

bool Caller::Holds(Role role) const { return std::find(roles.begin(), roles.end(), role) != roles.end(); }

bool Caller::IsOnlyProvider() const {
  return !roles.empty() && std::all_of(roles.begin(), roles.end(),
                                       [](Role role) { return role == team::v1::ROLE_PROVIDER_USER; });
}

Role Caller::FirstOf(absl::Span<const Role> wanted) const {
  for (const Role role : wanted) {
    if (Holds(role)) return role;
  }
  return team::v1::ROLE_UNSPECIFIED;
}

std::string Call::NewId() const {
  constexpr absl::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
  std::array<char, 26> bytes{};
  entropy(bytes.data(), bytes.size());
  std::string id(bytes.size(), ' ');
  for (std::size_t i = 0; i < bytes.size(); ++i) id[i] = kAlphabet[static_cast<unsigned char>(bytes[i]) % 32];
  return id;
}

Caller SystemCaller(absl::string_view region) {
  return Caller{
      .member = "system", .region = std::string(region), .roles = {team::v1::ROLE_SYSTEM}, .provider = ""};
}

}  // namespace waarborg::call
