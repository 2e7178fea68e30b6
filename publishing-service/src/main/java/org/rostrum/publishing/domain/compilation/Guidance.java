package org.rostrum.publishing.domain.compilation;

/** One thing that a reader has to know to read the document rightly. */
public record Guidance(String title, String text) {}
