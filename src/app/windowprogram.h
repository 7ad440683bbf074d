// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <memory>

namespace broadsheet {

/** The program with its window: builds everything in order, runs, lets go in reverse. */
class WindowProgram
{
public:
    WindowProgram(int &argc, char **argv, const QString &profile);
    ~WindowProgram();

    /** False where there is neither X11 nor Wayland nor a platform asked for. */
    static bool hasDisplay();

    /** Shows the window, or brings the running one of this profile forward; \a addresses are offered for
     * adding. The exit status. */
    int run(const QStringList &addresses);

private:
    struct Parts;
    std::unique_ptr<Parts> d;
};

} // namespace broadsheet
