/**
 * What a report says, before it has a form: sections of paragraphs, lists, tables, code, charts and
 * findings, which {@code report.markdown} and {@code report.html} render alike.
 *
 * <p>A text is any text: nothing in it is markup, and each rendering escapes what would be. A new
 * kind of {@link io.github.dockeraudit.report.document.Block} is a record and a method of {@link
 * io.github.dockeraudit.report.document.BlockVisitor}, so the compiler names what is left to
 * render. May import {@code rule} for severities and {@code fix} for the lines of diffs.
 */
package io.github.dockeraudit.report.document;
