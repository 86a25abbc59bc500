#include "tests/architecture/layers.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace waarborg::architecture {
namespace {

enum class Room {
  kStandard,      // the C++ and POSIX headers, and absl
  kCrypto,        // openssl/
  kJson,          // nlohmann/
  kGrpc,          // grpc/, grpcpp/ and what protoc makes for services
  kRocksDb,       // rocksdb/
  kProtobuf,      // google/
  kProto,         // our messages and labels
  kLanguage,      // services/language
  kRules,         // services/rules
  kStorage,       // storage
  kEngine,        // storage/rocksdb
  kCall,          // services/call
  kLedger,        // services/ledger
  kNounRules,     // services/<noun>/rules
  kNoun,          // services/<noun>
  kNounCommands,  // services/<noun>/commands
  kFlow,          // services/flow
  kEdge,          // services/edge
  kNounService,   // services/<noun>/<noun>_service
  kServer,        // services/server, timers
  kMain,          // services/main.cc
  kClients,       // clients
  kUnknown,
};

struct Place {
  Room room = Room::kUnknown;
  std::string noun;
  std::string name;  // the path below the noun's folder
};

// Which nouns' names, records and rules a noun may use.
const std::map<std::string, std::set<std::string>, std::less<>>& EarlierNouns() {
  static const auto* const nouns = new std::map<std::string, std::set<std::string>, std::less<>>{
      {"framework", {}},
      {"registry", {"framework"}},
      {"team", {"framework", "registry"}},
      {"assessment", {"framework", "registry", "team"}},
      {"improvement", {"framework", "registry", "team", "assessment"}},
      {"escalation", {"framework", "registry", "team", "assessment", "improvement"}},
      {"task", {"framework", "registry", "team"}},
      {"term", {"framework", "registry"}},
      {"incident", {"framework", "registry", "team", "assessment"}},
      {"risk", {"framework", "registry", "assessment", "improvement", "incident"}},
      {"evidence", {"framework", "registry", "team", "assessment", "improvement", "escalation", "incident"}},
      {"comment", {"framework", "registry", "team"}},
      {"notice", {"framework", "registry", "team"}},
      {"audit", {}},
      {"watch", {}},
      {"backup", {}},
      {"lifecycle", {}},
  };
  return *nouns;
}

using Rooms = std::set<Room>;

Rooms With(Rooms rooms, const Rooms& more) {
  rooms.insert(more.begin(), more.end());
  return rooms;
}

// What the files of a room may include; among nouns, NounBreach says more.
const std::map<Room, Rooms>& Allowed() {
  static const Rooms zero{Room::kStandard, Room::kProtobuf, Room::kProto, Room::kLanguage};
  static const Rooms call = With(zero, {Room::kCall});
  static const Rooms ledger = With(call, {Room::kRules, Room::kStorage, Room::kLedger});
  static const Rooms noun = With(ledger, {Room::kNoun, Room::kNounRules});
  static const Rooms server =
      With(noun, {Room::kFlow, Room::kEdge, Room::kGrpc, Room::kNounService, Room::kServer, Room::kEngine});
  static const auto* const allowed = new std::map<Room, Rooms>{
      {Room::kProto, {Room::kStandard, Room::kProtobuf, Room::kProto}},
      {Room::kLanguage, {Room::kStandard, Room::kLanguage}},
      {Room::kRules, {Room::kStandard, Room::kCrypto, Room::kLanguage, Room::kRules}},
      {Room::kStorage, {Room::kStandard, Room::kProtobuf, Room::kLanguage, Room::kStorage}},
      {Room::kEngine,
       {Room::kStandard, Room::kProtobuf, Room::kLanguage, Room::kStorage, Room::kEngine, Room::kRocksDb}},
      {Room::kCall, call},
      {Room::kLedger, ledger},
      {Room::kNounRules, With(zero, {Room::kRules, Room::kNounRules})},
      {Room::kNoun, noun},
      {Room::kNounCommands, noun},
      {Room::kFlow, With(noun, {Room::kFlow})},
      {Room::kEdge, With(call, {Room::kEdge, Room::kGrpc})},
      {Room::kNounService,
       With(call, {Room::kLedger, Room::kNoun, Room::kNounService, Room::kFlow, Room::kEdge, Room::kGrpc})},
      {Room::kServer, server},
      {Room::kMain, With(server, {Room::kCrypto})},
      {Room::kClients,
       {Room::kStandard, Room::kProtobuf, Room::kProto, Room::kGrpc, Room::kJson, Room::kRules,
        Room::kClients}},
  };
  return *allowed;
}

bool BeginsWithOneOf(absl::string_view path, const std::vector<absl::string_view>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](absl::string_view prefix) { return absl::StartsWith(path, prefix); });
}

// A noun's own service, and those that the register has beside it.
bool IsServiceOf(absl::string_view noun, absl::string_view name) {
  if (absl::StartsWith(name, absl::StrCat(noun, "_service."))) return true;
  return noun == "registry" && BeginsWithOneOf(name, {"certificate_service.", "obligation_service."});
}

