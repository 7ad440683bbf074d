// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/images.h"

#include "html/entities.h"

#include <algorithm>
#include <array>

namespace broadsheet::html {

namespace {

// What the lazy loaders of WordPress, Ghost, Squarespace, Medium and newspapers call the real address, best
// first.
constexpr auto lazySources = std::to_array<const char *>({"data-orig-file",
                                                          "data-original",
                                                          "data-src",
                                                          "data-lazy-src",
                                                          "data-lazy",
                                                          "data-original-src",
                                                          "data-actualsrc",
                                                          "data-hi-res-src",
                                                          "data-echo",
                                                          "data-image",
                                                          "data-url",
                                                          "data-srcfull",
                                                          "nitro-lazy-src",
                                                          "data-cfsrc",
                                                          "data-lazyload",
                                                          "data-ll-src",
                                                          "data-pagespeed-lazy-src",
                                                          "data-full-src",
                                                          "data-large-file",
                                                          "data-defer-src",
                                                          "data-delayed-url",
                                                          "data-runner-src",
                                                          "data-original-mos",
                                                          "data-flickity-lazyload"});
constexpr auto lazySets =
    std::to_array<const char *>({"data-srcset", "data-lazy-srcset", "nitro-lazy-srcset", "data-cfsrcset"});

constexpr auto pixelAddresses = std::to_array<const char *>({"//feeds.feedburner.com/~r/",
                                                             "//pixel.wp.com/",
                                                             "//stats.wordpress.com/",
                                                             "//pixel.",
                                                             "//b.scorecardresearch.com/",
                                                             "//pixel.quantserve.com/",
                                                             "//www.google-analytics.com/",
                                                             "//ad.doubleclick.net/",
                                                             "//googleads.",
                                                             "//da.feedsportal.com/",
                                                             "//feedproxy.google.com/~",
                                                             "//medium.com/_/stat",
                                                             "scorecardresearch.com/",
                                                             "//feeds.feedblitz.com/~/i/",
                                                             "//www.awin1.com/cshow",
                                                             "imrworldwide.com/",
                                                             "//analytics.",
                                                             "/piwik.php?",
                                                             "/matomo.php?",
                                                             "//beacon.",
                                                             "//ping.chartbeat.net/",
                                                             "//t.co/i/adsct",
                                                             "//stats.wp.com/",
                                                             "//px.ads.linkedin.com/",
                                                             "//ir-na.amazon-adsystem.com/",
                                                             "//rssnext.net/",
                                                             "//bat.bing.com/",
                                                             "//feedads.",
                                                             "//res3.feedsportal.com/",
                                                             "//rss.buysellads.com/",
                                                             "//c.statcounter.com/",
                                                             "//feeds.wordpress.com/1.0/",
                                                             "//rc.rss2.com/",
                                                             "//counter.theconversation.com/",
                                                             "//track.",
                                                             "//tracking.",
                                                             "//www.facebook.com/tr?",
                                                             "//feedpress.me/",
                                                             "//api.follow.it/track"});

bool looksLikePlaceholder(QByteArrayView src)
{
    if (src.startsWith("data:"))
        return src.size() < 1500;
    static constexpr auto names = std::to_array<const char *>(
        {"blank.gif", "spacer.", "placeholder", "transparent.", "/1x1", "pixel.gif", "lazyload",
         "loading.gif", "grey.gif", "gray.gif", "blank.png", "about:blank"});
    return std::ranges::any_of(names, [src](const char *name) { return src.contains(QByteArrayView(name)); });
}

bool looksLikeAddress(QByteArrayView value)
{
    value = value.trimmed();
    return value.size() > 3 && value.size() < 4096 && !value.startsWith('{') && !value.startsWith('[') &&
           (value.contains('/') || value.contains('.')) && !value.startsWith("data:");
}

/** An address whose path ends as those of pictures do. */
bool looksLikePicture(QByteArrayView value)
{
    if (!looksLikeAddress(value) || std::ranges::any_of(value, [](char c) { return uchar(c) <= ' '; }))
        return false;
    const QByteArray path =
        value.first(std::ranges::find_if(value, [](char c) { return c == '?' || c == '#'; }) - value.begin())
            .toByteArray()
            .toLower();
    return std::ranges::any_of(std::to_array({".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"}),
                               [&path](const char *end) { return path.endsWith(end); });
}

} // namespace

int leadingNumber(QByteArrayView text, int limit)
{
    text = text.trimmed();
    int number = -1;
    for (const char c : text) {
        if (c < '0' || c > '9')
            break;
        number = std::min(std::max(number, 0) * 10 + (c - '0'), limit);
    }
    return number;
}

QByteArray bestCandidate(QByteArrayView srcset)
{
    constexpr int screen = 2000;
    QByteArrayView best;
    double bestScore = -1;
    qsizetype at = 0;
    const auto blank = [&](qsizetype i) { return srcset[i] <= ' ' && srcset[i] >= 0; };
    for (int candidates = 0; at < srcset.size() && candidates < 32; ++candidates) {
        while (at < srcset.size() && (blank(at) || srcset[at] == ','))
            ++at;
        const qsizetype first = at;
        while (at < srcset.size() && !blank(at))
            ++at;
        QByteArrayView address = srcset.sliced(first, at - first);
        QByteArrayView descriptor;
        if (address.endsWith(',')) { // a candidate without descriptor
            address = address.chopped(1);
        } else {
            const qsizetype from = at;
            while (at < srcset.size() && srcset[at] != ',')
                ++at;
            descriptor = srcset.sliced(from, at - from).trimmed();
        }
        if (address.isEmpty() || address.startsWith("data:"))
            continue;
        const double size = descriptor.isEmpty() ? 1.0 : descriptor.chopped(1).toByteArray().toDouble();
        const bool density = descriptor.isEmpty() || descriptor.endsWith('x');
        const bool fits = density ? size <= 2 : size <= screen;
        const double score =
            fits ? size + 1 : 1 / std::max(size, 1.0); // the least of those that are too large
        if (score > bestScore) {
            bestScore = score;
            best = address;
        }
    }
    return best.toByteArray();
}

ImageChoice chooseImage(std::span<const Attribute> attributes)
{
    const auto find = [attributes](const char *name) -> QByteArray {
        for (const Attribute &attribute : attributes) {
            if (equalsIgnoringCase(attribute.name, name))
                return attribute.value.contains('&') ? withoutReferences(attribute.value)
                                                     : attribute.value.toByteArray();
        }
        return {};
    };
    ImageChoice choice;
    const QByteArray src = find("src");
    const bool hasData = std::ranges::any_of(attributes, [](const Attribute &attribute) {
        return attribute.name.startsWith("data-") || attribute.name.startsWith("nitro-");
    });
    if (hasData) {
        for (const char *name : lazySources) {
            if (const QByteArray value = find(name); looksLikeAddress(value)) {
                choice = {value, src, true};
                return choice;
            }
        }
        for (const char *name : lazySets) {
            const QByteArray set = find(name);
            if (const QByteArray value = set.isEmpty() ? set : bestCandidate(set); !value.isEmpty()) {
                choice = {value, src, true};
                return choice;
            }
        }
    }
    if (!src.trimmed().isEmpty() && !looksLikePlaceholder(src)) {
        choice.address = src;
        return choice;
    }
    if (hasData) { // a loader that nobody has heard of: whatever names a picture
        for (const Attribute &attribute : attributes) {
            const QByteArray value = withoutReferences(attribute.value).trimmed();
            if (attribute.name.startsWith("data-") && looksLikePicture(value))
                return {value, src, true};
        }
    }
    if (const QByteArray set = find("srcset"); !set.isEmpty())
        choice.address = bestCandidate(set);
    if (choice.address.isEmpty())
        choice.address = src;
    return choice;
}

bool isTrackingPixel(QByteArrayView address, int width, int height)
{
    if ((width == 0 || width == 1) && (height == 0 || height == 1))
        return true;
    if ((width == 1 && height < 0) || (height == 1 && width < 0))
        return true;
    return std::ranges::any_of(
        pixelAddresses, [address](const char *part) { return address.contains(QByteArrayView(part)); });
}

} // namespace broadsheet::html
