/**
 * The audit as a document, chapter by chapter.
 *
 * <p>A chapter is one class that implements {@link io.github.dockeraudit.report.chapter.Chapter}:
 * it takes the {@link io.github.dockeraudit.report.chapter.AuditReport}, on which every fact is
 * computed once, and gives a {@link io.github.dockeraudit.report.document.Section}, or nothing
 * where there is nothing to say. Its place is its line in {@code Chapters}; renderings follow by
 * themselves. Chapters compute no facts and write no markup: they put facts into words. What is
 * quoted from files goes through {@link io.github.dockeraudit.report.chapter.AuditReport#show}, so
 * that no secret is told.
 *
 * <p>May import everything but {@code rules} and {@code mojo}.
 */
package io.github.dockeraudit.report.chapter;
