// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/feedupdate.h"
#include "net/httpmessage.h"
#include "services/feedreading.h"

namespace broadsheet {

/** When it is, and the dice for spreading feeds over time (0 to 1). Handed in, so that a test can hold both.
 */
struct FetchMoment
{
    QDateTime now;
    double jitter = 0;
};

/** The update that a failed fetch of \a plan means: status and times only. \a response where there was one.
 */
FeedUpdate failedUpdate(const FetchPlan &plan, const Error &error, const net::HttpResponse *response,
                        const FetchMoment &moment);

/** The update for a feed whose host wants to be left alone and was not asked: the next time only. */
FeedUpdate postponedUpdate(const FetchPlan &plan, const net::HttpResponse &response,
                           const FetchMoment &moment);

/** The update that a 304 means: it updates the validators that it carries and takes no others away. */
FeedUpdate notModifiedUpdate(const FetchPlan &plan, const net::HttpResponse &response,
                             const FetchMoment &moment);

/**
 * The update that an answer with a body means. Validators are those of the answer (also none), unless it was
 * no full 200 or the document was not complete: then none are kept, so that the next fetch brings it whole.
 */
FeedUpdate readUpdate(const FetchPlan &plan, const net::HttpResponse &response, FeedReading reading,
                      const FetchMoment &moment);

} // namespace broadsheet
