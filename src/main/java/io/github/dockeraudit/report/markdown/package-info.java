/**
 * A {@link io.github.dockeraudit.report.document.Document} in Markdown as GitHub reads it.
 *
 * <p>Whatever a text holds, it comes out as text: see {@code Escape}. Charts become tables, graphs
 * become Mermaid. May import {@code report.document} and, to be a reporter, {@code report.chapter}.
 */
package io.github.dockeraudit.report.markdown;
