/**
 * A {@link io.github.dockeraudit.report.document.Document} as one HTML page that needs nothing
 * else: no script, no file, no network.
 *
 * <p>Every text goes through {@code Markup}; the page's own policy forbids whatever might get past
 * it. What the page looks like is in {@code page.css}, which is copied into it; filters are
 * selectors. May import {@code report.document} and, to be a reporter, {@code report.chapter}.
 */
package io.github.dockeraudit.report.html;
