// SPDX-License-Identifier: GPL-3.0-or-later
// The nouns are plain values; this file only proves that each header stands on its own.
#include "model/article.h"
#include "model/comment.h"
#include "model/feedupdate.h"
#include "model/foundfeed.h"
#include "model/parsedfeed.h"
#include "model/subscription.h"
#include "model/upkeep.h"
