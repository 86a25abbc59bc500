#include "clients/cli/generic_command.h"

#include <memory>
#include <optional>

#include "clients/cli/error_text.h"
#include "clients/cli/request.h"
#include "clients/cli/response_text.h"
#include "clients/cpp/services.h"

namespace waarborg::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::MethodDescriptor;
using Answer = client::Result<std::unique_ptr<Message>, client::ApiError>;

// Rows of a stream's table are laid out in groups of this many.
constexpr int kRowsInGroup = 200;

std::unique_ptr<Message> NewRequest(const MethodDescriptor& method) {
  return std::unique_ptr<Message>(
      google::protobuf::MessageFactory::generated_factory()->GetPrototype(method.input_type())->New());
}

std::string NextPage(const Message& response) {
  const FieldDescriptor* field = response.GetDescriptor()->FindFieldByName("next_page_token");
  return field == nullptr ? "" : response.GetReflection()->GetString(response, field);
}

void SetString(Message& message, const char* name, const std::string& value) {
  message.GetReflection()->SetString(&message, message.GetDescriptor()->FindFieldByName(name), value);
}

// Adds the pages that follow to the first one.
std::optional<client::ApiError> AddPages(const MethodDescriptor& method, const Session& session,
                                         Message& request, Message& response) {
  for (std::string next = NextPage(response); !next.empty(); next = NextPage(response)) {
    SetString(request, "page_token", next);
    SetString(response, "next_page_token", "");
    const Answer page = session.client.CallDynamic(method, request, session.CallAsMember());
    if (!page.ok()) return page.error();
    response.MergeFrom(**page);
  }
  return std::nullopt;
}

ExitStatus Print(const Session& session, const Message& response) {
  if (session.json()) {
    session.out << PrintJson(response);
    return kOk;
  }
  const std::unique_ptr<Message> shown(response.New());
  shown->CopyFrom(response);
  const std::string next = NextPage(response);
  if (!next.empty()) SetString(*shown, "next_page_token", "");
  session.out << PrintResponse(*shown, session.style);
  if (!next.empty()) session.err << Say(session.line.language, "MORE_PAGES", {{"token", next}}) << "\n";
  return kOk;
}

ExitStatus CallOnce(const MethodDescriptor& method, const Session& session, Message& request) {
  const Answer answer = session.client.CallDynamic(method, request, session.CallAsMember());
  if (!answer.ok()) return Fail(session, answer.error());
  if (session.line.all_pages) {
    const std::optional<client::ApiError> error = AddPages(method, session, request, **answer);
    if (error.has_value()) return Fail(session, *error);
  }
  return Print(session, **answer);
}

ExitStatus CallStream(const MethodDescriptor& method, const Session& session, const Message& request) {
  client::CallOptions options = session.CallAsMember();
  options.timeout = absl::ZeroDuration();
  TextTable table = TableFor(*method.output_type(), session.style);
  int rows = 0;
  const auto flush = [&] {
    if (!table.empty()) session.out << table.Print(session.style);
    table = TableFor(*method.output_type(), session.style);
    rows = 0;
  };
  const std::optional<client::ApiError> error =
      session.client.Stream(method, request, options, [&](const Message& message) {
        if (session.json()) {
          session.out << PrintJson(message, /*on_one_line=*/true);
        } else {
          table.Add(RowOf(message, session.style));
          if (++rows == kRowsInGroup) flush();
        }
        return session.out.good();
      });
  flush();
  if (!session.out.good()) return kOther;
  return error.has_value() ? Fail(session, *error) : kOk;
}

}  // namespace

ExitStatus RunGeneric(const Command& command, const Session& session) {
  const MethodDescriptor& method = *client::FindMethod(command.rpc);
  const std::unique_ptr<Message> request = NewRequest(method);
  const std::optional<Fault> fault = BuildRequest(session.line, session.name, session.in, *request);
  if (fault.has_value()) return Fail(session, *fault);
  return method.server_streaming() ? CallStream(method, session, *request)
                                   : CallOnce(method, session, *request);
}

}  // namespace waarborg::cli
