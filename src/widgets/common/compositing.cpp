// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/compositing.h"

#include <QGuiApplication>

#include <cstdlib>
#include <memory>

#ifdef BROADSHEET_HAS_XCB
#include <xcb/xcb.h>
#endif

namespace broadsheet {

#if defined(BROADSHEET_HAS_XCB) && QT_CONFIG(xcb)

namespace {

template <typename T>
using Reply = std::unique_ptr<T, decltype(&std::free)>;

} // namespace

bool isCompositing()
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (!x11 || !x11->connection())
        return true;
    xcb_connection_t *connection = x11->connection();
    // Qt joins all screens in one; only their first is asked.
    constexpr char name[] = "_NET_WM_CM_S0";
    const auto atomAsked = xcb_intern_atom(connection, true, sizeof name - 1, name);
    const Reply<xcb_intern_atom_reply_t> atom(xcb_intern_atom_reply(connection, atomAsked, nullptr),
                                              &std::free);
    if (!atom || atom->atom == XCB_ATOM_NONE)
        return false;
    const auto ownerAsked = xcb_get_selection_owner(connection, atom->atom);
    const Reply<xcb_get_selection_owner_reply_t> owner(
        xcb_get_selection_owner_reply(connection, ownerAsked, nullptr), &std::free);
    return owner && owner->owner != XCB_WINDOW_NONE;
}

#else

bool isCompositing()
{
    return true;
}

#endif

} // namespace broadsheet
