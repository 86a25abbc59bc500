#ifndef WAARBORG_SERVICES_WATCH_QUERIES_H_
#define WAARBORG_SERVICES_WATCH_QUERIES_H_

// What this room answers. Reads the journal and who is present, and nothing else; who may read what is asked
// of the rooms themselves.

#include "services/call/call.h"
#include "services/watch/feed.h"
#include "waarborg/watch/v1/watch.pb.h"

namespace waarborg::watch {

// `feed` must outlive what is returned, and the streams. Errors: those of the resource's own room;
// INVALID_ARGUMENT (INVALID_CURSOR).
call::StreamHandler<v1::WatchAssessmentRequest, v1::WatchUpdate> WatchAssessment(Feed& feed);
call::StreamHandler<v1::WatchCaseRequest, v1::WatchUpdate> WatchCase(Feed& feed);
call::StreamHandler<v1::WatchIncidentsRequest, v1::WatchUpdate> WatchIncidents(Feed& feed);
call::StreamHandler<v1::WatchTasksRequest, v1::WatchUpdate> WatchTasks(Feed& feed);

// INVALID_ARGUMENT (INVALID_PART). Writes where there is something new to say.
call::Handler<v1::SetPresenceRequest, v1::Presence> SetPresence(Feed& feed);

}  // namespace waarborg::watch

#endif  // WAARBORG_SERVICES_WATCH_QUERIES_H_
