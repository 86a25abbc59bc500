#ifndef WAARBORG_TESTS_LOAD_CHANNELS_H_
#define WAARBORG_TESTS_LOAD_CHANNELS_H_

#include <memory>
#include <string>
#include <vector>

#include "grpcpp/channel.h"

namespace waarborg::load {

// Each is a connection of its own.
std::vector<std::shared_ptr<grpc::Channel>> Connect(const std::string& address, int channels);

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_CHANNELS_H_