Place PlaceInNoun(absl::string_view noun, absl::string_view name) {
  Place place{Room::kNoun, std::string(noun), std::string(name)};
  if (!EarlierNouns().contains(noun)) place.room = Room::kUnknown;
  if (absl::StartsWith(name, "rules/")) place.room = Room::kNounRules;
  if (absl::StartsWith(name, "commands/")) place.room = Room::kNounCommands;
  if (IsServiceOf(noun, name)) place.room = Room::kNounService;
  return place;
}

Place PlaceInServices(absl::string_view path) {
  static const auto* const rooms = new std::map<std::string, Room, std::less<>>{
      {"language", Room::kLanguage}, {"rules", Room::kRules}, {"call", Room::kCall},
      {"ledger", Room::kLedger},     {"flow", Room::kFlow},   {"edge", Room::kEdge},
  };
  const std::pair<absl::string_view, absl::string_view> parts = absl::StrSplit(path, absl::MaxSplits('/', 1));
  if (parts.second.empty()) {
    if (path == "main.cc") return {Room::kMain, "", ""};
    const bool known = BeginsWithOneOf(path, {"server.", "timers."});
    return {known ? Room::kServer : Room::kUnknown, "", ""};
  }
  const auto room = rooms->find(std::string(parts.first));
  if (room != rooms->end()) return {room->second, "", ""};
  return PlaceInNoun(parts.first, parts.second);
}

// Where a file of ours stands, or the library an include belongs to.
Place PlaceOf(absl::string_view path) {
  if (absl::EndsWith(path, ".grpc.pb.h")) return {Room::kGrpc, "", ""};
  if (absl::ConsumePrefix(&path, "services/")) return PlaceInServices(path);
  const std::vector<std::pair<absl::string_view, Room>> rows = {{"storage/rocksdb/", Room::kEngine},
                                                                {"storage/", Room::kStorage},
                                                                {"clients/", Room::kClients},
                                                                {"proto/labels/", Room::kProto},
                                                                {"waarborg/", Room::kProto},
                                                                {"google/", Room::kProtobuf},
                                                                {"grpc/", Room::kGrpc},
                                                                {"grpcpp/", Room::kGrpc},
                                                                {"rocksdb/", Room::kRocksDb},
                                                                {"openssl/", Room::kCrypto},
                                                                {"nlohmann/", Room::kJson},
                                                                {"absl/", Room::kStandard},
                                                                {"sys/", Room::kStandard},
                                                                {"arpa/", Room::kStandard},
                                                                {"netinet/", Room::kStandard}};
  for (const auto& [prefix, room] : rows) {
    if (absl::StartsWith(path, prefix)) return {room, "", ""};
  }
  return {absl::StrContains(path, '/') ? Room::kUnknown : Room::kStandard, "", ""};
}

bool IsNoun(Room room) {
  return room == Room::kNoun || room == Room::kNounRules || room == Room::kNounCommands ||
         room == Room::kNounService;
}

// A noun shows the others its names, its records, its rules, and who may see a record of it.
bool IsShown(const Place& place) {
  constexpr absl::string_view kShown[] = {"names.h", "records.h", "visibility.h", "redaction.h"};
  return place.room == Room::kNounRules ||
         std::find(std::begin(kShown), std::end(kShown), place.name) != std::end(kShown);
}

// What stands between two nouns, both of which the table of rooms allows.
std::optional<std::string> NounBreach(const Place& from, const Place& to) {
  if (from.noun == to.noun) return std::nullopt;
  if (from.room == Room::kNounService) return "a service serves its own noun";
  if (from.noun == "lifecycle" && to.name == "rules/lifecycle.h") return std::nullopt;
  if (!EarlierNouns().at(from.noun).contains(to.noun)) return "not an earlier noun";
  if (!IsShown(to)) return "of another noun only names.h, records.h, visibility.h and rules/";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> Breach(absl::string_view file, const Include& include) {
  if (absl::StrContains(include.name, "..")) return "a path from the root has no ..";
  if (include.quoted && !absl::StrContains(include.name, '/')) return "an include of ours names its room";
  if (include.name == "curl/curl.h") {
    return file == "services/notice/smtp.cc" ? std::nullopt
                                             : std::optional<std::string>("one file speaks SMTP");
  }
  if (include.name == "magic.h") {
    return file == "services/evidence/content_type.cc" ? std::nullopt
                                                       : std::optional<std::string>("one file asks libmagic");
  }
  const Place from = PlaceOf(file);
  const Place to = PlaceOf(include.name);
  if (!Allowed().contains(from.room)) return "a room the table does not know";
  if (to.room == Room::kUnknown) return "neither a room nor a library the table knows";
  if (!Allowed().at(from.room).contains(to.room)) return "not for this room";
  if (IsNoun(from.room) && IsNoun(to.room)) return NounBreach(from, to);
  return std::nullopt;
}

}  // namespace waarborg::architecture
