// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "widgets/comments/commenttext.h"
#include "widgets/common/fonts.h"

#include <QLineF>
#include <QRectF>
#include <QSet>

#include <chrono>
#include <unordered_map>
#include <vector>

namespace broadsheet {

class CommentModel;

/** Where everything of a painted thread lies. Knows no widget; the model must outlive it. */
class ThreadLayout
{
public:
    /** How far replies step in. */
    struct Steps
    {
        double width = 28;
        int maximum = 12; ///< deeper ones stay there and begin with "to Name"
    };
    /** Something in a row that can be pressed. */
    struct Spot
    {
        enum class Kind { Link, Mention, Passage, Reply, Edit, Delete, Site, Unfold };
        Kind kind = Kind::Link;
        QString text;
        QRectF rect;   ///< hit area
        QUrl url;      ///< of a link, or of the site's comment
        int index = 0; ///< of Comment::mentions
        bool operator==(const Spot &) const = default;
    };
    /** One comment that is seen. */
    struct Row
    {
        int modelRow = 0;
        double top = 0;
        double left = 0; ///< of the avatar
        double textHeight = 0;
        bool exact = true; ///< false: the height is a guess, the text was not set yet
        double height = 0; ///< to the top of the next
        bool folded = false;
    };
    struct ThreadLine
    {
        int row = 0; ///< whose replies it ties together
        QLineF line;
    };

    // Lengths of the specification; all grow with the desktop's text scale.
    static double scaled(double length) { return length * fonts::scale(); }
    static double avatarSize() { return scaled(27); }
    static double textLeft() { return scaled(38); } ///< from the avatar's left
    static double nameBaseline() { return scaled(11.5); }
    static double textTop() { return scaled(17); }
    static double actionsTop() { return scaled(1); } ///< from the text's bottom
    static double actionsHeight() { return scaled(25); }

    ThreadLayout(const CommentModel &model, Steps steps) : m_model(model), m_steps(steps) {}

    /** Lays out for \a width where that is not done yet. The first comments are set at once; how high the
     * others will be is a guess until they are measured. */
    void ensure(int width, const Theme &theme);
    /** Sets the texts between two heights. True if one is not as high as it was thought to be: ensure()
     * again, what lies above stays. */
    bool measure(double from, double to);
    /** Sets texts from the first guess on for \a budget; false if no guess is left. */
    bool measureSome(std::chrono::microseconds budget);
    bool isExact() const { return m_firstGuess < 0; }
    /** After rows came, went or changed. \a comment: only its text is read anew; invalid: all. */
    void forget(CommentId comment = {});
    /** After a change of rows or folds, texts stay. */
    void invalidate() { m_width = -1; }

    double height() const { return m_height; }
    const std::vector<Row> &rows() const { return m_rows; }
    const std::vector<ThreadLine> &lines() const { return m_lines; }
    /** Index into rows() at \a y, -1 past the ends. */
    int rowAt(double y) const;
    /** Index into rows() of a comment, -1 where it is not seen. */
    int rowOf(CommentId id) const;
    CommentText &text(const Row &row);
    QRectF textRect(const Row &row) const;
    QRectF avatarRect(const Row &row) const { return {row.left, row.top, avatarSize(), avatarSize()}; }
    std::vector<Spot> spots(const Row &row);

    bool isFolded(CommentId id) const { return m_folded.contains(id); }
    void setFolded(CommentId id, bool folded);

    /** A box of \a height under the comment, or in place of its text. Invalid \a comment: none. */
    void setRoom(CommentId comment, double height, bool inPlaceOfText);
    /** Where that box goes; empty if its comment is not seen. */
    QRectF roomRect() const;

private:
    CommentText &textOf(int modelRow);
    double roomOf(const Row &row) const;
    double guess(const Comment &comment, double room) const;
    bool setExactly(Row &row);
    void forgetTexts(int keptFrom, int keptTo);
    bool hasRoom(const Row &row) const;

    const CommentModel &m_model;
    Steps m_steps;
    Theme m_theme;
    int m_width = -1;
    int m_maximum = -1; ///< steps that fit this width
    double m_height = 0;
    std::vector<Row> m_rows;
    std::vector<ThreadLine> m_lines;
    std::unordered_map<qint64, CommentText> m_texts; ///< of what was seen lately
    struct Height
    {
        double room;
        double height;
        bool exact; ///< false: guessed
    };
    std::unordered_map<qint64, Height> m_heights; ///< of all texts
    int m_firstGuess = -1;                        ///< index of a row
    QSet<CommentId> m_folded;
    CommentId m_roomFor;
    double m_roomHeight = 0;
    bool m_roomForText = false;
};

} // namespace broadsheet
